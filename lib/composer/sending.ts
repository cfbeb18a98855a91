import type { Site } from '../sites/site.ts';

const CONTROLS = 'button, [role="button"], [role="menuitem"], input[type="submit"]';
/** What such a control is called, at the start of its name: in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const NAME =
  /^\W*(?:send|submit|reply|post|respond|comment|add (?:reply|comment)|(?:ab|ver)?send(?:en|e)|antwort|envoyer|répond|soumettre|enviar|respond|responder|invia|rispond|verstu|verzend|beantwoord)/i;
/** Elements around the reply box in which its control is looked for. */
const AROUND = 12;

/**
 * Hears when a control that sends is pressed, which need not mean that a reply goes out. Never blocks or clicks: it only looks on, ahead of the page.
 * The box may stand in a frame of its own, and its control outside.
 */
export function watchSending(element: Element, { send }: Site, signal: AbortSignal, onPress: () => void): void {
  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter(isElement);
    const isKnown = send !== undefined && path.some((one) => one.matches(send));
    const control = path.find((one) => one.matches(CONTROLS));
    if (isKnown || (control && isNamed(control) && isNear(element, path))) onPress();
  };
  const options = { capture: true, passive: true, signal };
  for (let view = element.ownerDocument.defaultView; view; view = getParent(view)) {
    // Some desks send when the button goes down; a key presses it without a pointer.
    for (const type of ['pointerdown', 'click']) view.addEventListener(type, hear, options);
  }
}

function isNamed(control: Element): boolean {
  const names = [control.getAttribute('aria-label'), control.textContent, control.getAttribute('value')];
  return [...names, control.getAttribute('title')].some((name) => name && NAME.test(name));
}

function isNear(element: Element, path: readonly Element[]): boolean {
  let at: Element | null | undefined = element;
  for (let count = 0; at && count < AROUND; count++) {
    if (path.includes(at)) return true;
    at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? at.ownerDocument.defaultView?.frameElement;
  }
  return false;
}

/** The window around, where it is of the same origin. */
function getParent({ frameElement }: Window) {
  return frameElement?.ownerDocument.defaultView ?? null;
}

function isElement(target: EventTarget): target is Element {
  return (target as Partial<Node>).nodeType === 1;
}
