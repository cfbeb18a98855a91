import { getText, type Sentence } from './clause.ts';
import type { Parsed } from './refusal.ts';
import { capitalise } from './rest.ts';
import { findRunEnd } from './run.ts';

/** A rule that is named as the reason, told behind the sentence as where it stands: "… (section 4 of the terms)". */

const OPENER =
  /^(?:(?:as\s+)?per|under|in (?:line|accordance|keeping|compliance|agreement) with|according to|based on|as (?:outlined|stated|set out|described|explained) in)\s+(?=\S)/i;
/** Half a sentence stands in it, not the name of a rule. */
const CLAUSE = /\b(?:is|are|was|were|will|has|have|can)\b/i;

/** The sentence without the rule, and the rule. */
export function parseCited(sentence: Sentence): Parsed | undefined {
  const { text, words, hit } = sentence;
  const next = words.findIndex((word, at) => at >= hit.to && (word.comma || word.limit));
  const end = hit.from > 0 || next > 0 ? (next < 0 ? words.length : next) : hit.to;
  const whole = getText(sentence, hit.from, end);
  const source = whole.replace(OPENER, '');
  if (source === whole || CLAUSE.test(source) || end - hit.from > 16) return undefined;
  const before = getText(sentence, 0, hit.from).trim();
  const after = getText(sentence, end, words.length);
  if ((before && after) || (before || after).split(' ').length < 3) return undefined;
  const first = words[0]?.start as number;
  const span = { start: first, end: findRunEnd(text, first, words.at(-1)?.end as number) };
  const clause = { from: 0, to: words.length, span, prefix: '', opens: true };
  return { clause, slots: { uncited: capitalise(before || after), source } };
}
