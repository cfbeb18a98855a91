import type { Word } from '../text/words.ts';
import { type Automaton, compileLater } from './automaton.ts';
import type { Lists } from './lists.ts';
import { type PhraseIndex, readNeeds } from './phrase-index.ts';
import { canStart, type Match, runFrom } from './run.ts';

/**
 * Finds the candidates of any number of phrases in one pass: a phrase is run only where a sentence holds what it needs,
 * so that a sentence costs what its words cost, not what the rules cost.
 */
export interface WordIndex<Owner> {
  /** Takes in one pack more; false when there is none left. A search takes in what is left at once. */
  prepare(): boolean;
  search(words: readonly Word[], found: (owner: Owner, match: Match) => void): void;
}

/** The phrases of a pack, in the order of its index; those of rules that do not speak are left out. */
export interface IndexedPhrases<Owner> {
  index: PhraseIndex;
  lists: Lists;
  phrases: readonly ({ written: string; owner: Owner } | undefined)[];
}

interface Entry<Owner> {
  owner: Owner;
  automaton: () => Automaton;
  /** The sets that it needs besides the one under which it is filed. */
  others: readonly number[];
}

/** Puts the indices of some packs together. Its methods throw a RangeError for an index that was made of other phrases. */
export function createWordIndex<Owner>(packs: Iterable<IndexedPhrases<Owner>>): WordIndex<Owner> {
  const pending = packs[Symbol.iterator]();
  /** By set: the phrases that are filed under it. */
  const entries: Entry<Owner>[][] = [];
  const setsOf = new Map<string, number[]>();
  const numbers = new Map<string, number>();

  function number({ name, words }: { name: string; words: readonly string[] }): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const set = entries.push([]) - 1;
    numbers.set(name, set);
    for (const word of words) {
      const sets = setsOf.get(word);
      if (sets) sets.push(set);
      else setsOf.set(word, [set]);
    }
    return set;
  }

  function prepare(): boolean {
    const { value, done } = pending.next();
    if (done) return false;
    const { index, lists, phrases } = value;
    if (phrases.length !== index.needs.length)
      throw new RangeError('the index was made of other phrases: make it anew');
    for (const [at, phrase] of phrases.entries()) {
      if (!phrase) continue;
      const { written, owner } = phrase;
      const [rarest = 0, ...others] = readNeeds(index.needs[at] as string, written, index.sets).map(number);
      entries[rarest]?.push({ owner, automaton: compileLater(written, lists), others });
    }
    return true;
  }

  /** By set: the number of the last sentence that held a word of it, and the first and last such word there. */
  let metIn = new Int32Array();
  let first = metIn;
  let last = metIn;
  function makeRoom(): void {
    const size = entries.length;
    [metIn, first, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  }

  let sentence = 0;

  /** The sentence holds a word of each of these sets. */
  function holds(sets: readonly number[]): boolean {
    for (const set of sets) if (metIn[set] !== sentence) return false;
    return true;
  }

  return {
    prepare,
    search(words, found) {
      while (prepare());
      if (metIn.length < entries.length) makeRoom();
      sentence++;
      const met: number[] = [];
      for (let at = 0; at < words.length; at++) {
        for (const form of (words[at] as Word).forms) {
          for (const set of setsOf.get(form) ?? NONE) {
            if (metIn[set] !== sentence) {
              metIn[set] = sentence;
              first[set] = at;
              met.push(set);
            }
            last[set] = at;
          }
        }
      }
      for (const set of met) {
        for (const entry of entries[set] as Entry<Owner>[]) {
          if (holds(entry.others)) run(entry, words, first[set] as number, last[set] as number, found);
        }
      }
    },
  };
}

const NONE: readonly number[] = [];

/** Runs a phrase from every word from which a word that it needs could be reached; these stand from `first` to `last`. */
function run<Owner>(
  { automaton: compile, owner }: Entry<Owner>,
  words: readonly Word[],
  first: number,
  last: number,
  found: (owner: Owner, match: Match) => void,
): void {
  const automaton = compile();
  // Each position meets one word at most.
  const earliest = Math.max(0, first - automaton.positions.length + 1);
  const latest = automaton.atStart ? 0 : last;
  for (let start = earliest; start <= latest; start++) {
    if (!canStart(automaton, words, start)) continue;
    const { match } = runFrom(automaton, words, start);
    if (match) found(owner, match);
  }
}
