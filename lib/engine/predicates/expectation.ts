import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const COMING = wordSet(
  'receive received see seen get got hear heard find notice arrive arrived reach be been feel expect land show appear',
);

/** The "should" says what will come, and blames nobody: "you should receive it on Thursday", "it should have arrived". */
export const isExpectation: Predicate = ({ words, hit }) => {
  for (let index = Math.max(0, hit.from - 1); index < hit.to; index++) {
    if (!is(words[index], 'should') || is(words[index + 1], 'not')) continue;
    const after = words
      .slice(index + 1, index + 4)
      .find((word) => !is(word, 'have') && !is(word, 'now') && !is(word, 'already'));
    if (has(after, COMING)) return true;
  }
  return false;
};
