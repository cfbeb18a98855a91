import { getList, type Lists } from './lists.ts';
import { type Phrase, type PhraseNode, parsePhrase, type WordClass } from './syntax.ts';

/**
 * A phrase as a position automaton (Glushkov): one position a word, no backtracking, so that a match costs at most
 * positions × words whatever the phrase says.
 */
export interface Automaton {
  positions: Position[];
  /** Positions at which a match may begin. */
  first: number[];
  /** Every word with which a match may begin; undefined where the shape of a word decides. */
  openers: ReadonlySet<string> | undefined;
  atStart: boolean;
  atEnd: boolean;
  hasMark: boolean;
}

export interface Position {
  /** What the word must be: this one, or one of several, or of a class; any word in a gap. */
  word?: string | undefined;
  words?: ReadonlySet<string> | undefined;
  kind?: WordClass | undefined;
  gap: boolean;
  marked: boolean;
  next: number[];
  last: boolean;
}

interface Part {
  nullable: boolean;
  first: number[];
  last: number[];
}

const EMPTY: Part = { nullable: true, first: [], last: [] };
/** No phrase grows larger, so that what a run needs can be set aside once. */
export const MAX_POSITIONS = 4000;
/** Nor goes it on in more ways, from all of its words together. */
const MAX_WAYS = 20_000;

/** The automaton of a phrase as it is written, read and compiled when it is first asked for: most phrases never are. */
export function compileLater(written: string, lists: Lists): () => Automaton {
  let automaton: Automaton | undefined;
  return () => {
    automaton ??= compilePhrase(parsePhrase(written, lists), lists);
    return automaton;
  };
}

/**
 * Compiles a phrase with its word lists written in.
 *
 * @throws {RangeError} when the phrase grows too large
 */
export function compilePhrase(phrase: Phrase, lists: Lists): Automaton {
  const positions: Position[] = [];
  let ways = 0;
  const add = (marked: boolean, choices: Pick<Position, 'word' | 'words' | 'kind'>, gap = false): Part => {
    if (positions.length >= MAX_POSITIONS) throw new RangeError('a phrase grows too large: shorten its lists or gaps');
    const { word, words, kind } = choices;
    const id = positions.push({ word, words, kind, gap, marked, next: [], last: false }) - 1;
    return { nullable: false, first: [id], last: [id] };
  };
  const join = (a: Part, b: Part): Part => {
    ways += a.last.length * b.first.length;
    if (ways > MAX_WAYS) throw new RangeError('a phrase has too many words that may be missing: shorten it');
    for (const from of a.last) positions[from]?.next.push(...b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  };
  const build = (node: PhraseNode, marked: boolean): Part => {
    if ('word' in node) return add(marked, chooseWord(node.word));
    if ('kind' in node) return add(marked, { kind: node.kind });
    if ('list' in node) return build(getList(lists, node.list), marked);
    if ('mark' in node) return build(node.mark, true);
    if ('maybe' in node) return { ...build(node.maybe, marked), nullable: true };
    if ('all' in node) return node.all.reduce((part, child) => join(part, build(child, marked)), EMPTY);
    if ('gap' in node) {
      // One word after the other, from the last: a run is at one of them at a time.
      let part = EMPTY;
      for (let count = 0; count < node.gap; count++) {
        part = { ...join(add(marked, {}, true), part), nullable: true };
      }
      return part;
    }
    return unite(getChoices(node, lists), marked, add, build);
  };
  const whole = build(phrase.node, false);
  for (const id of whole.last) (positions[id] as Position).last = true;
  return {
    positions,
    first: whole.first,
    openers: collectOpeners(whole.first.map((id) => positions[id] as Position)),
    atStart: phrase.atStart === true,
    atEnd: phrase.atEnd === true,
    hasMark: positions.some((position) => position.marked),
  };
}

/** One word is compared, several are looked up. */
function chooseWord(words: readonly string[]): Pick<Position, 'word' | 'words'> {
  return words.length === 1 ? { word: words[0] } : { words: new Set(words) };
}

function collectOpeners(first: readonly Position[]): Set<string> | undefined {
  const openers = new Set<string>();
  for (const { word, words } of first) {
    if (word !== undefined) openers.add(word);
    else if (!words) return undefined;
    else for (const one of words) openers.add(one);
  }
  return openers;
}

interface Choices {
  /** All alternatives of one word. */
  single: ReadonlySet<string>;
  longer: PhraseNode[];
}

/** The alternatives of a node, told apart once: many phrases share the same few lists. */
const known = new WeakMap<PhraseNode, Choices>();

function getChoices(node: PhraseNode & { any: PhraseNode[] }, lists: Lists): Choices {
  const before = known.get(node);
  if (before) return before;
  const single = new Set<string>();
  const longer: PhraseNode[] = [];
  const sort = (choice: PhraseNode): void => {
    const inner = 'list' in choice ? getList(lists, choice.list) : choice;
    if ('any' in inner) inner.any.forEach(sort);
    else if ('word' in inner) for (const word of inner.word) single.add(word);
    else longer.push(inner);
  };
  sort(node);
  const choices = { single, longer };
  known.set(node, choices);
  return choices;
}

/** Alternatives; those of one word share a position. */
function unite(
  { single, longer }: Choices,
  marked: boolean,
  add: (marked: boolean, choices: Pick<Position, 'word' | 'words'>) => Part,
  build: (node: PhraseNode, marked: boolean) => Part,
): Part {
  const parts = longer.map((choice) => build(choice, marked));
  if (single.size > 0) parts.push(add(marked, chooseWord([...single])));
  return {
    nullable: parts.some((part) => part.nullable),
    first: parts.flatMap((part) => part.first),
    last: parts.flatMap((part) => part.last),
  };
}
