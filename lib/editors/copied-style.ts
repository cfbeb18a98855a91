import { getParent } from './layer.ts';

/** Styles that decide where a word stands. */
const COPIED = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-optical-sizing',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-synthesis',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-align-last',
  'text-autospace',
  'text-indent',
  'text-justify',
  'text-rendering',
  'text-spacing-trim',
  'text-transform',
  'unicode-bidi',
  'white-space',
  'text-wrap-style',
  'word-break',
  'word-spacing',
  '-webkit-locale',
  '-webkit-text-stroke-width',
];

/** Gives an element the styles by which the words of another stand where they do. */
export function copyStyle(from: Element, to: HTMLElement): void {
  const computed = getComputedStyle(from);
  // A browser passes over what it does not know.
  for (const name of COPIED) to.style.setProperty(name, computed.getPropertyValue(name));
  to.lang = from.closest('[lang]')?.getAttribute('lang') ?? '';
}

/** Tells when an element may look otherwise: attributes of it and around it, style sheets and fonts that come late, the window. */
export function watchLook(element: Element, signal: AbortSignal, onChange: () => void): void {
  const { ownerDocument } = element;
  const observer = new MutationObserver(onChange);
  for (let at: Element | null = element; at; at = getParent(at)) observer.observe(at, { attributes: true });
  observer.observe(ownerDocument.head, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  ownerDocument.addEventListener('load', onChange, { signal, capture: true });
  ownerDocument.fonts?.addEventListener('loadingdone', onChange, { signal });
  // Zoom arrives so.
  window.addEventListener('resize', onChange, { signal });
}
