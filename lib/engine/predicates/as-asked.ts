import { is } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Predicate } from './types.ts';

const PHRASES = [
  'as you asked',
  'as you wished',
  'as you requested',
  'as requested',
  'as discussed',
  'as agreed',
  'at your request',
  'per your request',
  'you asked us to',
  'you asked me to',
  'you asked for',
  'you requested',
  'on your request',
].map((phrase) => phrase.split(' '));

function standsAt(phrase: readonly string[], words: readonly Word[], at: number): boolean {
  return phrase.every((form, index) => is(words[at + index], form));
}

/** The customer wished it: "I've cancelled it as you asked", "it was closed at your request". */
export const isAsAsked: Predicate = ({ words }) =>
  words.some((_, at) => PHRASES.some((phrase) => standsAt(phrase, words, at)));
