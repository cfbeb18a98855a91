import { findVerbForms } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import { lowerFirst } from './letters.ts';
import type { Parsed } from './refusal.ts';
import { findRunEnd } from './run.ts';

/** A duty told with nobody in it ("The form must be signed"), asked of those who can do it: "Please sign the form". */

const TURNS = wordSet('but however although though because so otherwise as');
const DUTIES = wordSet('must has have needs need should shall');
const ADVERBS = wordSet('also only always now then promptly immediately please');
const OBJECTS: Record<string, string> = { they: 'them', he: 'him', she: 'her' };
/** Before "that" they speak to the customer, as the request itself does. */
const TOLD = wordSet('note advised informed aware reminded');
const NO_SUBJECT = /^(?:then|so|also|therefore|still|there|what|which|who|how|where|when|if|it|i|we|you)\b/i;

export function parseRequest(sentence: Sentence): Parsed | undefined {
  const { text, words, hit } = sentence;
  const at = words.findIndex((word, index) => index >= hit.from && index < hit.to && is(word, 'be'));
  let verb = at + 1;
  while (has(words[verb], ADVERBS)) verb++;
  const participle = words[verb]?.forms[0];
  const base = at > 0 && participle !== undefined ? findVerbForms(participle)?.base : undefined;
  if (!base || base === participle || base === 'be') return undefined;
  const end = Math.max(verb + 1, findEnd(sentence, verb + 1, TURNS));
  const clause = findClause(sentence, end);
  if (!clause) return undefined;
  const duty = words.findIndex((word, index) => index >= hit.from && index < at && has(word, DUTIES));
  const subject = duty < 0 ? '' : getText(sentence, clause.from, duty);
  if (subject === '' || NO_SUBJECT.test(subject) || /,|\b(?:is|are|was|were|has|have)\b/i.test(subject))
    return undefined;
  const asked = OBJECTS[subject.toLowerCase()] ?? lowerFirst(subject);
  const requested = `please ${base} ${asked} ${getText(sentence, verb + 1, end)}`.trim();
  const told = clause.from > 1 && is(words[clause.from - 1], 'that') && has(words[clause.from - 2], TOLD);
  if (!told) return { clause, slots: { requested } };
  // "Please note that …": the request says it all.
  const start = words[0]?.start as number;
  const span = { start, end: findRunEnd(text, start, words[end - 1]?.end as number) };
  return { clause: { ...clause, from: 0, span, opens: true }, slots: { requested } };
}
