import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const SEEMING = wordSet('feel seem sound look mean come');
const FEELINGS = wordSet(
  'worried frustrated disappointed annoyed confused upset tired excited stressed exhausted delighted pleased concerned ' +
    'interested surprised shocked devastated thrilled relieved mistaken',
);

/** The "must" guesses kindly and orders nothing: "you must be tired", "it must have been hard", "that must feel unfair". */
export const isSupposition: Predicate = ({ words, hit }) => {
  for (let index = Math.max(0, hit.from - 1); index < hit.to; index++) {
    if (!is(words[index], 'must')) continue;
    const next = words[index + 1];
    if (has(next, SEEMING)) return true;
    if (is(next, 'have')) return is(words[index + 2], 'been') && !isOrdered(words[index + 3]?.forms[0]);
    if (is(next, 'be')) return !isOrdered(words[index + 2]?.forms[0]);
  }
  return false;
};

/** "Must be returned" orders; "must be tired" guesses. */
function isOrdered(form = ''): boolean {
  return (
    /(?:ed|en|made|sent|paid|done|given|kept|within|at|in|aware|careful|sure|present|over)$/.test(form) &&
    !FEELINGS.has(form)
  );
}
