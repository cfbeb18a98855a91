import { describe, expect, it } from 'vitest';
import { addDelta, createDay, joinReplaced } from '../../lib/stats/counts.ts';
import { askHabits, listHabits } from '../../lib/stats/habits.ts';
import { followRenames } from '../../lib/stats/renamed.ts';
import { createSource } from '../../lib/stats/sum.ts';

const [MONDAY, NEXT] = ['2026-11-02', '2026-11-09'];
const span = { from: MONDAY, to: '2026-11-15' };

/** A rule flagged twice under its old name, in version 1, and three times under the new one, in version 2; beside another. */
const days = (
  [
    [MONDAY, 'acme/old@1.0.0', { flagged: 2, sent: 2 }],
    [NEXT, 'acme/new@2.0.0', { flagged: 3, mended: 3 }],
  ] as const
).map(([day, rule, counts]) =>
  addDelta(createDay(day, 'zendesk'), {
    ...{ day, desk: 'zendesk', totals: { replies: 20, words: 1_000 } },
    packs: { [`acme@${rule.split('@')[1]}`]: { replies: 20, words: 1_000 } },
    rules: { [rule]: counts, 'acme/other@1.0.0': { flagged: 1, sent: 1 } },
    replaced: { [rule]: { [joinReplaced('log in', 'sign in')]: 2 } },
  }),
);

const getRename = () => (rule: string) => (rule === 'acme/old' ? 'acme/new' : rule);
const source = followRenames(createSource(days), getRename);

describe('A rule that was renamed', () => {
  it('is one rule, with all that was counted under its former name', async () => {
    const sums = await source.sumRules({ ...span, by: ['rule'] });
    expect(sums.map(({ rule, flagged, sent, mended }) => [rule, flagged, sent, mended])).toEqual([
      ['acme/new', 5, 2, 3],
      ['acme/other', 2, 2, 0],
    ]);
  });

  it('is still told apart by whatever else is asked for', async () => {
    const sums = await source.sumRules({ ...span, by: ['rule', 'version'] });
    const own = sums.filter(({ rule }) => rule === 'acme/new');
    expect(Object.fromEntries(own.map(({ version, flagged }) => [version, flagged]))).toEqual({
      'acme@1.0.0': 2,
      'acme@2.0.0': 3,
    });
  });

  it('adds up what replaced what, the most frequent first', async () => {
    const words = { phrase: 'log in', template: 'sign in' };
    const other = { ...words, rule: 'acme/other', times: 3 };
    const own = ['acme/old', 'acme/new'].map((rule) => ({ ...words, rule, times: 2 }));
    const answers = [other, ...own];
    const joined = followRenames({ ...createSource(days), sumReplaced: async () => answers }, getRename);
    expect(await joined.sumReplaced(span)).toEqual([{ ...words, rule: 'acme/new', times: 4 }, other]);
  });

  it('has one learning curve', async () => {
    const habits = listHabits(await askHabits(source, span), '2026-11-16');
    expect(habits.map(({ rule }) => rule)).toEqual(['acme/new', 'acme/other']);
    expect(habits[0]?.weeks.map(({ counts: { flagged } }) => flagged)).toEqual([2, 3, 0]);
  });

  it('leaves sums that are not told apart by rule as they are', async () => {
    expect(await source.sumRules({ ...span, by: [] })).toMatchObject([{ flagged: 7, sent: 4 }]);
  });
});
