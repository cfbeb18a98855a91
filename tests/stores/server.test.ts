import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { loadServers, setAgreed, setServer } from '../../lib/storage/server.ts';
import { createServerStore, type ServerStore } from '../../lib/stores/server.ts';

const ACCESS = { url: 'https://counts.acme.example/', database: 'cando_inbox', user: 'agent', password: '' };

let server: ServerStore;
let page: AbortController;
beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.permissions, { remove: async () => true, contains: async () => true });
  await setServer('sending', ACCESS);
  await setAgreed(ACCESS);
  page = new AbortController();
  const rows = { days: 0, count: 0, person: '{}', rows: [] };
  server = createServerStore(page.signal, {
    showRows: async () => rows,
    send: async () => true,
    isCoached: () => false,
  });
  await vi.waitUntil(() => server.getState().servers.isAgreed);
});
afterEach(() => {
  page.abort();
  vi.restoreAllMocks();
});

test('A yes goes with the server that it was given to', async () => {
  expect(await server.remove('sending')).toBe('done');
  await setServer('sending', ACCESS);
  expect(await loadServers()).toMatchObject({ sending: ACCESS, isAgreed: false });
});

test('A yes does not stay behind when storage breaks while its server is taken away', async () => {
  const { local } = fakeBrowser.storage;
  const set = local.set.bind(local);
  let writes = 0;
  const write = async (items: Record<string, unknown>) =>
    writes++ === 0 ? set(items) : Promise.reject(new Error('broken'));
  vi.spyOn(local, 'set').mockImplementation(write);
  vi.spyOn(local, 'remove').mockImplementation(async (keys) => {
    if (String(keys) === 'server') throw new Error('broken');
  });
  expect(await server.remove('sending')).toBe('failed');
  vi.restoreAllMocks();
  expect(await loadServers()).toMatchObject({ sending: ACCESS, isAgreed: false });
});

test('Whoever cannot take back a yes is told', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('broken'));
  expect(await server.stop()).toBe('failed');
});
