import type { Word } from './words.ts';

/** A set of words, written in one line. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** One of the word's readings is in the set. */
export function has(word: Word | undefined, forms: ReadonlySet<string>): boolean {
  return word?.forms.some((form) => forms.has(form)) ?? false;
}

/** One of the word's readings is this one. */
export function is(word: Word | undefined, form: string): boolean {
  return word?.forms.includes(form) ?? false;
}
