import type { Word } from '../text/words.ts';
import { type Automaton, compileLater, getList, type Lists } from './automaton.ts';
import { canStart, type Match, runFrom } from './run.ts';
import type { Phrase, PhraseNode } from './syntax.ts';

/**
 * Finds the candidates of any number of phrases in one pass: each phrase is filed under its rarest word that must be
 * there, so that a sentence costs what its words cost, not what the rules cost.
 */
export interface WordIndex<Owner> {
  search(words: readonly Word[], found: (owner: Owner, match: Match) => void): void;
}

export interface IndexedPhrase<Owner> {
  phrase: Phrase;
  /** The word lists of its pack. */
  lists: Lists;
  owner: Owner;
}

interface Anchor {
  words: Set<string>;
  cost: number;
  /** How many words may stand before it within the phrase. */
  min: number;
  max: number;
}

interface Entry<Owner> {
  owner: Owner;
  automaton: () => Automaton;
  min: number;
  max: number;
  /** The words from which it was run already in the sentence of this number. */
  tried: { sentence: number; starts: number[] };
}

/** Roughly how often a word opens the door for nothing, in support replies; unlisted words are rare. */
const COMMON: Record<string, number> = {};
for (const [weight, words] of [
  [90, 'the to you your a i and we for is be it of this have in that our are on with will us can not'],
  [
    40,
    "me my if so at as or do an by was from but has any there what when been no all out up get please would 's how am",
  ],
  [15, 'sorry help know like more just here could about time issue order need let see also may they their should now'],
] as const) {
  for (const word of words.split(' ')) COMMON[word] = weight;
}

function getCost(words: Set<string>): number {
  let cost = 0;
  for (const word of words) cost += COMMON[word] ?? 1;
  return cost;
}

/** Lists are shared by many phrases and looked at once. */
const knownLengths = new WeakMap<PhraseNode, { min: number; max: number }>();
const knownAnchors = new WeakMap<PhraseNode, Anchor | undefined>();

function once<Value>(known: WeakMap<PhraseNode, Value>, node: PhraseNode, find: (node: PhraseNode) => Value): Value {
  if (!known.has(node)) known.set(node, find(node));
  return known.get(node) as Value;
}

function lengths(node: PhraseNode, lists: Lists): { min: number; max: number } {
  if ('word' in node || 'kind' in node) return { min: 1, max: 1 };
  if ('gap' in node) return { min: 0, max: node.gap };
  if ('list' in node) return once(knownLengths, getList(lists, node.list), (list) => lengths(list, lists));
  if ('mark' in node) return lengths(node.mark, lists);
  if ('maybe' in node) return { min: 0, max: lengths(node.maybe, lists).max };
  const parts = ('all' in node ? node.all : node.any).map((child) => lengths(child, lists));
  if ('all' in node) {
    return { min: parts.reduce((sum, part) => sum + part.min, 0), max: parts.reduce((sum, part) => sum + part.max, 0) };
  }
  return { min: Math.min(...parts.map((part) => part.min)), max: Math.max(...parts.map((part) => part.max)) };
}

/** The cheapest word set of which one must be there, or undefined where the node can do without words. */
function findAnchor(node: PhraseNode, lists: Lists): Anchor | undefined {
  if ('word' in node) return { words: new Set(node.word), cost: getCost(new Set(node.word)), min: 0, max: 0 };
  if ('list' in node) return once(knownAnchors, getList(lists, node.list), (list) => findAnchor(list, lists));
  if ('mark' in node) return findAnchor(node.mark, lists);
  if ('any' in node) {
    const anchors = node.any.map((child) => findAnchor(child, lists));
    if (anchors.some((anchor) => !anchor)) return undefined;
    const words = new Set(anchors.flatMap((anchor) => [...(anchor as Anchor).words]));
    const all = anchors as Anchor[];
    return {
      words,
      cost: getCost(words),
      min: Math.min(...all.map((a) => a.min)),
      max: Math.max(...all.map((a) => a.max)),
    };
  }
  if (!('all' in node)) return undefined;
  let best: Anchor | undefined;
  let before = { min: 0, max: 0 };
  for (const child of node.all) {
    const anchor = findAnchor(child, lists);
    if (anchor && (!best || anchor.cost < best.cost)) {
      best = { ...anchor, min: before.min + anchor.min, max: before.max + anchor.max };
    }
    const size = lengths(child, lists);
    before = { min: before.min + size.min, max: before.max + size.max };
  }
  return best;
}

/**
 * Files phrases under their anchors.
 *
 * @throws {RangeError} for a phrase without any word that must be there
 */
export function createWordIndex<Owner>(phrases: readonly IndexedPhrase<Owner>[]): WordIndex<Owner> {
  const entries = new Map<string, Entry<Owner>[]>();
  for (const { phrase, lists, owner } of phrases) {
    const anchor = findAnchor(phrase.node, lists);
    if (!anchor) throw new RangeError('a phrase needs at least one word that must be there');
    const { min, max } = anchor;
    const entry = { owner, automaton: compileLater(phrase, lists), min, max, tried: { sentence: 0, starts: [] } };
    for (const word of anchor.words) {
      const list = entries.get(word);
      if (list) list.push(entry);
      else entries.set(word, [entry]);
    }
  }
  let sentence = 0;
  return {
    search(words, found) {
      sentence++;
      for (let index = 0; index < words.length; index++) {
        for (const form of (words[index] as Word).forms) {
          const list = entries.get(form);
          if (list) for (const entry of list) tryEntry(entry, words, index, sentence, found);
        }
      }
    },
  };
}

/** Runs a phrase from every word from which its anchor, met at `index`, could be reached. */
function tryEntry<Owner>(
  { automaton: compile, owner, min, max, tried }: Entry<Owner>,
  words: readonly Word[],
  index: number,
  sentence: number,
  found: (owner: Owner, match: Match) => void,
): void {
  const automaton = compile();
  const last = automaton.atStart ? Math.min(0, index - min) : index - min;
  for (let start = Math.max(0, index - max); start <= last; start++) {
    if (!canStart(automaton, words, start)) continue;
    if (tried.sentence !== sentence) {
      tried.sentence = sentence;
      tried.starts.length = 0;
    }
    if (tried.starts.includes(start)) continue;
    tried.starts.push(start);
    const { match } = runFrom(automaton, words, start);
    if (match) found(owner, match);
  }
}
