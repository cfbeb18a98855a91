import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { takePolicy } from '../../lib/background/policy.ts';
import { loadPolicy, POLICY_KEY } from '../../lib/storage/policy.ts';
import { eraseServers, loadServers, setAgreed, setServer } from '../../lib/storage/server.ts';

const ACCESS = {
  url: 'https://counts.acme.example/',
  database: 'cando_inbox',
  user: 'agent',
  password: 'secret words',
};
const host = { compile: async () => [] } as unknown as Parameters<typeof takePolicy>[0];

beforeEach(() => fakeBrowser.reset());

describe('The team’s servers', () => {
  it('are none until somebody sets one', async () => {
    expect(await loadServers()).toEqual({ byPolicy: [], isAgreed: false, isForbidden: false });
  });

  it('are sent to only when the user agreed to this very address and database', async () => {
    await setServer('sending', ACCESS);
    expect((await loadServers()).isAgreed).toBe(false);
    await setAgreed(ACCESS);
    expect((await loadServers()).isAgreed).toBe(true);
    await setServer('sending', { ...ACCESS, url: 'https://elsewhere.example/' });
    expect((await loadServers()).isAgreed).toBe(false);
    await eraseServers();
    expect((await loadServers()).sending).toBeUndefined();
  });

  it('are kept apart from the policy that coached pages read', async () => {
    await fakeBrowser.storage.managed.set({ statistics: 'server', server: ACCESS });
    await takePolicy(host);
    expect((await loadPolicy()).statistics).toBe('server');
    const { [POLICY_KEY]: policy } = await fakeBrowser.storage.local.get(POLICY_KEY);
    expect(JSON.stringify(policy)).not.toContain('secret words');
    expect(await loadServers()).toMatchObject({ sending: ACCESS, byPolicy: ['sending'], isAgreed: false });
  });

  it('get nothing where the team keeps counts on the machine', async () => {
    await fakeBrowser.storage.managed.set({ statistics: 'machine', server: ACCESS });
    await takePolicy(host);
    expect((await loadServers()).isForbidden).toBe(true);
  });
});
