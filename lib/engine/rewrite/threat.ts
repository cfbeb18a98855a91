import { isVerbPhrase } from '../grammar/tags.ts';
import { findVerbForms } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import type { Parsed } from './refusal.ts';

/**
 * A threat, told as how to keep what would be lost: "If you don't pay by Friday, we will cancel your booking" →
 * "your booking", "pay by Friday". The shape of T25.
 */

const NEGATIONS = wordSet('do not have fail to');
const WHOSE = wordSet('your the');
const WILL = wordSet('will may shall would might');
const DOING = wordSet('cancel close suspend terminate block delete deactivate disconnect');
const DONE = wordSet('cancelled canceled closed suspended terminated blocked deleted deactivated disconnected');
const NO_PLACE = /\b(?:until|before|after|when|if)\b/i;

/** What can be kept, and what has to be done for it. */
export function parseThreat(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  if (!is(words[hit.from + 1], 'you')) return undefined;
  let from = hit.from + 2;
  while (has(words[from], NEGATIONS)) from++;
  const comma = words.findIndex((word, at) => at > from && word.comma);
  const will = words.findIndex((word, at) => at > comma && has(word, WILL));
  const end = Math.max(hit.to, findEnd(sentence, hit.to));
  const clause = findClause(sentence, end);
  if (comma < 0 || will < 0 || !clause) return undefined;
  const act = getText(sentence, from, comma);
  const [first = ''] = act.split(' ');
  if (NO_PLACE.test(act) || !isVerbPhrase(act) || findVerbForms(first)?.base !== first) return undefined;
  const kept = has(words[will + 1], DOING)
    ? getText(sentence, will + 2, end)
    : is(words[will + 1], 'be') && has(words[will + 2], DONE) && end === will + 3
      ? getText(sentence, comma, will)
      : '';
  const [whose = ''] = kept.toLowerCase().split(' ');
  if (!WHOSE.has(whose) || NO_PLACE.test(kept)) return undefined;
  return { clause, slots: { kept, keeping: act } };
}
