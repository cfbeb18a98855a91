import { autoUpdate } from '@floating-ui/dom';

/** Milliseconds between two looks whether a page has hidden the box where it stands, which no event tells. */
const LOOK = 400;

/** Keeps what is ours at a box: calls `place` when the box moves, changes its size, is hidden or shown. Returns a function that stops. */
export function watchPlace(box: Element, own: HTMLElement, place: () => void): () => void {
  const stop = autoUpdate(box, own, place);
  let wasShown = isShown(box);
  const timer = setInterval(() => {
    if (wasShown === isShown(box)) return;
    wasShown = !wasShown;
    place();
  }, LOOK);
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** Whether one can see the element, unless it is scrolled away or covered: desks keep other tickets on the page, hidden in one way or another. */
export function isShown(element: Element): boolean {
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}
