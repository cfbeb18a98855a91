import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer } from '../../../lib/clickhouse/server.ts';
import { createServerSource } from '../../../lib/clickhouse/source.ts';
import { addDays, countDays, getWeek } from '../../../lib/stats/days.ts';
import type { StatsSource } from '../../../lib/stats/source.ts';
import { AGENTS, COUNT, countRows, DAYS, eachRow, FIRST, generate, LAST, type MadeRow } from './make-rows.ts';
import { startServer, type TestServer } from './start.ts';

const YEARS = { from: FIRST, to: LAST };
const QUARTER = { from: addDays(LAST, -89), to: LAST };
/** Seconds for one chart. */
const BUDGETS = [
  { span: '90 days', range: QUARTER, most: 1 },
  { span: 'two years', range: YEARS, most: 5 },
];

/** The charts of the page, each with what it asks. */
const CHARTS: Record<string, (source: StatsSource, range: typeof YEARS) => Promise<unknown>> = {
  'words by week': (source, range) => source.sumTotals({ ...range, by: ['week'] }),
  'flags by week': (source, range) => source.sumRules({ ...range, by: ['week'] }),
  'flags by rule': (source, range) => source.sumRules({ ...range, by: ['rule'] }),
  'words by desk': (source, range) => source.sumTotals({ ...range, by: ['desk'] }),
  'flags by desk': (source, range) => source.sumRules({ ...range, by: ['desk'] }),
  'words by pack': (source, range) => source.sumTotals({ ...range, by: ['pack'] }),
  'flags by pack': (source, range) => source.sumRules({ ...range, by: ['pack'] }),
  'words by version': (source, range) => source.sumTotals({ ...range, by: ['version'] }),
  'flags by version': (source, range) => source.sumRules({ ...range, by: ['version'] }),
  'flags by group': (source, range) => source.sumRules({ ...range, by: ['group'] }),
  'learning curves': (source, range) => source.sumRules({ ...range, by: ['week', 'rule'] }),
  'what replaced what': (source, range) => source.sumReplaced(range),
};

let server: TestServer;
let source: StatsSource;
beforeAll(async () => {
  server = await startServer();
  for (const statement of generate()) await server.run(statement);
  source = createServerSource(openServer(server.trainer).ask);
}, 1_800_000);
afterAll(() => server?.stop());

describe('Ten million rows, of which every fourth was corrected or sent again', () => {
  test('are all there, and those that were replaced count once', async () => {
    const [[held]] = (await server.ask('SELECT count() FROM cando.counts')) as [[string]];
    // The server's merges have thrown some away that were replaced.
    expect(Number(held)).toBeGreaterThanOrEqual(COUNT);
    expect(Number(held)).toBeLessThanOrEqual(countRows());
    expect(COUNT).toBeGreaterThan(10_000_000);
    const [[standing]] = (await server.ask('SELECT count() FROM cando.counts FINAL')) as [[string]];
    expect(Number(standing)).toBe(COUNT);
    console.log(`${countRows()} rows were sent, ${held} are held, ${standing} count`);
    const { people, groups, first, last } = await source.describe();
    expect({ people, groups: groups.length, first, last }).toEqual({
      people: AGENTS,
      groups: 11,
      first: FIRST,
      last: LAST,
    });
  });

  test.each(BUDGETS)('give over $span the sums that are reckoned without the server', async ({ range }) => {
    const expected = reckon(range);
    const weeks = await source.sumRules({ ...range, by: ['week'] });
    expect(Object.fromEntries(weeks.map(({ week, flagged, sent }) => [week, [flagged, sent]]))).toEqual(expected.weeks);
    const rules = await source.sumRules({ ...range, by: ['rule'] });
    expect(Object.fromEntries(rules.map(({ rule, flagged }) => [rule, flagged]))).toEqual(expected.rules);
    const words = await source.sumTotals({ ...range, by: ['desk'] });
    expect(Object.fromEntries(words.map((sum) => [sum.desk, sum.words]))).toEqual(expected.desks);
    const versions = await source.sumTotals({ ...range, by: ['version'] });
    expect(Object.fromEntries(versions.map((sum) => [sum.version, sum.words]))).toEqual(expected.versions);
    const groups = await source.sumRules({ ...range, by: ['group'] });
    expect(Object.fromEntries(groups.map(({ group, flagged }) => [group, flagged]))).toEqual(expected.groups);
    const [replaced] = await source.sumReplaced(range);
    expect(replaced?.times).toBe(expected.replaced);
  });

  const cases = BUDGETS.flatMap((budget) => Object.keys(CHARTS).map((chart) => ({ ...budget, chart })));
  test.each(cases)('$chart over $span: under $most s', async ({ chart, range, most }) => {
    const draw = CHARTS[chart] as (typeof CHARTS)[string];
    // A machine that others share is slow now and then: the best of a few says what the server can do.
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 5 && (tries < 2 || best >= most); tries++) {
      const start = performance.now();
      await draw(source, range);
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    console.log(`${chart} over ${countDays(range.from, range.to) + 1} days: ${best.toFixed(2)} s`);
    expect(best).toBeLessThan(most);
  });
});

/** The same sums, from the rows themselves. */
function reckon({ from, to }: typeof YEARS) {
  const rules: Record<string, number> = {};
  const desks: Record<string, number> = {};
  const versions: Record<string, number> = {};
  const groups: Record<string, number> = {};
  const weeks: Record<string, [number, number]> = {};
  let replaced = 0;
  const add = (sums: Record<string, number>, key: string, number: number) => {
    sums[key] = (sums[key] ?? 0) + number;
  };
  const [first, last] = [countDays(FIRST, from), countDays(FIRST, to)];
  const names = Array.from({ length: DAYS }, (_, at) => getWeek(addDays(FIRST, at)));
  eachRow((row: MadeRow) => {
    if (row.dayAt < first || row.dayAt > last) return;
    if (row.slot === 0) add(desks, row.desk, row.words);
    else if (row.rule === '') add(versions, `${row.pack}@${row.version}`, row.words);
    else {
      const week = names[row.dayAt] as string;
      const [flagged, sent] = weeks[week] ?? [0, 0];
      weeks[week] = [flagged + row.flagged, sent + row.sent];
      add(rules, `${row.pack}/${row.rule}`, row.flagged);
      add(groups, row.group, row.flagged);
      replaced += row.replaced;
    }
  });
  return { weeks, rules, desks, versions, groups, replaced };
}
