import { describe, expect, it } from 'vitest';
import { createServerSource } from '../../lib/clickhouse/source.ts';
import { addDays } from '../../lib/stats/days.ts';
import type { Filter } from '../../lib/stats/source.ts';

const RANGE = { from: '2026-01-01', to: '2026-11-22' };
const getAgent = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A team of three groups: seven, six, and two people; the last two and one of nobody's stand together with the smallest. */
function createTeam(people: readonly (readonly [string, string, string])[]) {
  const asked: string[] = [];
  const source = createServerSource(async (query) => {
    asked.push(query);
    return query.includes('FROM people') ? people.map((row) => [...row]) : [];
  });
  return { source, asked };
}
const team = Array.from(
  { length: 15 },
  (_, at) => [getAgent(at), at < 7 ? 'Night' : at < 13 ? 'Day' : "O'Hara", at < 7 ? `N${at}` : ''] as const,
);

describe('A question to the team’s server', () => {
  it.each([
    ["2026-01-01' OR 1=1 --", 'from'],
    ['2026-02-30', 'to'],
    ["a' OR 'x'='x", 'desk'],
    ["wordy'; DROP TABLE counts", 'pack'],
    ["wordy@1'", 'version'],
    ["wordy/x' UNION ALL SELECT", 'rule'],
    ['x\\', 'desk'],
  ])('is refused with %s as its %s', async (value, name) => {
    const { source, asked } = createTeam(team);
    const filter = { ...RANGE, [name]: value } as Filter;
    await expect(source.sumRules({ ...filter, by: ['week'] })).rejects.toThrow(TypeError);
    await expect(source.sumReplaced(filter)).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  it('asks for sums alone, read with FINAL', async () => {
    const { source, asked } = createTeam(team);
    await source.sumTotals({ ...RANGE, by: ['week', 'pack'] });
    await source.sumRules({ ...RANGE, by: ['rule'], rule: 'wordy/prior-to', desk: 'zendesk' });
    for (const query of asked) {
      expect(query).toMatch(/^SELECT .*sum\(m0\).* GROUP BY d0/);
      expect(query.match(/FROM counts FINAL/g)?.length).toBe(query.match(/FROM counts/g)?.length);
    }
    expect(asked[1]).toContain("pack = 'wordy' AND rule = 'prior-to' AND desk = 'zendesk'");
  });

  it.each(['2026-01-02', '2026-04-03', '2026-04-04', '2028-01-01', '2040-12-31'])(
    'asks for each day up to %s once',
    async (to) => {
      const { source, asked } = createTeam(team);
      await source.sumRules({ from: '2026-01-01', to, by: ['week'] });
      const parts = [...(asked[0] ?? '').matchAll(/day >= '(.*?)' AND day <= '(.*?)'/g)];
      expect(parts.length).toBeLessThanOrEqual(12);
      expect(parts[0]?.[1]).toBe('2026-01-01');
      expect(parts.at(-1)?.[2]).toBe(to);
      for (const [at, [, from = '']] of parts.slice(1).entries()) expect(addDays(parts[at]?.[2] ?? '', 1)).toBe(from);
    },
  );

  it('tells no group under five people apart, and nobody who has not agreed', async () => {
    const { source, asked } = createTeam(team);
    const { groups, agents } = await source.describe();
    for (const { people } of groups) expect(people).toBeGreaterThanOrEqual(5);
    expect(groups.map(({ name }) => name)).not.toContain("O'Hara");
    expect(agents.map(({ name }) => name)).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6']);
    asked.length = 0;
    expect(await source.sumRules({ ...RANGE, by: ['week'], group: "O'Hara" })).toEqual([]);
    expect(await source.sumRules({ ...RANGE, by: ['week'], agent: getAgent(9) })).toEqual([]);
    expect(asked).toEqual([]);
    await source.sumRules({ ...RANGE, by: ['week'], agent: getAgent(2) });
    expect(asked[0]).toContain(`WHERE agent = toUUID('${getAgent(2)}')`);
    await source.sumRules({ ...RANGE, by: ['group'] });
    // What a group is called is free text, and stays here.
    expect(asked.join()).not.toMatch(/Night|Hara/);
  });

  it('leaves out of the groups whoever began to send since they were told apart', async () => {
    const source = createServerSource(async (query) => {
      if (query.includes('FROM people')) return team.map((row) => [...row]);
      return [
        ['', ...Array(9).fill('1')],
        ['0', ...Array(9).fill('7')],
        ['1', ...Array(9).fill('8')],
      ];
    });
    const sums = await source.sumRules({ ...RANGE, by: ['group'] });
    expect(sums.map(({ group, flagged }) => [group, flagged])).toEqual([
      ['', 8],
      ['Night', 7],
    ]);
  });
});
