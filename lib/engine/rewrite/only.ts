import { is } from '../text/forms.ts';
import { findClause, findEnd, getText, type Sentence } from './clause.ts';
import { lowerFirst } from './letters.ts';
import type { Parsed } from './refusal.ts';
import type { Slots } from './slots.ts';

/**
 * "Only" makes a small offer of a good one: the shape of T30. It goes where what follows says the limit by itself (a
 * number, a list of times); elsewhere the sentence is turned, so that the one thing stays the only one.
 */

const TIMES = new Set(['on', 'from', 'between', 'at', 'during']);
const UNITS = /^(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty)$/;

/** Takes an "only" within the hit apart, or gives undefined where nothing can be said without it. */
export function parseOnly(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const at = words.findIndex((word, index) => index > hit.from && index < hit.to && is(word, 'only'));
  const verb = words[at + 1];
  if (at < 0 || !verb) return undefined;
  const end = findEnd(sentence, at + 2);
  const clause = findClause(sentence, end);
  if (!clause || clause.from >= at || at - clause.from > 2) return undefined;
  const start = getText(sentence, clause.from, at);
  const rest = getText(sentence, at + 1, end);
  const subject = lowerFirst(getText(sentence, clause.from, clause.from + 1));
  const thing = getText(sentence, at + 2, end);
  const slots: Slots = {};
  const limit = findLimit(sentence, at);
  if (limit) slots[limit] = `${start} ${rest}`;
  if (is(words[at - 1], 'can') && thing)
    Object.assign(slots, { subject, 'only-verb': verb.forms[0], 'only-thing': thing });
  return { clause, slots };
}

/** A number limits by itself; a list of times needs to be told what comes outside it. */
function findLimit({ words }: Sentence, at: number): 'plain' | 'only-times' | undefined {
  const next = words[at + 2]?.forms[0] ?? '';
  if (is(words[at + 1], 'have')) return UNITS.test(next) ? 'plain' : undefined;
  return !is(words[at - 1], 'can') && TIMES.has(next) ? 'only-times' : undefined;
}
