import { describe, expect, it } from 'vitest';
import { createDay, type DayCounts } from '../../lib/stats/counts.ts';
import { readDays, readDeltas } from '../../lib/stats/read.ts';

const day: DayCounts = {
  ...createDay('2026-11-22', 'zendesk'),
  revision: 3,
  totals: { replies: 2, words: 100, left: 0, discarded: 1 },
  packs: { 'acme@3.1.0-beta+5': { replies: 2, words: 100 } },
  rules: { 'acme/no-widget@3.1.0-beta+5': { flagged: 2, sent: 2 } },
  replaced: { 'acme/no-widget@3.1.0-beta+5': { 'log in → sign in': 1 } },
};

describe('Counts from a file', () => {
  it('are what they were when they were written', () => {
    expect(readDays(JSON.parse(JSON.stringify([day])))).toEqual([day]);
  });

  it('leave out days that make no sense, and keep the others', () => {
    const wrong = [
      null,
      'day',
      { ...day, day: '2026-02-30' },
      { ...day, desk: '<b>' },
      { ...day, desk: 5 },
      { ...day, revision: -1 },
      { ...day, revision: undefined },
    ];
    expect(readDays([...wrong, day])).toEqual([day]);
    expect(readDays({})).toEqual([]);
  });

  it('leave out numbers that are none, names that are not known, and ids that cannot be', () => {
    const raw = {
      ...day,
      totals: { replies: 'many', words: 1.5, left: -1, discarded: 1, stolen: 5 },
      packs: { 'acme@1.0.0': { words: Number.POSITIVE_INFINITY }, 'my words here': { words: 1 } },
      rules: { 'acme/x@1.0.0': { flagged: 1, mended: null } },
      replaced: { 'acme/x@1.0.0': { ['x'.repeat(5_000)]: 1 } },
    };
    expect(readDays([raw])).toEqual([
      {
        ...day,
        totals: { replies: 0, words: 0, left: 0, discarded: 1 },
        packs: { 'acme@1.0.0': {} },
        rules: { 'acme/x@1.0.0': { flagged: 1 } },
        replaced: { 'acme/x@1.0.0': {} },
      },
    ]);
    expect(readDeltas([{ day: '2026-11-22', desk: 'zendesk', rules: [] }])).toHaveLength(1);
  });
});
