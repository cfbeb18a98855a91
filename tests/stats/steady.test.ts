import { describe, expect, it } from 'vitest';
import { addDelta, createDay, type DayCounts } from '../../lib/stats/counts.ts';
import { askHabits, listHabits } from '../../lib/stats/habits.ts';
import { askReport, findRule, type Report } from '../../lib/stats/report.ts';
import { countWithout, leaveOut, listLeftOut, listOff } from '../../lib/stats/steady.ts';
import { createSource } from '../../lib/stats/sum.ts';
import { getMonday } from './lived-weeks.ts';

/** Twelve weeks of 1,000 words: `tone/a` is flagged nine times a week until it is switched off after the sixth, `tone/b` twice in all. */
const days: DayCounts[] = Array.from({ length: 12 }, (_, week) => {
  const [day, totals] = [getMonday(week), { replies: 9, words: 1_000 }];
  const rules = { ...(week < 6 && { 'tone/a@1.0.0': { flagged: 9 } }), 'tone/b@1.0.0': { flagged: 2 } };
  return addDelta(createDay(day, 'gmail'), { day, desk: 'gmail', totals, packs: { 'tone@1.0.0': totals }, rules });
});
const source = createSource(days);
const habits = listHabits(await askHabits(source, { from: getMonday(0), to: getMonday(12) }), getMonday(12), {
  'tone/a': [{ from: getMonday(6) }],
});

async function report(from: number, to: number): Promise<Report> {
  const filter = { from: getMonday(from), to: getMonday(to) };
  return leaveOut(source, await askReport(source, filter, await source.describe()), listOff(habits, filter));
}

describe('A rule that was switched off', () => {
  it('is set against the words of the weeks in which it was on', async () => {
    const all = await report(0, 11);
    const words = all.rules.map((part) => [part.key, part.flagged, part.words]);
    expect(words).toEqual([
      ['tone/a', 54, 6_000],
      ['tone/b', 24, 12_000],
    ]);
    expect(all.off).toEqual([{ rule: 'tone/a', words: 6_000 }]);
  });

  it('is left out of what trends are told from, week by week, and by day in a short period', async () => {
    const all = await report(0, 11);
    expect(all.times.map(({ flagged }) => flagged)).toEqual([11, 11, 11, 11, 11, 11, 2, 2, 2, 2, 2, 2]);
    expect(all.steady.map(({ flagged }) => flagged)).toEqual(Array(12).fill(2));
    const short = await report(4, 7);
    expect([short.unit, short.times.length]).toEqual(['day', 22]);
    const flagged = short.steady.filter(({ words }) => words > 0).map((part) => part.flagged);
    expect(flagged).toEqual([2, 2, 2, 2]);
  });

  it('makes no difference between two periods: neither in all, nor by itself', async () => {
    const [before, after] = [await report(0, 5), await report(6, 11)];
    expect([...listLeftOut(before, after)]).toEqual(['tone/a']);
    const without = listLeftOut(before, after);
    expect(countWithout(before, without)).toEqual({ flagged: 12, words: 6_000 });
    expect(countWithout(after, without)).toEqual({ flagged: 12, words: 6_000 });
    expect(findRule(after, 'tone/a')).toMatchObject({ flagged: 0, words: 0 });
    expect(findRule(before, 'tone/a')).toMatchObject({ flagged: 54, words: 6_000 });
  });

  it('is as any other in a period in which it was on', async () => {
    const before = await report(0, 5);
    expect([before.off, before.steady]).toEqual([[], before.times]);
  });
});
