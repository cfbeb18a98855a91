import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const WE = wordSet('i we');
const HANDING = wordSet('told passed shared added sent briefed forwarded explained given attached copied');
const THEY = wordSet('they he she team');
const YOURS = wordSet('your the all everything');

/** Whoever takes over knows the story: "I've told the workshop", "they have your photos". */
export const isHandedOver: Predicate = ({ words }) =>
  words.some((word, index) => {
    if (has(word, WE)) return words.slice(index + 1, index + 4).some((act) => has(act, HANDING));
    return has(word, THEY) && is(words[index + 1], 'have') && has(words[index + 2], YOURS);
  });
