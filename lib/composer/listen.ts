import { browser } from 'wxt/browser';

/**
 * Hears of each element that gets the focus, in shadow roots too, and of each key of a person, both ahead of the page's own listeners.
 * Also of what has the focus already.
 */
export function listen(
  onFocus: (element: Element | null) => void,
  onKey: (event: KeyboardEvent) => void,
  signal: AbortSignal,
): void {
  const heard = new WeakSet<Event>();
  const hear = (event: Event) => {
    // At the window and at a shadow root alike.
    if (heard.has(event)) return;
    heard.add(event);
    onFocus(findFocus());
  };
  const hearDesign = (event: Event) => document.designMode === 'on' && hear(event);
  const hearKey = (event: KeyboardEvent) => event.isTrusted && onKey(event);

  /** What has the focus, in the innermost shadow root. A move within a root is heard there alone, so all on the way are listened to. */
  function findFocus(): Element | null {
    let element = document.activeElement;
    for (let root = getRoot(element); root?.activeElement; root = getRoot(element)) {
      root.addEventListener('focusin', hear, { capture: true, signal });
      element = root.activeElement;
    }
    return element;
  }

  const start = () => {
    window.addEventListener('focusin', hear, { capture: true, signal });
    // A document in design mode has no element that Firefox would tell of.
    window.addEventListener('focus', hearDesign, { capture: true, signal });
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, hearKey, { capture: true, signal });
    }
  };
  start();
  // Editors in frames write their document anew by `document.open()`, which takes away all listeners of the window.
  const rewriting = new MutationObserver(start);
  rewriting.observe(document, { childList: true });
  signal.addEventListener('abort', () => rewriting.disconnect(), { once: true });
  // A frame's body counts as active even while another frame has the focus.
  if (document.activeElement !== document.body || document.hasFocus()) onFocus(findFocus());
}

/** An element's shadow root. Extensions may look into closed ones, in Firefox by a property and in Chromium by a function. */
function getRoot(element: Element | null): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
