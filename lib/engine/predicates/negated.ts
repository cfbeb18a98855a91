import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const NEGATIONS = wordSet('not no never nobody nothing neither nor without hardly');
const REACH = 3;

/** The hit stands under a no, or has one in it: "you don't have to", "there's no need to". */
export const isNegated: Predicate = ({ words, hit }) => {
  for (let index = hit.to - 1; index >= Math.max(0, hit.from - REACH); index--) {
    if (has(words[index], NEGATIONS)) return true;
    if (index < hit.from + 1 && words[index]?.limit) return false;
  }
  return false;
};
