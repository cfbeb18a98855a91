import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Host } from '../../lib/background/host.ts';
import { followSubscriptions } from '../../lib/background/subscriptions.ts';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { installPack, loadPacks } from '../../lib/storage/packs.ts';
import { noPolicy, POLICY_KEY, type Policy } from '../../lib/storage/policy.ts';
import { changeSubscriptions, loadSubscriptions } from '../../lib/storage/subscriptions.ts';
import type { Subscription } from '../../lib/subscriptions/subscription.ts';
import { hash, writePack } from '../subscriptions/pack-server.ts';
import { makeTeamPack } from './installed.ts';

const ADDRESS = 'https://packs.acme.example/acme.yaml';
const FIRST = writePack('1.0.0', { widget: 'our widget' });
const SECOND = writePack('2.0.0', { widget: 'our widget', gadget: 'our gadget' });
const mine: Subscription = { url: ADDRESS, by: 'user' };

/** Longer than it should ever take, also where the machine is busy. */
const waitFor = (see: () => unknown) => vi.waitFor(see, { timeout: 10_000 });

const host: Host = {
  start: async () => undefined,
  compile: async ({ texts }) => texts.map(({ name, text }) => compilePackFile(readPackFile(name, text), [])),
};
let file: string;
let asked: string[];
let alarms: Set<string>;
let wake: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  file = FIRST;
  asked = [];
  alarms = new Set();
  Object.assign(fakeBrowser.alarms, {
    get: async (name: string) => (alarms.has(name) ? { name } : undefined),
    create: async (name: string) => void alarms.add(name),
    clear: async (name: string) => alarms.delete(name),
    onAlarm: { addListener: (on: (alarm: { name: string }) => void) => (wake = () => on({ name: 'subscriptions' })) },
  });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(file);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const listInUse = async () =>
  (await loadPacks()).packs.map(({ pack, source }) => `${source.kind} ${pack.id} ${pack.version}`);
const setPolicy = (policy: Partial<Policy>) =>
  fakeBrowser.storage.local.set({ [POLICY_KEY]: { policy: { ...noPolicy, ...policy }, faults: [], from: 'x' } });

describe('The background', () => {
  it('asks nobody for anything, and sets no alarm, while no pack is followed', async () => {
    const checkNow = followSubscriptions(host);
    wake();
    // Its turn comes after whatever the alarm began.
    await checkNow(mine);
    await changeSubscriptions(() => [mine]);
    await waitFor(() => expect([...alarms]).toEqual(['subscriptions']));
    await changeSubscriptions(() => []);
    await waitFor(() => expect([...alarms]).toEqual([]));
    expect(asked).toEqual([]);
  });

  it('looks for a pack when the alarm goes off, once a day', async () => {
    const checkNow = followSubscriptions(host);
    const settle = () => checkNow({ ...mine, by: 'policy' });
    await changeSubscriptions(() => [mine]);
    wake();
    await waitFor(async () => expect(await listInUse()).toEqual(['url acme 1.0.0']));
    wake();
    await settle();
    expect(asked).toHaveLength(1);
    const [first] = await loadSubscriptions();
    await changeSubscriptions(() => [{ ...mine, ...first, triedAt: Date.now() - 25 * 3_600_000 }]);
    file = SECOND;
    wake();
    await waitFor(async () => expect((await loadSubscriptions())[0]?.pending?.pack.version).toBe('2.0.0'));
    expect(asked).toHaveLength(2);
    expect(await listInUse()).toEqual(['url acme 1.0.0']);
  });

  it('looks at once when it is asked to, and does not look for what is not followed', async () => {
    const checkNow = followSubscriptions(host);
    await checkNow(mine);
    expect(asked).toEqual([]);
    await changeSubscriptions(() => [mine]);
    await checkNow(mine);
    await checkNow(mine);
    expect(asked).toEqual([ADDRESS, ADDRESS]);
  });

  it('leaves a pack of the same id alone that was made here', async () => {
    await installPack(makeTeamPack('acme', { widget: 'our widget' }), 'own', { kind: 'own' });
    const checkNow = followSubscriptions(host);
    await changeSubscriptions(() => [mine]);
    await checkNow(mine);
    expect(await listInUse()).toEqual(['own acme 1.0.0']);
    expect((await loadSubscriptions())[0]?.trouble).toEqual({ kind: 'taken', id: 'acme' });
  });

  it('says so when the storage has no room, and tries again', async () => {
    const checkNow = followSubscriptions(host);
    await changeSubscriptions(() => [mine]);
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
      if ('packs' in items) throw new Error('QUOTA_BYTES quota exceeded');
      await set(items);
    });
    await checkNow(mine);
    expect((await loadSubscriptions())[0]?.trouble).toEqual({ kind: 'room', why: 'storage' });
    full.mockRestore();
    await checkNow(mine);
    expect(await listInUse()).toEqual(['url acme 1.0.0']);
  });
});

describe('A pack that the policy names by its address', () => {
  it('comes, gets a new version when the policy pins another file, and goes', async () => {
    followSubscriptions(host);
    await setPolicy({ packs: [{ url: ADDRESS, sha256: hash(FIRST) }] });
    await waitFor(async () => expect(await listInUse()).toEqual(['policy acme 1.0.0']));
    file = SECOND;
    await setPolicy({ packs: [{}, { url: ADDRESS, sha256: hash(SECOND) }] });
    await waitFor(async () => expect(await listInUse()).toEqual(['policy acme 2.0.0']));
    expect((await loadPacks()).packs[0]?.source).toEqual({ kind: 'policy', entry: 1, url: ADDRESS });
    await setPolicy({});
    await waitFor(async () => expect(await listInUse()).toEqual([]));
    expect(await loadSubscriptions()).toEqual([]);
  });

  it('stays as it was when the file is not the one that the policy names', async () => {
    followSubscriptions(host);
    await setPolicy({ packs: [{ url: ADDRESS, sha256: hash(FIRST) }] });
    await waitFor(async () => expect(await listInUse()).toEqual(['policy acme 1.0.0']));
    await setPolicy({ packs: [{ url: ADDRESS, sha256: hash(SECOND) }] });
    await waitFor(async () => expect((await loadSubscriptions())[0]?.trouble?.kind).toBe('pin'));
    expect(await listInUse()).toEqual(['policy acme 1.0.0']);
  });

  it('takes effect in each new version where the policy wants it so, and comes to none of no machines', async () => {
    const checkNow = followSubscriptions(host);
    await setPolicy({ automaticUpdates: true, packs: [{ url: ADDRESS }] });
    await waitFor(async () => expect(await listInUse()).toEqual(['policy acme 1.0.0']));
    file = SECOND;
    await checkNow({ url: ADDRESS, by: 'policy' });
    expect(await listInUse()).toEqual(['policy acme 2.0.0']);
    await setPolicy({ packs: [{ url: ADDRESS, rollout: 0 }] });
    await waitFor(async () => expect(await listInUse()).toEqual([]));
  });
});
