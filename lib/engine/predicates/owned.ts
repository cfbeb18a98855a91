import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const OURS = wordSet('ours mine');
const OUR = wordSet('our my');
const FAILURES = wordSet('fault mistake error failing failure oversight doing');
const BEING = wordSet('is are was were being entirely all');
const QUALITIES = wordSet('own');

/** The failure is owned in the same sentence: "the delay was ours", "that was our mistake". */
export const isOwned: Predicate = ({ words }) =>
  words.some((word, index) => {
    if (has(word, OURS)) return has(words[index - 1], BEING) && !is(words[index - 2], 'not');
    if (!has(word, OUR)) return false;
    const noun = has(words[index + 1], QUALITIES) ? words[index + 2] : words[index + 1];
    return has(noun, FAILURES) && has(words[index - 1], BEING);
  });
