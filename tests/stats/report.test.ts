import { describe, expect, it } from 'vitest';
import { makeDays } from '../../demo/counted-days.ts';
import { readPacks } from '../../lib/packs/read.ts';
import { RULE_MEASURES, TOTAL_MEASURES } from '../../lib/stats/counts.ts';
import { addUp, askReport, type Both, findRule, getOpen } from '../../lib/stats/report.ts';
import { createSource } from '../../lib/stats/sum.ts';

const days = makeDays({ from: '2024-11-21', to: '2026-11-20', seed: 5 });
const source = createSource(days);
const extent = await source.describe();
const filter = { from: '2026-01-05', to: '2026-06-28' };
const asked = days.filter(({ day }) => day >= filter.from && day <= filter.to);

/** Added up without any of the code that is tested. */
function addAll(measure: (typeof RULE_MEASURES)[number] | (typeof TOTAL_MEASURES)[number]): number {
  let sum = 0;
  for (const { totals, rules } of asked) {
    if (measure in totals) sum += totals[measure as 'words'] ?? 0;
    for (const counts of Object.values(rules)) sum += counts[measure as 'flagged'] ?? 0;
  }
  return sum;
}

describe('what the page shows of a period', () => {
  it('equals what was counted, to the unit: over time, by desk, by rule and by category', async () => {
    const report = await askReport(source, filter, extent);
    const expected = Object.fromEntries(
      [...TOTAL_MEASURES, ...RULE_MEASURES].map((measure) => [measure, addAll(measure)]),
    );
    expect(expected.flagged).toBeGreaterThan(1_000);
    expect(report.all).toEqual({ key: '', ...expected });
    expect(addUp(report.times, '')).toEqual(report.all);
    expect(addUp(report.desks, '')).toEqual(report.all);
    for (const parts of [report.rules, report.packs, report.versions])
      expect(pickCounts(addUp(parts, ''))).toEqual(pickCounts(report.all));
  });

  it('is by week in a long period and by day in a short one, with the days between', async () => {
    const long = await askReport(source, filter, extent);
    expect([long.unit, long.times.length, long.times[0]?.key]).toEqual(['week', 25, '2026-01-05']);
    const short = await askReport(source, { from: '2026-01-05', to: '2026-01-12' }, extent);
    expect([short.unit, short.times.map(({ words }) => words > 0)]).toEqual([
      'day',
      [true, true, true, true, true, false, false, true],
    ]);
  });

  it('is by day up to 31 days', async () => {
    const of = async (to: string) => (await askReport(source, { from: '2026-01-05', to }, extent)).unit;
    expect([await of('2026-02-04'), await of('2026-02-05')]).toEqual(['day', 'week']);
  });

  it('is by day where all that was counted is a few days', async () => {
    const one = createSource(makeDays({ from: '2026-11-19', to: '2026-11-19' }));
    const report = await askReport(one, { from: '2026-01-01', to: '2026-11-20' }, await one.describe());
    expect([report.unit, report.times.length]).toEqual(['day', 1]);
  });

  it('sets the flags of rules, packs and versions against the words of the replies in which they spoke', async () => {
    const report = await askReport(source, { from: '2024-11-21', to: '2026-11-20' }, extent);
    expect(new Set(report.rules.map(({ words }) => words))).toEqual(new Set([report.all.words]));
    const [old, fresh] = report.versions.filter(({ key }) => key.startsWith('acme@'));
    expect((old?.words ?? 0) + (fresh?.words ?? 0)).toBe(report.all.words);

    // A pack that came in the second half.
    const late = days.map((one) =>
      one.day < '2026-01-01' ? { ...one, packs: without(one.packs), rules: without(one.rules) } : one,
    );
    const words = late
      .filter(({ day }) => day >= '2026-01-01')
      .reduce((sum, { totals }) => sum + (totals.words ?? 0), 0);
    const fewer = await askReport(createSource(late), { from: '2024-11-21', to: '2026-11-20' }, extent);
    const isOfAcme = ({ key }: { key: string }) => key.startsWith('acme');
    expect(words).toBeLessThan(report.all.words);
    expect([...fewer.rules, ...fewer.packs].filter(isOfAcme).map((part) => part.words)).toEqual([words, words]);
    expect(findRule(fewer, 'acme/never-flagged')).toMatchObject({ flagged: 0, words });
  });

  it('knows what is still in a draft', () => {
    const [one] = days.flatMap(({ rules }) => Object.values(rules));
    expect(one).toBeDefined();
    expect(getOpen({ ...addUp([], ''), flagged: 5, mended: 1, rewritten: 2, undone: 1, sent: 1 })).toBe(2);
  });
});

it('the days that pictures and tests are made of name rules that there are', () => {
  const known = new Set(readPacks().flatMap(({ sources }) => [...sources.keys()]));
  const named = new Set(days.flatMap(({ rules }) => Object.keys(rules).map((key) => key.slice(0, key.indexOf('@')))));
  expect([...named].filter((rule) => !known.has(rule))).toEqual(['acme/say-sign-in']);
});

it('the same seed makes the same days, and each flagged phrase has one end', () => {
  expect(makeDays({ from: '2026-11-02', to: '2026-11-06', seed: 9 })).toEqual(
    makeDays({ from: '2026-11-02', to: '2026-11-06', seed: 9 }),
  );
  const counts = days.flatMap(({ rules }) => Object.values(rules));
  expect(counts.length).toBeGreaterThan(5_000);
  expect(counts.every((one) => getOpen({ ...addUp([], ''), ...one }) === 0)).toBe(true);
});

function without<Value>(byKey: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byKey).filter(([key]) => !key.startsWith('acme')));
}

function pickCounts(part: Both) {
  return RULE_MEASURES.map((measure) => part[measure]);
}
