import type { Block } from '../editors/editor.ts';
import { endsDraft, isQuotation } from '../engine/exclusions.ts';
import type { Totals } from '../stats/counts.ts';

/** Milliseconds in which a reply box empties, or goes, after its reply was sent. */
const SENDING = 10_000;
/** Milliseconds in which a draft that its agent has emptied by hand may be begun again. */
export const EMPTIED = 10_000;
/** Milliseconds from a key that removes words to the box that it has emptied. */
const REMOVING = 1_000;

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const REMOVES = /^(?:Backspace|Delete|Cut)$/;
const MODIFIERS = /^(?:Shift|Control|Alt|Meta|AltGraph|CapsLock)$/;

/** How a draft ended. `discarded`: emptied, not sent, and not begun again. `left`: gone with words in it. */
export interface Outcome {
  how: 'sent' | 'discarded' | 'left';
  /** Empty where nobody had begun to write. */
  totals: Partial<Totals>;
  /** The lines that were sent. */
  lines: readonly string[];
}

/** A control or a key that sends was pressed: whether it does is seen by the box. */
interface Press {
  at: number;
  lines: readonly string[];
  words: number;
  /** By a key that elsewhere begins a line, or types a letter. */
  isUnsure: boolean;
  hasTyped: boolean;
}

/** Follows the drafts of a reply box, one after the other, from the agent's first key until each is sent, emptied or gone. */
export function createReplyLife(getBlocks: () => readonly Block[], sendKeys: readonly string[] = []) {
  let lines: readonly string[] = [];
  /** What stood in the box before the agent's first key, such as a signature. */
  let before: readonly string[] = [];
  let hasTyped = false;
  let isBegun = false;
  let address = location.href;
  let press: Press | undefined;
  /** When a key was pressed that removes words, and when such a key has emptied the box; 0 where that is not the last that happened. */
  let removedAt = 0;
  let emptiedAt = 0;

  function begin(): void {
    isBegun = false;
    hasTyped = false;
    press = undefined;
    emptiedAt = 0;
    before = lines;
    address = location.href;
  }

  /** @param rest words that stay in the box */
  function finish(how: 'discarded' | 'left', at: number, rest: number): Outcome {
    const sent = press && at - press.at < SENDING ? press : undefined;
    const outcome: Outcome = sent
      ? { how: 'sent', totals: { replies: 1, words: sent.words - rest }, lines: sent.lines }
      : { how, totals: isBegun ? { [how]: 1 } : {}, lines: [] };
    begin();
    return outcome;
  }

  function isEmpty(): boolean {
    return lines.every((line) => line === '');
  }

  /** Whether the box is as empty as it gets: some desks leave a signature in it. */
  function hasEmptied(): boolean {
    if (isEmpty()) return true;
    const sent = press;
    if (sent && countWords(lines) < sent.words && lines.every((line) => sent.lines.includes(line))) return true;
    return isBegun && isSame(lines, before);
  }

  /** Emptied by hand, and nothing has come since: it may go on. */
  function isPaused(): boolean {
    return emptiedAt > 0;
  }

  /** The same for so long, or by now in another ticket, that it does not. */
  function isOver(): boolean {
    return isPaused() && (performance.now() - emptiedAt >= EMPTIED || address !== location.href);
  }

  function isRemoved(): boolean {
    return isBegun && !press && performance.now() - removedAt < REMOVING && address === location.href;
  }

  function take(isUnsure: boolean): void {
    const blocks = getBlocks();
    const end = blocks.findIndex(({ text }) => endsDraft(text));
    const own = toLines(end < 0 ? blocks : blocks.slice(0, end));
    const words = countWords(own);
    // Of a draft that was emptied a signature may stand.
    if (words > 0 && !(isPaused() && isSame(toLines(blocks), before)))
      press = { at: performance.now(), lines: own, words, isUnsure, hasTyped: false };
  }

  return {
    /** The agent's own paragraphs were looked at. Tells how a draft ended, where one did. */
    look(draft: readonly Block[]): Outcome | undefined {
      if (isOver()) {
        const typed = hasTyped;
        const outcome = finish('discarded', performance.now(), 0);
        // What stands in the box by now is the next look's.
        hasTyped = typed;
        return outcome;
      }
      const wasEmpty = isEmpty();
      const had = lines;
      lines = toLines(draft);
      const hasChanged = !isSame(lines, had);
      if ((hasChanged || press) && hasEmptied()) {
        if (isPaused()) return undefined;
        if (!wasEmpty && isRemoved()) emptiedAt = performance.now();
        else if (!wasEmpty || press)
          return finish(address === location.href ? 'discarded' : 'left', performance.now(), countWords(lines));
        else begin();
      } else if (hasChanged) {
        emptiedAt = 0;
        // It was refused, or was no key that sends.
        if (press?.isUnsure || press?.hasTyped) press = undefined;
        isBegun ||= hasTyped;
      }
      if (!isBegun) before = lines;
      return undefined;
    },
    /** Whether the box may empty any moment, for something that sends was pressed. */
    isSending: () => press !== undefined && performance.now() - press.at < SENDING,
    isPaused,
    /** A control that sends was pressed. */
    press: () => take(false),
    /** A key of the agent's own in the box, before the editor has it. */
    key(event: KeyboardEvent): void {
      const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
      if (isComposing || MODIFIERS.test(key)) return;
      const isChord = ctrlKey || metaKey;
      const removes = REMOVES.test(key) || (isChord && key === 'x');
      removedAt = removes ? performance.now() : 0;
      if (key === 'Enter' && (isChord || !(altKey || shiftKey))) take(!isChord);
      else if (sendKeys.includes(getChord(event))) take(true);
      // Whoever empties the box by hand after it has not sent.
      else if (removes) press = undefined;
      else if (press) press.hasTyped = true;
      hasTyped = true;
    },
    /** The box, or its page, is gone since then, in milliseconds since the page began. */
    end: (at: number) => finish(isPaused() ? 'discarded' : 'left', at, 0),
    begin,
  };
}

function getChord({ ctrlKey, altKey, shiftKey, metaKey, code }: KeyboardEvent): string {
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${metaKey ? 'Meta+' : ''}${code}`;
}

function toLines(blocks: readonly Block[]): string[] {
  return blocks.map(({ text }) => text.trim());
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}

function countWords(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (isQuotation(line) ? 0 : (line.match(WORD)?.length ?? 0)), 0);
}
