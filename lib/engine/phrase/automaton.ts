import type { Word } from '../text/words.ts';
import type { Phrase, PhraseNode, WordClass } from './syntax.ts';

/**
 * A phrase as a position automaton (Glushkov): one position a word, no backtracking, so that a match costs at most
 * positions × words whatever the phrase says.
 */
export interface Automaton {
  positions: Position[];
  /** The first one is a virtual start. */
  first: number[];
  atStart: boolean;
  atEnd: boolean;
  hasMark: boolean;
}

interface Position {
  words?: ReadonlySet<string>;
  kind?: WordClass;
  gap: boolean;
  marked: boolean;
  next: number[];
  last: boolean;
}

/** Word indices, ends exclusive. */
export interface Match {
  from: number;
  to: number;
  markFrom: number;
  markTo: number;
}

export type Lists = ReadonlyMap<string, PhraseNode>;

interface Part {
  nullable: boolean;
  first: number[];
  last: number[];
}

const EMPTY: Part = { nullable: true, first: [], last: [] };
const MAX_POSITIONS = 4000;

/**
 * Compiles a phrase with its word lists written in.
 *
 * @throws {RangeError} when the phrase grows too large
 */
export function compilePhrase(phrase: Phrase, lists: Lists): Automaton {
  const positions: Position[] = [];
  const add = (position: Omit<Position, 'next' | 'last'>): Part => {
    if (positions.length >= MAX_POSITIONS) throw new RangeError('a phrase grows too large: shorten its lists or gaps');
    positions.push({ ...position, next: [], last: false });
    const id = positions.length - 1;
    return { nullable: false, first: [id], last: [id] };
  };
  const join = (a: Part, b: Part): Part => {
    for (const from of a.last) positions[from]?.next.push(...b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  };
  const build = (node: PhraseNode, marked: boolean): Part => {
    if ('word' in node) return add({ words: new Set(node.word), gap: false, marked });
    if ('kind' in node) return add({ kind: node.kind, gap: false, marked });
    if ('list' in node) return build(getList(lists, node.list), marked);
    if ('mark' in node) return build(node.mark, true);
    if ('maybe' in node) return { ...build(node.maybe, marked), nullable: true };
    if ('all' in node) return node.all.reduce((part, child) => join(part, build(child, marked)), EMPTY);
    if ('gap' in node) {
      let part = EMPTY;
      for (let count = 0; count < node.gap; count++) {
        part = join(part, { ...add({ gap: true, marked }), nullable: true });
      }
      return part;
    }
    return unite(node.any.flatMap(flatten(lists)), marked, add, build);
  };
  const whole = build(phrase.node, false);
  for (const id of whole.last) (positions[id] as Position).last = true;
  return {
    positions,
    first: whole.first,
    atStart: phrase.atStart === true,
    atEnd: phrase.atEnd === true,
    hasMark: positions.some((position) => position.marked),
  };
}

export function getList(lists: Lists, name: string): PhraseNode {
  const list = lists.get(name);
  if (!list) throw new RangeError(`no word list "{${name}}"`);
  return list;
}

function flatten(lists: Lists) {
  return (node: PhraseNode): PhraseNode[] => {
    const inner = 'list' in node ? getList(lists, node.list) : node;
    return 'any' in inner ? inner.any.flatMap(flatten(lists)) : [inner];
  };
}

/** Alternatives; those of one word share a position. */
function unite(
  choices: PhraseNode[],
  marked: boolean,
  add: (position: Omit<Position, 'next' | 'last'>) => Part,
  build: (node: PhraseNode, marked: boolean) => Part,
): Part {
  const single = new Set(choices.flatMap((choice) => ('word' in choice ? choice.word : [])));
  const parts = choices.filter((choice) => !('word' in choice)).map((choice) => build(choice, marked));
  if (single.size > 0) parts.push(add({ words: single, gap: false, marked }));
  return {
    nullable: parts.some((part) => part.nullable),
    first: parts.flatMap((part) => part.first),
    last: parts.flatMap((part) => part.last),
  };
}

/** Words at which a clause turns; no gap reaches over them. */
const TURNS = new Set(['but', 'however', 'although', 'though', 'whereas']);
const NUMBER = /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred)$/;

function meets(position: Position, word: Word): boolean {
  if (position.words) return word.forms.some((form) => position.words?.has(form));
  if (position.gap) return !word.forms.some((form) => TURNS.has(form));
  const form = word.forms[0] ?? '';
  if (position.kind === 'ing') return form.length > 4 && form.endsWith('ing');
  if (position.kind === 'ed') return form.length > 3 && (form.endsWith('ed') || IRREGULAR.has(form));
  if (position.kind === 'number') return NUMBER.test(form);
  return form !== '';
}

/** Irregular participles that a support reply uses. */
const IRREGULAR = new Set(
  (
    'sent made done given undone taken sold held paid split seen found lost kept left put set read written chosen broken ' +
    'stolen driven flown drawn shown known thrown built bought brought caught taught told met spent dealt cut shut reset ' +
    'upset rebuilt resent withdrawn forgotten hidden overlooked mistaken understood'
  ).split(' '),
);

interface Thread {
  markFrom: number;
  markTo: number;
  /** The last word that a real position (no gap) met. */
  literal: number;
}

/** What a run from one word gave: the longest match, and how far words still to come could carry it. */
export interface Run {
  match?: Match;
  /** The index of the last word met by a word of the phrase while the run was still open at the end, or -1. */
  open: number;
}

const CLOSED: Run = { open: -1 };

/**
 * Runs the automaton from the word at `start`.
 *
 * @param end index after the last word to look at
 */
export function runFrom(automaton: Automaton, words: readonly Word[], start: number, end = words.length): Run {
  if (automaton.atStart && start !== 0) return CLOSED;
  let threads = new Map<number, Thread>();
  let match: Match | undefined;
  for (let index = start; index < end; index++) {
    const word = words[index] as Word;
    if (index > start && word.limit) return { ...(match && { match }), open: -1 };
    const reached = new Map<number, Thread>();
    const enter = (id: number, from: Thread | undefined) => {
      const position = automaton.positions[id] as Position;
      if (reached.has(id) || !meets(position, word)) return;
      const markFrom = position.marked ? (from && from.markFrom >= 0 ? from.markFrom : index) : (from?.markFrom ?? -1);
      reached.set(id, {
        markFrom,
        markTo: position.marked ? index + 1 : (from?.markTo ?? -1),
        literal: position.gap ? (from?.literal ?? -1) : index,
      });
    };
    if (index === start) for (const id of automaton.first) enter(id, undefined);
    else
      for (const [id, thread] of threads)
        for (const next of (automaton.positions[id] as Position).next) enter(next, thread);
    if (reached.size === 0) return { ...(match && { match }), open: -1 };
    threads = reached;
    if (!automaton.atEnd || index === words.length - 1) match = accepted(automaton, threads, start, index) ?? match;
  }
  let open = -1;
  for (const [id, thread] of threads) {
    if ((automaton.positions[id] as Position).next.length > 0) open = Math.max(open, thread.literal);
  }
  return { ...(match && { match }), open };
}

function accepted(automaton: Automaton, threads: Map<number, Thread>, from: number, index: number): Match | undefined {
  for (const [id, thread] of threads) {
    if (!(automaton.positions[id] as Position).last) continue;
    const whole = !automaton.hasMark || thread.markFrom < 0;
    return { from, to: index + 1, markFrom: whole ? from : thread.markFrom, markTo: whole ? index + 1 : thread.markTo };
  }
  return undefined;
}
