import { createTimer } from './timer.ts';

/** Milliseconds that a removed reply box may take to come back: some pages move one. */
const AWAY = 3_000;

/** Tells when the element is taken off the page, and when it stays away. */
export function watchAway(element: Element, signal: AbortSignal, onRemoved: () => void, onGone: () => void): void {
  const timer = createTimer(AWAY, signal, () => element.isConnected || onGone());
  // A removed element shrinks to nothing.
  const size = new ResizeObserver(() => {
    if (element.isConnected) return;
    onRemoved();
    timer.start();
  });
  size.observe(element);
  signal.addEventListener('abort', () => size.disconnect(), { once: true });
}
