/** Where our own elements go so that they lie above the editor and below what the page lays over it. */
export interface Layer {
  parent: Element;
  zIndex: string;
}

/** An open dialog makes all outside it inert; otherwise the end of the document, as high as the editor's own layer. */
export function findLayer(element: Element): Layer {
  const dialog = element.closest('dialog[open], [popover]:popover-open');
  let zIndex = 'auto';
  for (let at: Element | null = element; at; at = getParent(at)) {
    if (at === dialog) break;
    const style = getComputedStyle(at);
    if (style.zIndex !== 'auto') zIndex = style.zIndex;
  }
  return { parent: dialog ?? element.ownerDocument.documentElement, zIndex };
}

/** The parent on the screen: out of a shadow root to its host. */
export function getParent(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
