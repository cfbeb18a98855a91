import { describe, expect, it } from 'vitest';
import { compareRates } from '../../lib/stats/compare.ts';
import { getBefore, getPreset, getYearBefore, isApart, putInOrder } from '../../lib/stats/range.ts';
import { getRate, getShare, isFew } from '../../lib/stats/rate.ts';
import { getTrend } from '../../lib/stats/trend.ts';
import { createRandom } from '../bench/replies.ts';

const point = (rate: number, words = 1_000) => ({ flagged: (rate * words) / 100, words });

describe('small numbers', () => {
  it('make no rate where nothing was written', () => {
    expect(getRate(0, 0)).toBeUndefined();
    expect(getRate(3, 150)).toBe(2);
  });

  it('are called few below 300 words', () => {
    expect([isFew(299), isFew(300)]).toEqual([true, false]);
  });

  it('make no percentage of fewer than twenty phrases', () => {
    expect([getShare(9, 12), getShare(5, 20)]).toEqual([undefined, 0.25]);
  });
});

describe('the trend', () => {
  it('falls along a line, from its first to its last point', () => {
    const trend = getTrend([4, 3.1, 1.9, 1].map((rate) => point(rate)));
    expect(trend).toMatchObject({ first: 0, last: 3, direction: -1 });
    expect(trend?.start).toBeCloseTo(4.03);
    expect(trend?.end).toBeCloseTo(0.97);
  });

  it('is none where the points go up and down', () => {
    expect(getTrend([1, 4, 2, 3, 1, 4].map((rate) => point(rate)))?.direction).toBe(0);
    // Of four points a line can pass close by chance.
    expect(getTrend([1, 3, 2, 4].map((rate) => point(rate)))?.direction).toBe(0);
  });

  it('is none of four counts that fall by one each, in a line as straight as can be', () => {
    expect(getTrend([7, 6, 5, 4].map((flagged) => ({ flagged, words: 2_000 })))?.direction).toBe(0);
    expect(getTrend([70, 60, 50, 40].map((flagged) => ({ flagged, words: 2_000 })))?.direction).toBe(-1);
  });

  it.each([4, 5, 8, 13, 52])('is found by chance alone in one case of twenty at most, over %i bars', (bars) => {
    const random = createRandom(bars);
    // Events at random over the words: one word in 250, or one in 2,000.
    const draw = (words: number, each: number) => {
      const next = () => -Math.log(1 - random()) * each;
      let flagged = 0;
      for (let at = next(); at < words; at += next()) flagged++;
      return { flagged, words };
    };
    for (const each of [250, 2_000]) {
      let found = 0;
      for (let round = 0; round < 1_000; round++)
        found += Math.abs(getTrend(Array.from({ length: bars }, () => draw(2_000, each)))?.direction ?? 0);
      expect(found).toBeLessThan(60);
    }
  });

  it('weighs a week by its words', () => {
    const even = getTrend([2, 2, 2, 2, 6].map((rate) => point(rate)));
    const light = getTrend([...[2, 2, 2, 2].map((rate) => point(rate)), point(6, 300)]);
    expect(light?.end).toBeLessThan(even?.end as number);
  });

  it('leaves weeks with few words out, and says nothing with fewer than four', () => {
    expect(getTrend([1, 2, 3].map((rate) => point(rate)))).toBeUndefined();
    expect(getTrend([...[1, 2, 3].map((rate) => point(rate)), point(90, 299)])).toBeUndefined();
    expect(getTrend([point(90, 10), ...[3, 2, 2, 1].map((rate) => point(rate))])?.first).toBe(1);
  });
});

describe('two periods', () => {
  it('differ where chance would not make it so', () => {
    expect(compareRates(point(2, 20_000), point(1.5, 20_000))).toEqual({ before: 2, after: 1.5, verdict: 'fewer' });
    expect(compareRates(point(1.5, 20_000), point(2, 20_000)).verdict).toBe('more');
    // Two standard errors: the root of 101 + 131, and of 101 + 130, against 30 and 29.
    expect(compareRates(point(1, 10_000), point(1.31, 10_000)).verdict).toBe('more');
    expect(compareRates(point(1, 10_000), point(1.3, 10_000)).verdict).toBe('chance');
  });

  it('are told as chance where they might be, and as few where little was written', () => {
    expect(compareRates(point(2, 1_000), point(1.5, 1_000)).verdict).toBe('chance');
    expect(compareRates(point(0, 1_000), point(0, 1_000)).verdict).toBe('chance');
    expect(compareRates(point(9, 299), point(1, 9_000)).verdict).toBe('few');
  });
});

describe('periods', () => {
  it('are whole weeks up to today', () => {
    expect(getPreset('week', '2026-11-20')).toEqual({ from: '2026-11-14', to: '2026-11-20' });
    expect(getPreset('quarter', '2026-11-20')).toEqual({ from: '2026-08-22', to: '2026-11-20' });
  });

  it('reach back to the first day where all is asked for', () => {
    expect(getPreset('all', '2026-11-20', '2024-11-21')).toEqual({ from: '2024-11-21', to: '2026-11-20' });
    expect(getPreset('all', '2026-11-20')).toEqual({ from: '2026-11-20', to: '2026-11-20' });
  });

  it('are compared with as many days before, or the same weekdays a year ago', () => {
    const week = { from: '2026-11-14', to: '2026-11-20' };
    expect(getBefore(week)).toEqual({ from: '2026-11-07', to: '2026-11-13' });
    expect(getYearBefore(week)).toEqual({ from: '2025-11-15', to: '2025-11-21' });
  });

  it('lie apart where no day is in both', () => {
    const week = { from: '2026-11-14', to: '2026-11-20' };
    expect(isApart(week, { from: '2026-11-07', to: '2026-11-13' })).toBe(true);
    expect(isApart({ from: '2026-11-21', to: '2026-11-21' }, week)).toBe(true);
    expect(isApart(week, { from: '2026-11-07', to: '2026-11-14' })).toBe(false);
    expect(isApart(week, { from: '2026-11-16', to: '2026-11-17' })).toBe(false);
    expect(isApart(week, week)).toBe(false);
  });

  it('are put in order when their days were typed the other way round', () => {
    expect(putInOrder({ from: '2026-11-20', to: '2026-11-01' })).toEqual({ from: '2026-11-01', to: '2026-11-20' });
  });
});
