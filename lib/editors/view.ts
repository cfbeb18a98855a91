/** Pixels around the screen that count as near: what is scrolled to has its marks before it is seen. */
const NEAR = '50px';

/**
 * Tells which elements come near the screen and which leave it, a frame after they do and without asking for a layout.
 * An element is watched as often as it joined.
 */
export function watchView(signal: AbortSignal, onChange: (element: Element, isNear: boolean) => void) {
  const watched = new Map<Element, number>();
  // `scrollMargin` is the same for boxes that scroll inside the page; browsers that do not know it pass it over.
  const options: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: NEAR, scrollMargin: NEAR };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) onChange(target, isIntersecting);
  }, options);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    join(element: Element): void {
      const count = watched.get(element) ?? 0;
      watched.set(element, count + 1);
      if (count === 0) observer.observe(element);
    },
    leave(element: Element): void {
      const count = watched.get(element) ?? 0;
      if (count > 1) watched.set(element, count - 1);
      else if (watched.delete(element)) observer.unobserve(element);
    },
  };
}
