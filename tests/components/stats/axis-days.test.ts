import { describe, expect, it } from 'vitest';
import { chooseMonths } from '../../../components/stats/axis-days.ts';
import { addDays } from '../../../lib/stats/days.ts';

const weeks = (from: string, count: number) => Array.from({ length: count }, (_, at) => addDays(from, 7 * at));
const name = (days: string[], step: number) =>
  [...chooseMonths(days, step, 64)].map((at) => (days[at] ?? '').slice(0, 7));

describe('The months below a chart', () => {
  const years = weeks('2024-11-25', 104);

  it('are named where each begins, when there is room', () => {
    const year = weeks('2025-11-24', 50);
    expect(name(year, 22)).toHaveLength(12);
    expect(year[[...chooseMonths(year, 22, 64)][0] as number]).toBe('2025-12-01');
  });

  it('are the same of every year, as far apart as there is room for', () => {
    expect(name(years, 10)).toEqual(
      ['2025', '2026'].flatMap((year) => ['01', '03', '05', '07', '09', '11'].map((month) => `${year}-${month}`)),
    );
    expect(name(years, 2.5)).toEqual(['2025-01', '2025-07', '2026-01', '2026-07']);
    expect(name(years, 1.3)).toEqual(['2025-01', '2026-01']);
  });

  it('are none where no month begins', () => {
    expect(name(weeks('2026-11-02', 4), 64)).toEqual([]);
    expect(name([], 64)).toEqual([]);
  });
});
