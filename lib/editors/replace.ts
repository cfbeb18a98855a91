import type { Outcome } from './editor.ts';
import type { Method, Spot } from './methods.ts';

/** Milliseconds; measured: with no wait, paste lands at the old caret and CKEditor's undo takes the agent's typing along. */
const AFTER_SELECTION = 32;
const AFTER_CHANGE = 48;
/** What a method that was taken may need beyond that; looked at every so often. */
const SLOWEST = 400;
const STEP = 25;
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
  /** Called when the text reads right, and again when the editor has settled, unless the agent has gone on. */
  onRight?: (() => void) | undefined;
}

/** Tries one method after another until the text reads exactly as expected; a wrong change is undone. */
export async function replaceExactly(replacement: Replacement): Promise<Outcome> {
  const { element, text, html, expected, methods, read, select, undo, onRight } = replacement;
  const before = read();
  if (before === expected) return 'failed';
  let isSelected = false;
  for (const act of methods) {
    if (!isSelected) {
      element.focus({ preventScroll: true });
      const changed = nextSelectionChange(element.ownerDocument);
      if (!select()) return 'changed meanwhile';
      await changed;
      await pause(AFTER_SELECTION);
    }
    // The editor may have drawn its nodes anew on focus, and the agent may have typed on.
    const spot = read() === before ? select() : undefined;
    if (!spot) return 'changed meanwhile';
    const isTaken = attempt(() => act(spot, text, html)) !== false;
    const atOnce = read();
    isSelected = !isTaken && atOnce === before;
    if (isSelected) continue;
    const isRightAtOnce = atOnce === expected;
    // The next key may come before the text is certain, and must land in the right place.
    if (isRightAtOnce) onRight?.();
    const agent = watchAgent(element.ownerDocument);
    await pause(AFTER_CHANGE);
    // Some editors read what is pasted first.
    for (let waited = 0; !isRightAtOnce && read() !== expected && waited < SLOWEST; waited += STEP) await pause(STEP);
    agent.stop();
    const after = read();
    // Once more when nobody has touched it: some editors set the caret when they draw.
    if (after === expected && !(isRightAtOnce && agent.hasActed())) onRight?.();
    // Not an editor that took no notice: it must not be done again.
    if (after !== expected && isRightAtOnce && agent.hasUndone()) return 'taken back';
    // Right at once and different now: the agent has typed on.
    if (after === expected || (isRightAtOnce && after !== before)) return 'applied';
    if (after === before) continue;
    // An undo of ours could take back what the agent has typed meanwhile.
    if (agent.hasActed()) return 'failed and left wrong';
    await undo();
    return read() === before ? 'failed' : 'failed and left wrong';
  }
  return 'failed';
}

/** An editor that does not answer as expected is one that took no notice. */
function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch {
    return false;
  }
}

/** Hears what the agent does meanwhile. */
function watchAgent(document: Document) {
  const done = new AbortController();
  const options = { signal: done.signal, capture: true };
  let hasActed = false;
  let hasUndone = false;
  document.addEventListener(
    'pointerdown',
    () => {
      hasActed = true;
    },
    options,
  );
  document.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      hasActed = true;
      if (key.toLowerCase() === 'z' && (ctrlKey || metaKey)) hasUndone = true;
    },
    options,
  );
  return { hasActed: () => hasActed, hasUndone: () => hasUndone, stop: () => done.abort() };
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
