import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { OFFERED, THEIRS } from './act.ts';
import { findEndHere, findLead, getText, type Sentence } from './clause.ts';
import { findGroup, isAdverb } from './group.ts';
import { lowerFirst } from './letters.ts';
import { repairPolarity } from './polarity.ts';
import { isSubject, type Parsed } from './refusal.ts';
import { findRunEnd, findRunStart } from './run.ts';

/** What nobody gets, in a clause that gives a reason: "because a card refund is not possible" → "possible", "a card refund". */

const BOUNDS = wordSet('because since as that and but so if when while once or then like');
const CONDITIONS = wordSet('until till before earlier unless without');
const ALONE = wordSet('it they you we i he she there this that these those which');

export function parseState(sentence: Sentence): Parsed | undefined {
  const { words, text } = sentence;
  const group = findGroup(sentence);
  if (!group?.state || !OFFERED.has(group.state)) return undefined;
  const end = findEndHere(sentence, group.to);
  if (has(words[end], CONDITIONS)) return undefined;
  const lead = findLead(words, group.from);
  let from = group.from;
  while (
    from > (lead.to < group.from ? lead.to : 0) &&
    !words[from]?.comma &&
    !words[from]?.limit &&
    !has(words[from - 1], BOUNDS)
  )
    from--;
  let to = group.from;
  while (to > from && isAdverb(words[to - 1])) to--;
  const subject = getText(sentence, from, to);
  const shared = words[to - 1]?.start === words[to]?.start;
  if (shared || THEIRS.test(subject) || !isSubject(subject) || (to - from === 1 && has(words[from], ALONE)))
    return undefined;
  const rest = repairPolarity(getText(sentence, group.to, end));
  if (rest === undefined) return undefined;
  const first = lead.to > lead.from ? lead.from : from;
  const start = findRunStart(text, (words[first] as Word).start, (words[end - 1] as Word).end);
  const span = { start, end: findRunEnd(text, start, (words[end - 1] as Word).end) };
  const clause = { from: first, to: end, span, prefix: '', opens: first === 0 };
  const state = is(words[group.from + 1], 'unavailable') ? 'available' : group.state;
  return { clause, slots: { state, 'state-thing': `${lowerFirst(subject)} ${rest}`.trim() } };
}
