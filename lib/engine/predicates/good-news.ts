import { has, is, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const NEGATIONS = wordSet('not no never without nobody nothing neither nor');
const HARM = wordSet(
  'charge charged charges fee fees bill billed lose losing lost worry worried wrong expire expired damage damaged hassle ' +
    'risk trouble harm harmed hurt penalty penalised penalized overcharged affected interest obligation catch strings stress',
);
/** Bad news only where they happen to the customer: "it won't be cancelled", "it won't happen again". */
const PASSIVE = wordSet('cancelled canceled deleted late delayed removed suspended');
const AGAIN = wordSet('again');
/** What the customer has coming: "you're owed £20", "you're due €400". */
const COMING = wordSet('owed due entitled');
const REACH = 3;

/**
 * A no to something bad is good news: "you won't be charged", "no need to worry", "it won't happen again". So is what the
 * customer has coming: "you're owed £20".
 */
export const isGoodNews: Predicate = ({ words, hit }) => {
  if (words.some((word, at) => has(word, COMING) && is(words[at - 1], 'are') && is(words[at - 2], 'you'))) return true;
  for (let index = Math.max(0, hit.from - REACH); index < hit.to; index++) {
    if (!has(words[index], NEGATIONS)) continue;
    const after = words.slice(index + 1, index + 2 + REACH);
    if (after.some((word) => has(word, HARM))) return true;
    if (after.some((word, at) => has(word, PASSIVE) && is(after[at - 1], 'be'))) return true;
    if (after.some((word, at) => is(word, 'happen') && has(after[at + 1], AGAIN))) return true;
    if (after.some((word, at) => is(word, 'miss') && is(after[at + 1], 'out'))) return true;
  }
  return false;
};
