import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { findSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const WE = wordSet('i we');
const PAST = wordSet(
  'sent made done given put set got found left told paid took gave wrote rang spoke went bought built written taken sold held spoken',
);
const NO_ACT = wordSet(
  'received noted reviewed tried needed wanted asked heard read seen understood apologised apologized',
);

/** Our side has done something already: "I've refunded you", "we sent it". Hearing, noting and asking are no deeds. */
export const isDone: Predicate = (situation) => {
  const { words } = situation;
  const { from, to } = findSegment(situation);
  for (let index = from; index < to; index++) {
    if (!has(words[index], WE)) continue;
    const acts = words.slice(index + 1, Math.min(to, index + 5));
    if (acts.some((word) => is(word, 'not') || is(word, 'will') || is(word, 'can'))) continue;
    const verb = acts.find((word) => !is(word, 'have') && !isAdverb(word));
    if (verb && isPast(verb)) return true;
  }
  return false;
};

const ADVERBS = wordSet('already just now also personally since gone ahead and');

function isAdverb(word: Word): boolean {
  return has(word, ADVERBS);
}

function isPast(word: Word): boolean {
  const form = word.forms[0] ?? '';
  return !has(word, NO_ACT) && (has(word, PAST) || (form.length > 3 && form.endsWith('ed')));
}
