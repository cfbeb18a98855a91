import { addDelta, createDay, type Day, type DayCounts, type RuleCounts } from '../../lib/stats/counts.ts';

/** A day of five replies, 400 words, at the demo desk, with what became of the flags of one rule of a built-in pack. */
export function createWorkday(day: Day, rule: string, counts: Partial<RuleCounts> = {}): DayCounts {
  const totals = { replies: 5, words: 400 };
  const packs = { [`${rule.split('/')[0]}@0.1.0`]: totals };
  const rules = { [`${rule}@0.1.0`]: counts };
  return addDelta(createDay(day, 'other'), { day, desk: 'other', totals, packs, rules });
}
