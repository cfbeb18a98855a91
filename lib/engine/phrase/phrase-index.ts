import type { Lists } from './lists.ts';
import { findNeeds, type Need } from './needs.ts';
import { parsePhrase } from './syntax.ts';

/**
 * Which phrases a sentence may hold, told from its words alone. Made where packs are compiled, so that a page reads no
 * phrase before a sentence asks for it. Plain JSON, and small: every page carries it.
 */
export interface PhraseIndex {
  /** By phrase: the sets of words from each of which a sentence must hold one, the rarest first; see `readNeeds`. */
  needs: string[];
  /** Sets that stand together in no phrase, their words between spaces. */
  sets: string[];
}

/** Further needs rule out little. */
const MOST_NEEDS = 2;
const BASE = 36;
/** A word, or alternatives of one word each. */
const STRETCH = /[a-z]+(?:\|[a-z]+)*/g;

/**
 * Indexes phrases as they are written.
 *
 * @throws {RangeError} for a phrase without any word that must be there
 */
export function indexPhrases(phrases: readonly string[], lists: Lists): PhraseIndex {
  const sets = new Map<string, number>();
  const needs = phrases.map((written) => {
    const all = findNeeds(parsePhrase(written, lists).node, lists);
    if (all.length === 0) throw new RangeError('a phrase needs at least one word that must be there');
    const stretches = findStretches(written);
    const found = all
      .map((need) => ({ ...need, name: [...need.words].sort().join(' ') }))
      .map((need) => ({ ...need, stretch: stretches.get(need.name) }))
      .sort((a, b) => weigh(a) - weigh(b))
      .slice(0, MOST_NEEDS);
    const names = found.map(({ name, stretch }) => {
      if (stretch) return stretch;
      const number = sets.get(name) ?? sets.size;
      sets.set(name, number);
      return `#${number.toString(BASE)}`;
    });
    return [...new Set(names)].join(' ');
  });
  return { needs, sets: [...sets.keys()] };
}

/** The rarer a need the better; a set of its own costs its bytes in every page. */
function weigh({ words, cost, stretch }: Need & { stretch: string | undefined }): number {
  return cost + (stretch ? 0 : 10 + 3 * words.size);
}

/** The words and alternatives of a phrase: where they stand, by what they say. */
function findStretches(written: string): Map<string, string> {
  const stretches = [...written.matchAll(STRETCH)].map(({ 0: text, index }): [string, string] => {
    const place = `${index.toString(BASE)}+${text.length.toString(BASE)}`;
    return [text.split('|').sort().join(' '), place];
  });
  return new Map(stretches);
}

/**
 * Reads what a phrase needs: each a stretch of the phrase as it is written (`at+length`), or a set by its number (`#n`),
 * in base 36.
 *
 * @returns a name for each set, the same for the same words, and its words
 */
export function readNeeds(
  needs: string,
  written: string,
  sets: readonly string[],
): { name: string; words: string[] }[] {
  return needs.split(' ').map((need) => {
    if (need.startsWith('#')) {
      const name = sets[Number.parseInt(need.slice(1), BASE)] as string;
      return { name, words: name.split(' ') };
    }
    const [at = 0, length = 0] = need.split('+').map((part) => Number.parseInt(part, BASE));
    const name = written.slice(at, at + length);
    return { name, words: name.split('|') };
  });
}
