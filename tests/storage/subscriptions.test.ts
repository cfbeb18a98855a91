import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageFailure } from '../../lib/storage/area.ts';
import { changePacks, installPack, loadPacks, loadPackText, PacksTooLarge } from '../../lib/storage/packs.ts';
import {
  changeSubscriptions,
  dropPack,
  findInUse,
  findRoomTrouble,
  loadSubscriptions,
  replaceSubscription,
  usePack,
  watchSubscriptions,
  withPin,
  withPolicy,
} from '../../lib/storage/subscriptions.ts';
import type { Subscription } from '../../lib/subscriptions/subscription.ts';
import { makeInstalled, makeTeamPack } from './installed.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const URL_ = 'https://acme.example/house.yaml';
const mine: Subscription = { url: URL_, by: 'user', packId: 'acme', seen: { sha256: 'aa' } };
const team: Subscription = { url: URL_, by: 'policy', entry: 1 };
const acme = makeTeamPack('acme', { widget: 'our widget' });
const next = { pack: { ...acme, version: '2.0.0' }, text: 'two', sha256: 'b2' };

describe('Subscriptions', () => {
  it('are read as they were written, and nothing is left of the last one', async () => {
    expect(await loadSubscriptions()).toEqual([]);
    await changeSubscriptions(() => [mine, team]);
    expect(await loadSubscriptions()).toEqual([mine, team]);
    await changeSubscriptions(() => []);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('are all there when several are made at once, and are told of', async () => {
    const seen: number[] = [];
    watchSubscriptions((list) => seen.push(list.length), new AbortController().signal);
    await Promise.all([mine, team].map((one) => changeSubscriptions((list) => [...list, one])));
    expect(await loadSubscriptions()).toHaveLength(2);
    expect(seen).toEqual([1, 2]);
  });

  it('do not come back when one is given up while it was looked for', async () => {
    await changeSubscriptions(() => [mine]);
    await changeSubscriptions(() => []);
    await replaceSubscription({ ...mine, checkedAt: 5 });
    expect(await loadSubscriptions()).toEqual([]);
  });

  it('are not asked as before when their pin was changed while they were looked for', async () => {
    await changeSubscriptions(() => [withPin(mine, 'ee')]);
    await replaceSubscription({ ...mine, checkedAt: 5 });
    expect(await loadSubscriptions()).toEqual([withPin(mine, 'ee')]);
    await replaceSubscription({ ...withPin(mine, 'ee'), checkedAt: 5 });
    expect(await loadSubscriptions()).toMatchObject([{ checkedAt: 5 }]);
  });

  it('leave out by itself what makes no sense', async () => {
    const broken = [null, 7, {}, { ...mine, url: 'house' }, { ...mine, by: 'me' }, { ...mine, pending: { pack: 1 } }];
    await fakeBrowser.storage.local.set({ subscriptions: [...broken, mine] });
    expect(await loadSubscriptions()).toEqual([mine]);
    await fakeBrowser.storage.local.set({ subscriptions: 'all' });
    expect(await loadSubscriptions()).toEqual([]);
  });

  it('forget what was found by another pin', () => {
    const wrong: Subscription = { ...mine, pin: 'cc', triedAt: 5, trouble: { kind: 'pin', found: 'dd' } };
    expect(withPin(wrong, 'dd')).toEqual({ url: URL_, by: 'user', packId: 'acme', pin: 'dd' });
    expect(withPin(wrong, undefined)).toEqual({ url: URL_, by: 'user', packId: 'acme' });
  });
});

describe('Those of the policy', () => {
  it('come and go with it, and leave the agent’s own alone', () => {
    const list = withPolicy([mine], [{ yaml: '' }, { url: URL_, sha256: 'ab', rollout: 10 }]);
    expect(list).toEqual([mine, { url: URL_, by: 'policy', entry: 1, pin: 'ab', rollout: 10 }]);
    expect(withPolicy(list, [])).toEqual([mine]);
  });

  it('keep what was found while only their place is another', () => {
    const known: Subscription = { ...team, pin: 'ab', packId: 'acme', triedAt: 5, seen: { sha256: 'ab' } };
    expect(withPolicy([known], [{ url: URL_, sha256: 'ab' }])).toEqual([{ ...known, entry: 0 }]);
  });

  it('are looked for anew when their pin or their share of machines is another', () => {
    const known: Subscription = { ...team, pin: 'ab', packId: 'acme', triedAt: 5, seen: { sha256: 'ab' } };
    const fresh: Subscription = { url: URL_, by: 'policy', entry: 0, packId: 'acme' };
    expect(withPolicy([known], [{ url: URL_ }])).toEqual([fresh]);
    expect(withPolicy([known], [{ url: URL_, sha256: 'ab', rollout: 5 }])).toEqual([
      { ...fresh, pin: 'ab', rollout: 5 },
    ]);
  });
});

describe('A version of a followed pack', () => {
  it('takes the place of the one before, and stays off where that was off', async () => {
    await installPack(acme, 'one', { kind: 'url', url: URL_ }, false);
    await installPack(makeTeamPack('other', { a: 'one' }), 'x', { kind: 'own' });
    const [old] = (await loadPacks()).packs;
    await usePack(mine, next);
    const { packs } = await loadPacks();
    expect(packs.map(({ pack, isOn }) => [pack.id, pack.version, isOn])).toEqual([
      ['acme', '2.0.0', false],
      ['other', '1.0.0', true],
    ]);
    expect(await loadPackText('b2')).toBe('two');
    expect(await loadPackText(old?.sha256 ?? '')).toBeUndefined();
  });

  it('of the policy stands above the agent’s own, each by its address', async () => {
    await usePack(team, next);
    await usePack({ ...team, url: 'https://acme.example/five.yaml', entry: 2 }, next);
    await usePack(mine, { ...next, pack: acme });
    const { packs } = await loadPacks();
    expect(packs.map(({ source }) => source.kind)).toEqual(['url', 'policy', 'policy']);
    expect(findInUse(packs, mine)?.pack.version).toBe('1.0.0');
    expect(findInUse(packs, team)?.source).toEqual({ kind: 'policy', entry: 1, url: URL_ });
    await dropPack(team);
    expect((await loadPacks()).packs).toHaveLength(2);
  });

  it('that has no room leaves all as it was, and it is told why', async () => {
    await usePack(mine, { ...next, pack: acme });
    const large = { ...next, pack: { ...acme, about: 'x'.repeat(2_000_000) } };
    const refused = await usePack(mine, large).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PacksTooLarge);
    expect(findRoomTrouble(refused)).toEqual({ kind: 'room', why: 'large' });
    expect(findRoomTrouble(new StorageFailure('QUOTA'))).toEqual({ kind: 'room', why: 'storage' });
    expect(findRoomTrouble(new Error('x'))).toBeUndefined();
    expect((await loadPacks()).packs[0]?.pack.version).toBe('1.0.0');
  });

  it('touches no pack that was made here', async () => {
    await changePacks(() => [makeInstalled(acme, { kind: 'own' })]);
    await dropPack(mine);
    expect((await loadPacks()).packs).toHaveLength(1);
  });
});
