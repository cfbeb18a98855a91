import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const WE = wordSet('i we');
const VOWED = wordSet('let rest forget stop share sell hesitate change leave rush');
const PAIRS = [
  ['give', 'up'],
  ['take', 'long'],
  ['keep', 'you'],
  ['ask', 'you'],
  ['close', 'it'],
  ['close', 'this'],
] as const;

/** A no that promises something good: "I won't let this happen again", "we won't rest until it is found". */
export const isCommitment: Predicate = ({ words, hit }) => {
  for (let index = Math.max(0, hit.from - 2); index < hit.to; index++) {
    if (!has(words[index], WE) || !is(words[index + 1], 'will')) continue;
    if (!is(words[index + 2], 'not') && !is(words[index + 2], 'never')) continue;
    const [verb, next] = [words[index + 3], words[index + 4]];
    if (has(verb, VOWED) || PAIRS.some(([first, second]) => is(verb, first) && is(next, second))) return true;
  }
  return false;
};
