import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getPause } from '../../lib/clickhouse/pace.ts';
import { MOST_DAYS, openQueue, type Queue } from '../../lib/clickhouse/queue.ts';
import { type CountsRow, cutRows, getKey, MOST_BYTES, toRows } from '../../lib/clickhouse/rows.ts';
import { preview, sendAll } from '../../lib/clickhouse/send.ts';
import { findTrouble, readTrouble, ServerFailure } from '../../lib/clickhouse/trouble.ts';
import type { DayCounts } from '../../lib/stats/counts.ts';
import type { Identity } from '../../lib/storage/identity.ts';
import { makeDays } from './counts.ts';

const AGENT = '00000000-0000-4000-8000-000000000001';
const TODAY = '2026-11-22';
const MINUTE = 60_000;

let queue: Queue;
let sent: { table: string; rows: object[] }[];
beforeEach(async () => {
  queue = openQueue();
  await queue.erase();
  sent = [];
});
afterEach(() => queue.close());

async function send(
  days: readonly DayCounts[],
  {
    identity = {},
    failAt = -1,
    isStrange = false,
  }: { identity?: Partial<Identity>; failAt?: number; isStrange?: boolean } = {},
) {
  const before = sent.length;
  await sendAll({
    server: {
      async greet() {
        if (isStrange) throw new ServerFailure({ kind: 'stranger' });
      },
      async insert(table, rows) {
        if (sent.length === failAt) throw new ServerFailure({ kind: 'offline' });
        sent.push({ table, rows: [...rows] });
      },
    },
    queue,
    identity: { agent: AGENT, isNamed: false, ...identity },
    days,
    today: TODAY,
    now: 1000,
  });
  return sent.slice(before);
}
const look = (days: readonly DayCounts[], isFirst = false) =>
  preview({ queue, identity: { agent: AGENT, isNamed: false }, days, today: TODAY, now: 1 }, isFirst);
const getRows = (requests: typeof sent) =>
  requests.filter(({ table }) => table === 'counts').flatMap(({ rows }) => rows as CountsRow[]);

describe('What waits for the team’s server', () => {
  it('goes out once, and only what has changed goes out again', async () => {
    const days = makeDays(3);
    expect(new Set(getRows(await send(days)).map(({ day }) => day)).size).toBe(3);
    expect(await send(days)).toEqual([]);
    const [first, ...rest] = days as [DayCounts, ...DayCounts[]];
    const rows = getRows(await send([{ ...first, revision: 2 }, ...rest]));
    expect(new Set(rows.map(({ day, revision }) => `${day} ${revision}`))).toEqual(new Set([`${first.day} 2`]));
  });

  it('still waits after a failure, and goes out under the same revision, so that it replaces itself', async () => {
    const days = makeDays(60);
    await expect(send(days, { failAt: 2 })).rejects.toThrow('offline');
    const before = getRows(sent);
    const after = getRows(await send(days));
    const numbers = new Map(before.map(({ day, revision }) => [day, revision]));
    for (const { day, revision } of after) expect(revision).toBe(numbers.get(day) ?? revision);
    expect(new Set([...before, ...after].map(({ day }) => day)).size).toBe(60);
  });

  it('has a higher revision than what was sent, even when all was erased and counted anew', async () => {
    const [day] = makeDays(1, { revision: 7 }) as [DayCounts];
    await send([day]);
    const [row] = getRows(await send([{ ...day, revision: 1 }]));
    expect(row?.revision).toBe(8);
  });

  it('sets to zero what is gone from a day', async () => {
    const [day] = makeDays(1) as [DayCounts];
    const [gone = ''] = Object.keys(day.rules);
    await send([day]);
    const { [gone]: _, ...rules } = day.rules;
    const rows = getRows(await send([{ ...day, revision: 2, rules, replaced: {} }]));
    const [zeroed] = rows.filter(({ pack, rule, version }) => `${pack}/${rule}@${version}` === gone);
    expect(zeroed).toMatchObject({ flagged: 0, mended: 0, revision: 2, replaced: [] });
  });

  it('sets to zero what is gone from a day whose request had no answer', async () => {
    const [day] = makeDays(1) as [DayCounts];
    const [gone = ''] = Object.keys(day.rules);
    await expect(send([day], { failAt: 1 })).rejects.toThrow('offline');
    const { [gone]: _, ...rules } = day.rules;
    const rows = getRows(await send([{ ...day, revision: 2, rules, replaced: {} }]));
    expect(rows.filter((row) => getKey(row) === gone)).toMatchObject([{ flagged: 0, revision: 2 }]);
  });

  it('reaches back two years and no further, however long no server was there', async () => {
    const days = makeDays(1200, { first: '2023-08-11' });
    const { days: count } = await look(days);
    expect(count).toBe(MOST_DAYS);
  });

  it('waits on while something else answers in the server’s place', async () => {
    const days = makeDays(3);
    await expect(send(days, { isStrange: true })).rejects.toThrow('stranger');
    expect(sent).toEqual([]);
    expect((await look(days)).days).toBe(3);
    expect(new Set(getRows(await send(days)).map(({ day }) => day)).size).toBe(3);
  });

  it('is shown whole for another server, and goes there as shown', async () => {
    const days = makeDays(3);
    const first = getRows(await send(days));
    expect((await look(days)).rows).toEqual([]);
    expect((await look(days, true)).rows).toEqual(first);
    await queue.forget();
    expect(getRows(await send(days))).toEqual(first);
  });

  it('is cut into requests of less than 60 KB, and loses no row by that', async () => {
    const requests = await send(makeDays(300));
    const sizes = requests.map(({ rows }) => Buffer.byteLength(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES);
    expect(sizes.length).toBeGreaterThan(3);
    const rows = makeDays(300).flatMap((day) => toRows(day, AGENT, day.revision));
    expect(getRows(requests)).toHaveLength(rows.length);
    expect(cutRows([])).toEqual([]);
    const [day] = makeDays(1) as [DayCounts];
    const [rule = ''] = Object.keys(day.rules);
    const long = Array.from({ length: 60 }, (_, at) => [`${at} ${'भाषा'.repeat(240)}`, 60 - at] as const);
    const [wide = []] = cutRows(toRows({ ...day, replaced: { [rule]: Object.fromEntries(long) } }, AGENT, 1));
    expect(Buffer.byteLength(JSON.stringify(wide))).toBeLessThanOrEqual(MOST_BYTES + 2);
    expect(wide.find((row) => getKey(row) === rule)?.replaced[0]).toBe(long[0]?.[0]);
  });
});

describe('The rows of a person', () => {
  it('sends a name only while its owner has it ticked', async () => {
    const name = 'Ana';
    const untold = await send([], { identity: { name, group: 'Night' } });
    expect(untold).toMatchObject([{ table: 'people', rows: [{ team: 'Night', name: '' }] }]);
    const told = await send([], { identity: { name, isNamed: true } });
    expect(told).toMatchObject([{ rows: [{ team: '', name: 'Ana' }] }]);
    const takenBack = await send([], { identity: { name } });
    expect(takenBack).toMatchObject([{ rows: [{ name: '' }] }]);
    const revisions = sent.map(({ rows }) => (rows[0] as { revision: number }).revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(3);
  });

  it('sends all anew for somebody else, of whom the server has nothing', async () => {
    await send(makeDays(2));
    const other = '00000000-0000-4000-8000-000000000002';
    const rows = getRows(await send(makeDays(2), { identity: { agent: other } }));
    expect(new Set(rows.map(({ day }) => day)).size).toBe(2);
    expect(new Set(rows.map(({ agent }) => agent))).toEqual(new Set([other]));
  });

  it('leaves out what has an id that is none', () => {
    const [day] = makeDays(1) as [DayCounts];
    const rules = { ...day.rules, "x') OR 1=1 --/y@1": { flagged: 1 } };
    expect(toRows({ ...day, rules } as DayCounts, AGENT, 1)).toHaveLength(toRows(day, AGENT, 1).length);
    expect(toRows({ ...day, desk: "a'b" }, AGENT, 1)).toEqual([]);
    expect(toRows(day, 'somebody', 1)).toEqual([]);
  });
});

it('waits a quarter of an hour, and after failures longer and longer, each browser by chance', () => {
  expect([getPause(0, 0), getPause(0, 1)]).toEqual([11.25 * MINUTE, 18.75 * MINUTE]);
  expect([1, 2, 3, 9, 50].map((failures) => getPause(failures, 1) / MINUTE)).toEqual([1, 2, 4, 240, 240]);
  expect(getPause(3, 0)).toBeLessThan(getPause(3, 0.5));
});

describe('What a server says', () => {
  it.each([
    ['of today', Object.assign(new Error('Authentication failed'), { code: '516' }), 'password'],
    ['of 2018', new Error('Code: 193, e.displayText() = DB::Exception: Wrong password for user trainer'), 'password'],
    ['of today', Object.assign(new Error('Not enough privileges'), { code: '497' }), 'refused'],
    ['that is not there', new TypeError('Failed to fetch'), 'offline'],
    ['that is slow', new Error('Timeout error.'), 'slow'],
    ['that is none', new Error('<html>Sign in</html>'), 'stranger'],
  ])('%s is understood, and survives the way from the worker to a page: %s', (_, error, kind) => {
    const trouble = readTrouble(error);
    expect(trouble.kind).toBe(kind);
    expect(findTrouble(new Error(String(new ServerFailure(trouble))))).toEqual(trouble);
  });
});
