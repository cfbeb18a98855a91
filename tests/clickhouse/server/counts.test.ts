import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueue, type Queue } from '../../../lib/clickhouse/queue.ts';
import { MOST_BYTES } from '../../../lib/clickhouse/rows.ts';
import { sendAll } from '../../../lib/clickhouse/send.ts';
import { openServer, type Server } from '../../../lib/clickhouse/server.ts';
import { createServerSource } from '../../../lib/clickhouse/source.ts';
import { findTrouble } from '../../../lib/clickhouse/trouble.ts';
import type { DayCounts } from '../../../lib/stats/counts.ts';
import type { StatsSource } from '../../../lib/stats/source.ts';
import { createSource } from '../../../lib/stats/sum.ts';
import type { ServerAccess } from '../../../lib/storage/server.ts';
import { makeDays } from '../counts.ts';
import { startServer, type TestServer } from './start.ts';

const AGENT = '00000000-0000-4000-8000-000000000001';
const ALL = { from: '2025-01-01', to: '2026-12-31' };
const TODAY = '2026-11-22';

let server: TestServer;
let queue: Queue;
beforeAll(async () => {
  server = await startServer();
  queue = openQueue();
});
afterAll(async () => {
  queue.close();
  await server?.stop();
});

/** Sends as an agent's browser does, and tells how large its requests were. */
async function send(
  days: readonly DayCounts[],
  parts: { queue?: Queue; agent?: string; insert?: Server['insert'] } = {},
) {
  const { greet, insert } = openServer(server.agent);
  const sizes: number[] = [];
  const measured: Server['insert'] = async (table, rows) => {
    sizes.push(Buffer.byteLength(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
    await (parts.insert ?? insert)(table, rows);
  };
  await sendAll({
    server: { greet, insert: measured },
    queue: parts.queue ?? queue,
    identity: { agent: parts.agent ?? AGENT, isNamed: false },
    days,
    today: TODAY,
    now: Date.now(),
  });
  return sizes;
}

const getSource = (access: ServerAccess = server.trainer) => createServerSource(openServer(access).ask);

/** Every question that the page asks, and some of one thing alone. */
async function askAll(source: StatsSource) {
  const by = (...dimensions: ('day' | 'week' | 'desk' | 'pack' | 'version' | 'rule')[]) => ({ ...ALL, by: dimensions });
  return {
    totals: await source.sumTotals(by()),
    days: await source.sumTotals(by('day')),
    packs: await source.sumTotals(by('week', 'pack')),
    versions: await source.sumTotals(by('version')),
    onePack: await source.sumTotals({ ...by('desk'), pack: 'wordy' }),
    weeks: await source.sumRules(by('week')),
    rules: await source.sumRules(by('week', 'rule')),
    rulesByVersion: await source.sumRules(by('version')),
    oneRule: await source.sumRules({ ...by('desk'), rule: 'cant-focus/cannot', version: 'cant-focus@5.0.0' }),
    month: await source.sumRules({ ...by('rule'), from: '2026-08-03', to: '2026-08-20', desk: 'zendesk' }),
    replaced: await source.sumReplaced(ALL),
  };
}

const readAll = async () => (await server.ask('SELECT count() FROM cando.counts')).flat().map(Number)[0] ?? 0;

describe('Counts on a real server', () => {
  const days = makeDays(100);
  const corrected = makeDays(40, { revision: 2, seed: 5 });
  const now = [...corrected, ...days.slice(40)];

  test('come back from it as the sums that this browser has', async () => {
    const sizes = await send(days);
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES + 1);
    expect(sizes.length).toBeGreaterThan(2);
    expect(await askAll(getSource())).toEqual(await askAll(createSource(days)));
    const { agents, groups, ...extent } = await getSource().describe();
    expect({ ...extent, agents: [], groups: [] }).toEqual(await createSource(days).describe());
  });

  test('are not sent when nothing has changed', async () => {
    expect(await send(days)).toEqual([]);
  });

  test('that are sent again are the same sums, not twice as much', async () => {
    const before = await readAll();
    await queue.forget();
    await send(days);
    expect(await readAll()).toBeGreaterThan(before);
    expect(await askAll(getSource())).toEqual(await askAll(createSource(days)));
  });

  test('that were corrected take the place of what was there, and rules that are gone from a day are gone', async () => {
    await send(now);
    expect(await askAll(getSource())).toEqual(await askAll(createSource(now)));
  });

  test('of an agent who erased all and began anew take the place of the old ones, though their revision is lower', async () => {
    const anew = makeDays(3, { seed: 9, revision: 1 });
    await send(anew);
    const expected = [...anew, ...now.slice(3)];
    expect(await askAll(getSource())).toEqual(await askAll(createSource(expected)));
    await send(now);
    expect(await askAll(getSource())).toEqual(await askAll(createSource(now)));
  });

  test('stay so after the server has merged its parts', async () => {
    await server.run('OPTIMIZE TABLE cando.counts FINAL');
    expect(await askAll(getSource())).toEqual(await askAll(createSource(now)));
  });

  test('are exact when the server is killed in the middle of a batch, and started again', async () => {
    const later = makeDays(90, { seed: 3, revision: 4 });
    const { insert } = openServer(server.agent);
    let requests = 0;
    const killing: Server['insert'] = async (table, rows) => {
      requests += 1;
      if (requests !== 2) return insert(table, rows);
      // While the request is on its way: whether it came to be written is left to chance, and must not matter.
      const [answer] = await Promise.allSettled([insert(table, rows), server.kill()]);
      if (answer.status === 'rejected') throw answer.reason;
    };
    await expect(send(later, { insert: killing })).rejects.toThrow('offline');
    await server.start();
    await send(later);
    const expected = [...later, ...now.slice(90)];
    expect(await askAll(getSource())).toEqual(await askAll(createSource(expected)));
  });
});

describe('The users of the guide', () => {
  const getTrouble = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error) => findTrouble(error)?.kind,
    );
  const asAgent = (query: string) => getTrouble(openServer(server.agent).ask(query));
  const asTrainer = (query: string) => getTrouble(openServer(server.trainer).ask(query));
  const row = { agent: AGENT, team: 'x', name: 'x', revision: 1 };

  test('let a trainer read, and insert nothing', async () => {
    expect(await asTrainer('SELECT count() FROM counts')).toBe('done');
    expect(await getTrouble(openServer(server.trainer).insert('people', [row]))).toBe('refused');
    expect(await getTrouble(openServer(server.trainer).insert('people_in', [row]))).toBe('refused');
    const inbox = openServer({ ...server.trainer, database: 'cando_inbox' });
    expect(await getTrouble(inbox.insert('people', [row]))).toBe('refused');
  });

  test('let an agent insert, and refuse it the counts, its own too, whichever way it asks', async () => {
    expect(await getTrouble(openServer(server.agent).insert('people', [row]))).toBe('done');
    for (const query of [
      'SELECT count() FROM cando.counts',
      'SELECT count() FROM cando.people',
      'SELECT count() FROM cando.counts_feed',
      'SELECT count() FROM counts',
      'SELECT count() FROM cando_inbox.counts',
      "SELECT * FROM merge('cando', 'counts')",
      "SELECT * FROM remote('127.0.0.1', 'cando', 'counts')",
      'SELECT (SELECT count() FROM cando.counts)',
      'SELECT 1 IN cando.counts',
      'DESCRIBE TABLE cando.counts',
    ])
      expect([query, await asAgent(query)]).toEqual([query, 'refused']);
    expect(await getTrouble(openServer({ ...server.agent, database: 'cando' }).insert('people', [row]))).toBe(
      'refused',
    );
  });

  test('let an agent change no table, and make none that would read the counts for it', async () => {
    const before = await readAll();
    for (const statement of [
      'DROP TABLE cando_inbox.counts',
      'TRUNCATE TABLE cando_inbox.counts',
      'ALTER TABLE cando_inbox.counts DROP COLUMN words',
      'RENAME TABLE cando_inbox.counts TO cando_inbox.other',
      'CREATE TABLE cando_inbox.window AS cando_inbox.counts ENGINE = Buffer(cando, counts, 1, 0, 0, 0, 0, 0, 0)',
      'CREATE MATERIALIZED VIEW cando_inbox.window TO cando.counts AS SELECT * FROM cando_inbox.counts',
      'SET allow_ddl = 1',
      'SYSTEM FLUSH LOGS',
    ])
      expect([statement, await runAs(statement)]).toEqual([statement, expect.stringMatching(/Code: (?:392|291|62)/)]);
    expect(await readAll()).toBe(before);
    expect(await asAgent('SELECT 1')).toBe('done');
  });

  test('say in plain words what is wrong with an address, a password, a database or a table', async () => {
    const ask = (change: Partial<ServerAccess>, query = 'SELECT 1') =>
      getTrouble(openServer({ ...server.trainer, ...change }).ask(query));
    expect(await ask({ password: 'wrong' })).toBe('password');
    expect(await ask({ user: 'nobody' })).toBe('password');
    expect(await ask({ database: 'other' })).toBe('refused');
    expect(await ask({}, 'SELECT * FROM cando.missing')).toBe('noTable');
    expect(await ask({}, 'SELECT missing FROM counts')).toBe('columns');
    expect(await ask({ url: 'http://localhost:9' })).toBe('offline');
  });

  async function runAs(statement: string): Promise<string> {
    const { url, agent } = server;
    const headers = { 'X-ClickHouse-User': agent.user, 'X-ClickHouse-Key': agent.password };
    return (await fetch(url, { method: 'POST', body: statement, headers })).text();
  }
});
