import type { Outcome } from './editor.ts';
import type { Method, Spot } from './methods.ts';

/** Milliseconds; measured: with no wait, paste lands at the old caret and CKEditor's undo takes the agent's typing along. */
const AFTER_SELECTION = 32;
const AFTER_CHANGE = 48;
/** No `selectionchange` comes where the selection was right already. */
const NO_SELECTION_CHANGE = 60;

export interface Replacement {
  element: HTMLElement;
  text: string;
  /** The same with its elements, where words look different from each other. */
  html?: string | undefined;
  /** The whole text as it must read afterwards. */
  expected: string;
  methods: readonly Method[];
  /** The whole text now, nothing left out. */
  read(): string;
  /** Selects the words anew; undefined when they are gone. */
  select(): Spot | undefined;
  undo(): Promise<void>;
  onRight?: (() => void) | undefined;
}

/** Tries one method after another until the text reads exactly as expected; a wrong change is undone. */
export async function replaceExactly(replacement: Replacement): Promise<Outcome> {
  const { element, text, html, expected, methods, read, select, undo, onRight } = replacement;
  const before = read();
  if (before === expected) return 'failed';
  for (const act of methods) {
    element.focus({ preventScroll: true });
    const changed = nextSelectionChange(element.ownerDocument);
    if (!select()) return 'changed meanwhile';
    await changed;
    await pause(AFTER_SELECTION);
    // The editor may have drawn its nodes anew on focus, and the agent may have typed on.
    const spot = read() === before ? select() : undefined;
    if (!spot) return 'changed meanwhile';
    act(spot, text, html);
    const isRightAtOnce = read() === expected;
    // The next key may come before the text is certain, and must land in the right place.
    if (isRightAtOnce) onRight?.();
    const hasPressedUndo = await watchUndo(element.ownerDocument, AFTER_CHANGE);
    const after = read();
    if (after === expected && !isRightAtOnce) onRight?.();
    // Not an editor that took no notice: it must not be done again.
    if (after !== expected && isRightAtOnce && hasPressedUndo) return 'taken back';
    // Right at once and different now: the agent has typed on.
    if (after === expected || (isRightAtOnce && after !== before)) return 'applied';
    if (after === before) continue;
    await undo();
    return read() === before ? 'failed' : 'failed and left wrong';
  }
  return 'failed';
}

/** Whether the undo keys are pressed within so many milliseconds. */
async function watchUndo(document: Document, milliseconds: number): Promise<boolean> {
  const done = new AbortController();
  let isPressed = false;
  const listen = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key.toLowerCase() === 'z' && (ctrlKey || metaKey)) isPressed = true;
  };
  document.addEventListener('keydown', listen, { signal: done.signal, capture: true });
  await pause(milliseconds);
  done.abort();
  return isPressed;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function nextSelectionChange(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      done.abort();
      resolve();
    };
    document.addEventListener('selectionchange', end, { signal: done.signal, capture: true });
    setTimeout(end, NO_SELECTION_CHANGE);
  });
}
