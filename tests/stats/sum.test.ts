import { describe, expect, it } from 'vitest';
import { addDelta, createDay, type DayCounts } from '../../lib/stats/counts.ts';
import { addDays, countDays, getDay, getWeek, isDay } from '../../lib/stats/days.ts';
import { createSource } from '../../lib/stats/sum.ts';

const counted: DayCounts[] = [
  addDelta(createDay('2026-11-20', 'zendesk'), {
    day: '2026-11-20',
    desk: 'zendesk',
    totals: { replies: 2, words: 100 },
    packs: { 'tone@1.0.0': { replies: 2, words: 100 }, 'acme@4.0.0': { replies: 2, words: 100 } },
    rules: { 'tone/a@1.0.0': { flagged: 3, mended: 1, sent: 2 }, 'acme/b@4.0.0': { flagged: 2, rewritten: 2 } },
    replaced: { 'acme/b@4.0.0': { 'log in → sign in': 2 } },
  }),
  addDelta(createDay('2026-11-23', 'gmail'), {
    day: '2026-11-23',
    desk: 'gmail',
    totals: { replies: 1, words: 50, left: 1 },
    packs: { 'tone@1.0.0': { replies: 1, words: 50 }, 'acme@5.0.0': { replies: 1, words: 50 } },
    rules: { 'tone/a@1.0.0': { flagged: 1, ignored: 1 }, 'acme/b@5.0.0': { flagged: 1, rewritten: 1 } },
    replaced: { 'acme/b@5.0.0': { 'log in → sign in': 1 } },
  }),
];
const always = { from: '2026-01-01', to: '2026-12-31' };
const source = createSource(counted);

describe('the sums of what was counted', () => {
  it('adds up what comes to a day, and says how often', () => {
    const twice = addDelta(counted[0] as DayCounts, { day: '2026-11-20', desk: 'zendesk', totals: { words: 7 } });
    expect([twice.totals.words, twice.totals.replies, twice.revision]).toEqual([107, 2, 2]);
    expect(counted[0]?.totals.words).toBe(100);
  });

  it('counts words and replies by week', async () => {
    expect(await source.sumTotals({ ...always, by: ['week'] })).toEqual([
      { week: '2026-11-16', replies: 2, words: 100, left: 0, discarded: 0 },
      { week: '2026-11-23', replies: 1, words: 50, left: 1, discarded: 0 },
    ]);
  });

  it('counts only the drafts in which a version spoke', async () => {
    const words = await source.sumTotals({ ...always, pack: 'acme', by: ['version'] });
    expect(words.map(({ version, words: count }) => [version, count])).toEqual([
      ['acme@4.0.0', 100],
      ['acme@5.0.0', 50],
    ]);
  });

  it('counts what became of flagged phrases by rule, in the days and at the desk asked for', async () => {
    const [rule] = await source.sumRules({ ...always, rule: 'tone/a', by: ['rule'] });
    expect(rule).toMatchObject({ rule: 'tone/a', flagged: 4, mended: 1, sent: 2, ignored: 1 });
    expect(await source.sumRules({ ...always, desk: 'gmail', by: [] })).toMatchObject([{ flagged: 2 }]);
    expect(await source.sumRules({ from: '2026-11-21', to: '2026-11-22', by: [] })).toEqual([]);
  });

  it('tells what replaced what, the most frequent first', async () => {
    expect(await source.sumReplaced(always)).toEqual([
      { rule: 'acme/b', phrase: 'log in', template: 'sign in', times: 3 },
    ]);
  });
});

describe('days', () => {
  it('knows the days of the calendar alone', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 20260228, '2026-13-01'].map(isDay)).toEqual([
      true,
      ...[false, false, false, false],
    ]);
  });

  it('begins weeks on Monday, and counts over the ends of months and years', () => {
    expect(['2026-11-22', '2026-11-23', '2027-01-01'].map(getWeek)).toEqual(['2026-11-16', '2026-11-23', '2026-12-28']);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(countDays('2026-03-01', '2026-02-01')).toBe(-28);
  });

  it('takes the day from the clock of the agent', () => {
    expect(getDay(new Date(2026, 10, 22, 23, 59).getTime())).toBe('2026-11-22');
  });
});
