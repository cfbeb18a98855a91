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
  /** Called when the editor draws its old words again within a second, and nobody has told it to. */
  onLost?: (() => void) | undefined;
}

/** Milliseconds between looks whether it stays. */
const LATER = 250;
const LOOKS = 4;
let latest: Replacement | undefined;

/** Tries one method after another until the text reads exactly as expected; a wrong change is undone. */
export async function replaceExactly(replacement: Replacement): Promise<Outcome> {
  const { element, text, html, expected, methods, read, select, undo, onRight } = replacement;
  const before = read();
  latest = replacement;
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
    // What acts on the focus would write into another box, had it gone there or this one off the page.
    const spot = read() === before && hasFocus(element) ? select() : undefined;
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
    const after = read();
    const isRight = after === expected;
    // Once more when nobody has touched it: some editors set the caret when they draw.
    if (isRight && !(isRightAtOnce && agent.hasActed())) onRight?.();
    if (isRight && !agent.hasActed()) void watchOn(replacement, before, agent);
    else agent.stop();
    if (isRight) return 'applied';
    // Not an editor that took no notice: it must not be done again.
    if (isRightAtOnce && agent.hasUndone()) return 'taken back';
    if (after === before) continue;
    if (!element.isConnected) return 'changed meanwhile';
    // What the agent has typed on must stay: an undo of ours could take it along.
    if (agent.hasActed()) return isRightAtOnce ? 'applied' : 'failed and left wrong';
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

/** A rewrite may stand for a while only. A key ends the watch: from then on the agent sees for themselves. */
async function watchOn(replacement: Replacement, before: string, agent: Agent): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    await pause(LATER);
    if (agent.hasActed() || latest !== replacement) break;
    if (replacement.read() !== before) continue;
    replacement.onLost?.();
    break;
  }
  agent.stop();
}

/** Whether the focus is in the element, or in a part of it. */
function hasFocus(element: HTMLElement): boolean {
  const { activeElement } = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return element.contains(activeElement ?? null);
}

type Agent = ReturnType<typeof watchAgent>;

/** Hears what the agent does meanwhile. */
function watchAgent(document: Document) {
  const done = new AbortController();
  let hasActed = false;
  let hasUndone = false;
  const hear = (event: Event) => {
    // Editors send such events to themselves.
    if (event.type === 'beforeinput' && !event.isTrusted) return;
    hasActed = true;
    const { key, ctrlKey, metaKey } = event as KeyboardEvent;
    if (key?.toLowerCase() === 'z' && (ctrlKey || metaKey)) hasUndone = true;
  };
  for (const type of ['keydown', 'pointerdown', 'beforeinput'])
    document.addEventListener(type, hear, { signal: done.signal, capture: true });
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
