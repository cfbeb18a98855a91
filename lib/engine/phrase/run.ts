import type { Word } from '../text/words.ts';
import { type Automaton, MAX_POSITIONS, type Position } from './automaton.ts';

/** Word indices, ends exclusive. */
export interface Match {
  from: number;
  to: number;
  markFrom: number;
  markTo: number;
}

/** What a run from one word gave: the longest match, and how far words still to come could carry it. */
export interface Run {
  match: Match | undefined;
  /** The index of the last word met by a word of the phrase while the run was still open at the end, or -1. */
  open: number;
}

const CLOSED: Run = { match: undefined, open: -1 };

/** Words at which a clause turns; no gap reaches over them. */
const TURNS = new Set(['but', 'however', 'although', 'though', 'whereas', 'because']);
const NUMBER = /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred)$/;

/** Irregular participles that a support reply uses. */
const IRREGULAR = new Set(
  (
    'sent made done given undone taken sold held paid split seen found lost kept left put set read written chosen broken ' +
    'stolen driven flown drawn shown known thrown built bought brought caught taught told met spent dealt cut shut reset ' +
    'upset rebuilt resent withdrawn forgotten hidden overlooked mistaken understood'
  ).split(' '),
);

function isOneOf(forms: readonly string[], words: ReadonlySet<string>): boolean {
  for (const form of forms) if (words.has(form)) return true;
  return false;
}

function meets(position: Position, { forms }: Word): boolean {
  if (position.word !== undefined) return forms.includes(position.word);
  if (position.words) return isOneOf(forms, position.words);
  if (position.gap) return !isOneOf(forms, TURNS);
  const form = forms[0] ?? '';
  if (position.kind === 'ing') return form.length > 4 && form.endsWith('ing');
  if (position.kind === 'ed') return form.length > 3 && (form.endsWith('ed') || IRREGULAR.has(form));
  if (position.kind === 'number') return NUMBER.test(form);
  return form !== '';
}

/** The threads of one step, by position: where their mark began and ended, and the last word met by no gap. */
interface Threads {
  count: number;
  ids: Int32Array;
  markFrom: Int32Array;
  markTo: Int32Array;
  literal: Int32Array;
}

const createThreads = (): Threads => ({
  count: 0,
  ids: new Int32Array(MAX_POSITIONS),
  markFrom: new Int32Array(MAX_POSITIONS),
  markTo: new Int32Array(MAX_POSITIONS),
  literal: new Int32Array(MAX_POSITIONS),
});

// A run calls nothing that runs, so that all runs share what a step needs and none allocates.
let now = createThreads();
let next = createThreads();
const entered = new Int32Array(MAX_POSITIONS);
let step = 0;

function enter(automaton: Automaton, id: number, word: Word, index: number, from: number): void {
  if (entered[id] === step) return;
  const position = automaton.positions[id] as Position;
  // A word that may be any stays in its piece: "this, 3G has…" is no "this {#word} has".
  if (!meets(position, word) || (position.kind === 'word' && word.comma && from >= 0)) return;
  entered[id] = step;
  next.ids[next.count++] = id;
  const markFrom = from < 0 ? -1 : (now.markFrom[from] as number);
  next.markFrom[id] = position.marked && markFrom < 0 ? index : markFrom;
  next.markTo[id] = position.marked ? index + 1 : from < 0 ? -1 : (now.markTo[from] as number);
  next.literal[id] = position.gap ? (from < 0 ? -1 : (now.literal[from] as number)) : index;
}

/** A match can begin at this word; a cheap look before a run. */
export function canStart(automaton: Automaton, words: readonly Word[], start: number): boolean {
  if (automaton.atStart && start !== 0) return false;
  return !automaton.openers || isOneOf((words[start] as Word).forms, automaton.openers);
}

/**
 * Runs the automaton from the word at `start`, at which it can start. The first thread to reach a position stands for
 * all.
 *
 * @param end index after the last word to look at
 */
export function runFrom(automaton: Automaton, words: readonly Word[], start: number, end = words.length): Run {
  let match: Match | undefined;
  now.count = 0;
  for (let index = start; index < end; index++) {
    const word = words[index] as Word;
    if (index > start && word.limit) return match ? { match, open: -1 } : CLOSED;
    step++;
    next.count = 0;
    if (index === start) for (const id of automaton.first) enter(automaton, id, word, index, -1);
    for (let at = 0; at < now.count; at++) {
      const from = now.ids[at] as number;
      for (const id of (automaton.positions[from] as Position).next) enter(automaton, id, word, index, from);
    }
    [now, next] = [next, now];
    if (now.count === 0) return match ? { match, open: -1 } : CLOSED;
    if (!automaton.atEnd || isLast(words, index)) match = accept(automaton, start, index) ?? match;
  }
  return match || now.count > 0 ? { match, open: findOpen(automaton) } : CLOSED;
}

/** Nothing but links follows. */
function isLast(words: readonly Word[], index: number): boolean {
  for (let at = index + 1; at < words.length; at++) if (!words[at]?.opaque) return false;
  return true;
}

function findOpen(automaton: Automaton): number {
  let open = -1;
  for (let at = 0; at < now.count; at++) {
    const id = now.ids[at] as number;
    if ((automaton.positions[id] as Position).next.length > 0) open = Math.max(open, now.literal[id] as number);
  }
  return open;
}

function accept(automaton: Automaton, from: number, index: number): Match | undefined {
  for (let at = 0; at < now.count; at++) {
    const id = now.ids[at] as number;
    if (!(automaton.positions[id] as Position).last) continue;
    const markFrom = now.markFrom[id] as number;
    const whole = !automaton.hasMark || markFrom < 0;
    return {
      from,
      to: index + 1,
      markFrom: whole ? from : markFrom,
      markTo: whole ? index + 1 : (now.markTo[id] as number),
    };
  }
  return undefined;
}
