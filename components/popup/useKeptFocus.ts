import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When the focused row of a list goes, or the button in it, the focus moves on to the row that has come in its place; after the
 * last row to the heading. Without that it would be lost with the row.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, rows: readonly unknown[]): void {
  const index = useRef(-1);

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const row = (target as Element).closest('.flag');
      index.current = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1;
    };
    // A click beside the list lets the focus go; a row that goes takes it along.
    const onBlur = ({ target, relatedTarget }: FocusEvent) => {
      if (!relatedTarget && (target as Element).isConnected)
        setTimeout(() => (target as Element).isConnected && forget());
    };
    const forget = () => {
      if (document.activeElement === document.body) index.current = -1;
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);

  // Each change of the rows may have taken the focus away.
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (index.current < 0 || (activeElement && activeElement !== body)) return;
    const all = place.current?.querySelectorAll<HTMLElement>('.flag');
    const row = all?.[Math.min(index.current, all.length - 1)];
    const next = row?.querySelector<HTMLElement>('.rewrite, .fill') ?? row ?? place.current?.querySelector('h2');
    (next as HTMLElement | null | undefined)?.focus();
  }, [place, rows]);
}
