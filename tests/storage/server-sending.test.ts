import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { followServer, sendNow } from '../../lib/background/server.ts';
import { openQueue } from '../../lib/clickhouse/queue.ts';
import type { CountsRow } from '../../lib/clickhouse/rows.ts';
import { addDays, getDay } from '../../lib/stats/days.ts';
import { eraseIdentity, IDENTITY_KEY } from '../../lib/storage/identity.ts';
import { noPolicy, POLICY_KEY } from '../../lib/storage/policy.ts';
import { loadSendState, type ServerAccess, setAgreed, setServer } from '../../lib/storage/server.ts';
import { openStats } from '../../lib/storage/stats-db.ts';
import { makeDays } from '../clickhouse/counts.ts';

const server = vi.hoisted(() => ({
  sent: [] as { url: string; table: string; rows: object[] }[],
  onInsert: async () => {},
}));
vi.mock('../../lib/clickhouse/server.ts', () => ({
  openServer: ({ url }: ServerAccess) => ({
    greet: async () => {},
    async insert(table: string, rows: readonly object[]) {
      server.sent.push({ url, table, rows: [...rows] });
      await server.onInsert();
    },
  }),
}));

const getAccess = (name: string) => ({
  url: `https://${name}.example/`,
  database: 'cando_inbox',
  user: 'agent',
  password: '',
});
const A = getAccess('a');
const B = getAccess('b');
const queue = openQueue();

async function agree(access: ServerAccess): Promise<void> {
  await setServer('sending', access);
  await setAgreed(access);
}
/** Days that were sent to a server. */
const listDays = ({ url }: ServerAccess) =>
  new Set(
    server.sent
      .filter((one) => one.url === url && one.table === 'counts')
      .flatMap(({ rows }) => (rows as CountsRow[]).map(({ day }) => day)),
  );

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(server, { sent: [], onInsert: async () => {} });
  await queue.erase();
  const stats = openStats();
  await stats.erase();
  await stats.merge(makeDays(300, { first: addDays(getDay(Date.now()), -300) }));
  stats.close();
});

describe('Sending to the team’s server', () => {
  it('sends everything to another server, also when its first try has come to nothing', async () => {
    await agree(A);
    await sendNow();
    expect(listDays(A).size).toBe(300);
    await agree(B);
    const get = fakeBrowser.storage.local.get.bind(fakeBrowser.storage.local);
    const broken = vi
      .spyOn(fakeBrowser.storage.local, 'get')
      .mockImplementation(async (key) => (key === IDENTITY_KEY ? Promise.reject(new Error('broken')) : get(key)));
    await sendNow();
    broken.mockRestore();
    expect(listDays(B).size).toBe(0);
    await sendNow();
    expect(listDays(B).size).toBe(300);
  });

  it('ends with the request that is under way when the user says no', async () => {
    await agree(A);
    server.onInsert = async () => {
      if (server.sent.length === 3) await setAgreed(undefined);
    };
    await sendNow();
    expect(server.sent.length).toBeLessThan(6);
    expect(await loadSendState()).toEqual({ failures: 0 });
  });

  it('ends as well when the team forbids it', async () => {
    await agree(A);
    const policy = { ...noPolicy, statistics: 'machine' };
    server.onInsert = async () => {
      if (server.sent.length === 3)
        await fakeBrowser.storage.local.set({ [POLICY_KEY]: { policy, faults: [], from: 'x' } });
    };
    await sendNow();
    expect(server.sent.length).toBeLessThan(6);
  });

  it('forgets what was noted of counts when they are erased', async () => {
    followServer();
    await agree(A);
    await sendNow();
    expect(await queue.load()).toHaveLength(300);
    await eraseIdentity();
    await waitFor(async () => expect(await queue.load()).toEqual([]));
  });
});
