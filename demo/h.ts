type Props = Record<string, string | boolean | ((event: Event) => void)>;

/** A small element builder: Gmail's pages forbid HTML from strings, so the demo builds nodes everywhere. */
export function h(tag: string, props: Props = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
