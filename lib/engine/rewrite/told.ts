import { has, wordSet } from '../text/forms.ts';
import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import { lowerOpener } from './letters.ts';
import type { Parsed } from './refusal.ts';
import { parseMain, TURNS } from './rest.ts';

/** "As I said on Friday, it rains": when and where it was said goes with the saying, up to its comma. */

const WHEN = wordSet('on in at during over of from by via when back');
/** Words; a longer piece is more than a time or a place. */
const LONGEST = 9;
const DATED =
  /\b(?:on|in|at|during|over|from)\s+((?:(?:my|our|the|that|this)\s)?[^,]*?(?:\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b)[^,]*)$/i;

/** What was said before, without the saying; and where that names a time, when. */
export function parseTold(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const said = words[hit.to]?.comma ? hit.to : findSaid(sentence);
  const since = said > 0 ? DATED.exec(getText(sentence, hit.from, said))?.[1] : undefined;
  if (said <= hit.to) {
    const parsed = parseMain(sentence);
    const { main } = parsed?.slots ?? {};
    return parsed && main ? { ...parsed, slots: { told: main, ...(since && { since }) } } : undefined;
  }
  const end = Math.max(said, findEnd(sentence, said, TURNS));
  const clause = findClause(sentence, end);
  const told = lowerOpener(getText(sentence, said, end));
  if (clause?.from !== hit.from || !told.includes(' ')) return undefined;
  return { clause, slots: { told, ...(since && { since }) } };
}

/** The first word behind the time or the place that follows the saying, or -1. */
function findSaid({ words, hit }: Sentence): number {
  if (!has(words[hit.to], WHEN)) return -1;
  const comma = words.findIndex((word, at) => at > hit.to && (word.comma || word.limit));
  return comma > 0 && comma - hit.to <= LONGEST ? comma : -1;
}
