import { has, is, wordSet } from '../text/forms.ts';
import { findSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const WHO = wordSet('i we you');
const ABLE = wordSet('can could');
const INSTEAD = wordSet('instead alternatively');
const DOERS = wordSet('i we');
const NEGATIONS = wordSet('not never no only');

/** The sentence offers something: "we can…", "you could…", "instead", "alternatively", "I'll send", "I'd be happy to". */
export const offers: Predicate = (situation) => {
  const { words } = situation;
  const { from, to } = findSegment(situation);
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (has(word, INSTEAD)) return true;
    const next = words[index + 1];
    if (has(word, WHO) && has(next, ABLE) && !has(words[index + 2], NEGATIONS)) return true;
    if (has(word, DOERS) && is(next, 'will') && !has(words[index + 2], NEGATIONS)) return true;
    if (is(word, 'happy') && is(next, 'to')) return true;
  }
  return false;
};
