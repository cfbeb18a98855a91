import type { Word } from '../text/words.ts';
import type { Predicate } from './types.ts';

/** The hit's own words are a name written with capitals in mid-sentence: "the board game Can't Stop". */
export const isTitle: Predicate = ({ text, words, hit }) => {
  if (words.slice(Math.max(1, hit.from), hit.to).some((word) => isCapitalNo(word, text, words[0]))) return true;
  if (hit.from === 0) return false;
  const first = words[hit.from];
  const neighbour = words.slice(hit.from + 1, hit.to + 1).find((word) => word.start !== first?.start);
  return !first?.forms.includes('i') && isTitled(first, text) && isTitled(neighbour, text);
};

/** With a capital, in a text that does not shout. */
function isTitled(word: Word | undefined, text: string): boolean {
  const second = text[(word?.start ?? 0) + 1] ?? '';
  return word?.capital === true && second === second.toLowerCase();
}

/** "Can't" with a capital in mid-sentence. */
function isCapitalNo(word: Word, text: string, first: Word | undefined): boolean {
  return word.forms.includes('not') && word.start !== first?.start && isTitled(word, text);
}
