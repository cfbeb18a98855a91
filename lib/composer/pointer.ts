import type { Editor } from '../editors/editor.ts';
import type { PageFlag } from './check.ts';

/** Milliseconds: the pointer rests on a mark before the card opens, and is away before it closes. */
const REST = 350;
const AWAY = 350;

export interface PointerOptions {
  editor: Editor;
  card: Element;
  getFlags(): readonly PageFlag[];
  /** Milliseconds since the last key: no card pops up while one types. */
  getQuiet(): number;
  onOpen(flag: PageFlag, how: 'click' | 'hover'): void;
  onLeave(): void;
  /** A click that was on no mark. */
  onMiss(): void;
}

/** Opens the card on a click on a mark, or when the pointer rests there. Marks take no events: their places are asked. */
export function watchPointer(
  { editor, card, getFlags, getQuiet, onOpen, onLeave, onMiss }: PointerOptions,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const find = ({ clientX, clientY }: MouseEvent) =>
    getFlags().find(({ block, span }) => editor.rects(block, span).some((rect) => isInside(rect, clientX, clientY)));

  editor.element.addEventListener(
    'click',
    (event) => {
      clearTimeout(timer);
      const flag = event.isTrusted ? find(event) : undefined;
      if (flag) onOpen(flag, 'click');
      else if (event.isTrusted) onMiss();
    },
    { signal },
  );
  editor.element.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || event.buttons > 0 || getFlags().length === 0) return;
      wait(REST, () => {
        if (getQuiet() < REST) return;
        const flag = find(event);
        if (flag) onOpen(flag, 'hover');
        else onLeave();
      });
    },
    { signal, passive: true },
  );
  editor.element.addEventListener('pointerleave', () => wait(AWAY, onLeave), { signal });
  card.addEventListener('pointerenter', () => clearTimeout(timer), { signal });
  card.addEventListener('pointerleave', () => wait(AWAY, onLeave), { signal });
}

function isInside({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
