import type { Lists } from './lists.ts';
import { findNeeds } from './needs.ts';
import type { Phrase } from './syntax.ts';

/**
 * Which phrases a sentence may hold, told from its words alone. Made where packs are compiled, so that a page reads no
 * phrase before a sentence asks for it. Plain JSON; sets of words and phrases go by their number, in base 36.
 */
export interface PhraseIndex {
  /** How many sets there are. */
  sets: number;
  /** By word: the sets that it is in, each as the step from the one before. */
  words: Record<string, string>;
  /** By phrase: the sets from each of which a sentence must hold a word, the rarest first. */
  needs: string[];
}

/** Further sets rule out little, and a page carries them all. */
const MOST_NEEDS = 2;
const BASE = 36;

/**
 * Files phrases under the words that they need.
 *
 * @throws {RangeError} for a phrase without any word that must be there
 */
export function indexPhrases(phrases: readonly Phrase[], lists: Lists): PhraseIndex {
  const numbers = new Map<string, number>();
  const members = new Map<string, number[]>();
  const needs = phrases.map(({ node }) => {
    const found = findNeeds(node, lists).slice(0, MOST_NEEDS);
    if (found.length === 0) throw new RangeError('a phrase needs at least one word that must be there');
    return [...new Set(found.map((need) => number([...need].sort())))].map((set) => set.toString(BASE)).join(' ');
  });
  function number(words: readonly string[]): number {
    const name = words.join(' ');
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const set = numbers.size;
    numbers.set(name, set);
    for (const word of words) members.set(word, [...(members.get(word) ?? []), set]);
    return set;
  }
  const words = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, sets]) => [word, writeSteps(sets)]);
  return { sets: numbers.size, words: Object.fromEntries(words), needs };
}

function writeSteps(sets: readonly number[]): string {
  return sets.map((set, at) => (set - (sets[at - 1] ?? 0)).toString(BASE)).join(' ');
}

/** The sets of a word, in order. */
export function readSteps(written: string): number[] {
  let set = 0;
  return written.split(' ').map((step) => {
    set += Number.parseInt(step, BASE);
    return set;
  });
}

/** The sets that a phrase needs. */
export function readNeeds(written: string): number[] {
  return written.split(' ').map((set) => Number.parseInt(set, BASE));
}
