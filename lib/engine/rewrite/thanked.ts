import { is } from '../text/forms.ts';
import { findClause, getText, type Sentence } from './clause.ts';
import type { Parsed } from './refusal.ts';

/** "Thank you for your email and for the two photos": what else they are thanked for. */
export function parseThanked(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const at = is(words[hit.to], 'and') ? hit.to : -1;
  if (at < 0 || !is(words[at + 1], 'for')) return undefined;
  const clause = findClause({ ...sentence, hit: { from: hit.from, to: words.length } }, words.length);
  const thanked = getText(sentence, at + 2, words.length);
  return clause && thanked.includes(' ') ? { clause, slots: { thanked } } : undefined;
}
