import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageFailure } from '../../lib/storage/area.ts';
import { loadSettings, replaceSettings } from '../../lib/storage/index.ts';
import {
  changePacks,
  installPack,
  listTeam,
  loadPacks,
  loadPackText,
  PacksTooLarge,
  readPacks,
  watchPacks,
} from '../../lib/storage/packs.ts';
import { noPolicy } from '../../lib/storage/policy.ts';
import { defaults } from '../../lib/storage/settings.ts';
import { makeInstalled, makeTeamPack } from './installed.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const acme = makeTeamPack('acme', { widget: 'our widget' });
const other = makeTeamPack('other', { gadget: 'our gadget' });
const listIds = async () => (await loadPacks()).packs.map(({ pack }) => `${pack.id} ${pack.version}`);

describe('Packs that are installed', () => {
  it('are read as they were written, with the text that they came from', async () => {
    await installPack(acme, 'id: acme', { kind: 'own' });
    const { packs, broken } = await loadPacks();
    expect(packs).toMatchObject([{ pack: acme, isOn: true, source: { kind: 'own' } }]);
    expect(broken).toEqual([]);
    expect(await loadPackText(packs[0]?.sha256 ?? '')).toBe('id: acme');
  });

  it('stay in their order when one is replaced, and its old text is forgotten', async () => {
    await installPack(acme, 'one', { kind: 'own' });
    await installPack(other, 'two', { kind: 'file', name: 'other.yaml' });
    const [first] = (await loadPacks()).packs;
    await installPack({ ...acme, version: '2.0.0' }, 'three', { kind: 'own' });
    expect(await listIds()).toEqual(['acme 2.0.0', 'other 1.0.0']);
    expect(await loadPackText(first?.sha256 ?? '')).toBeUndefined();
    expect(Object.keys(await fakeBrowser.storage.local.get())).toHaveLength(3);
  });

  it('lie below those of the policy, in the order of its list', async () => {
    await changePacks(() => [
      makeInstalled(makeTeamPack('late', { a: 'one' }), { kind: 'policy', entry: 1 }),
      makeInstalled(makeTeamPack('early', { a: 'one' }), { kind: 'policy', entry: 0 }),
    ]);
    await installPack(acme, '', { kind: 'own' });
    expect(await listIds()).toEqual(['acme 1.0.0', 'early 1.0.0', 'late 1.0.0']);
  });

  it('are all there when several are installed at once', async () => {
    const packs = ['a', 'b', 'c', 'd'].map((id) => makeTeamPack(id, { rule: 'some word' }));
    await Promise.all(packs.map((pack) => installPack(pack, pack.id, { kind: 'own' })));
    expect((await listIds()).toSorted()).toEqual(['a 1.0.0', 'b 1.0.0', 'c 1.0.0', 'd 1.0.0']);
  });

  it('are told of when they change', async () => {
    const seen: string[][] = [];
    const life = new AbortController();
    watchPacks(({ packs }) => seen.push(packs.map(({ pack }) => pack.id)), life.signal);
    await installPack(acme, '', { kind: 'own' });
    await changePacks(() => []);
    life.abort();
    await installPack(acme, '', { kind: 'own' });
    expect(seen).toEqual([['acme'], []]);
  });

  it('keep what was set for a rule that has another name now', async () => {
    await replaceSettings({
      ...defaults,
      off: ['acme/old'],
      ignored: [{ ruleId: 'acme/old', phrase: 'our widget' }],
      severities: { 'acme/old': 'info', 'acme/both': 'info', 'acme/widget': 'error' },
    });
    const renamed = { 'acme/older': 'acme/old', 'acme/old': 'acme/widget' };
    await installPack({ ...acme, renamed }, '', { kind: 'own' });
    expect((await loadSettings()).settings).toMatchObject({
      off: ['acme/widget'],
      ignored: [{ ruleId: 'acme/widget', phrase: 'our widget' }],
      severities: { 'acme/widget': 'error', 'acme/both': 'info' },
    });
  });
});

describe('Packs are refused, and nothing changes,', () => {
  it('when there are too many, or too much in them', async () => {
    await installPack(acme, '', { kind: 'own' });
    const many = Array.from({ length: 41 }, (_, at) => makeInstalled({ ...acme, id: `a${at}` }));
    await expect(changePacks(() => many)).rejects.toMatchObject({ why: 'many' });
    const large = { ...acme, about: 'x'.repeat(2_000_000) };
    await expect(installPack(large, '', { kind: 'own' })).rejects.toBeInstanceOf(PacksTooLarge);
    expect((await loadPacks()).packs).toMatchObject([{ pack: acme }]);
  });

  it('when the storage is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const refused = await installPack(acme, '', { kind: 'own' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StorageFailure);
    expect(refused).toMatchObject({ isFull: true });
    expect((await loadPacks()).packs).toEqual([]);
  });
});

describe('A pack that makes no sense', () => {
  const right = makeInstalled(acme);
  it.each([
    ['nothing', null],
    ['a word', 'acme'],
    ['no pack', { ...right, pack: undefined }],
    ['no source', { ...right, source: 'file' }],
    ['no rules', makeInstalled({ ...acme, rules: undefined as never })],
    ['a rule of another pack', makeInstalled({ ...acme, id: 'else' })],
    ['a phrase that is a number', makeInstalled({ ...acme, rules: [{ ...acme.rules[0], phrases: [7] } as never] })],
    [
      'a pattern that nothing opens',
      makeInstalled({ ...acme, rules: [{ ...acme.rules[0], patterns: [{}] } as never] }),
    ],
    [
      'what to say instead, as one word',
      makeInstalled({ ...acme, rules: [{ ...acme.rules[0], instead: ['a'] } as never] }),
    ],
    ['an index of nothing', makeInstalled({ ...acme, index: null as never })],
    ['changes that are a list', makeInstalled({ ...acme, changes: [] as never })],
  ])('because it is %s is left out by itself', (_, broken) => {
    const read = readPacks([broken, makeInstalled(other)]);
    expect(read.packs.map(({ pack }) => pack.id)).toEqual(['other']);
    expect(read.broken).toHaveLength(1);
  });

  it('is named by its id, where it has one', () => {
    expect(readPacks([makeInstalled({ ...acme, rules: 'x' as never }), 7]).broken).toEqual(['acme', '#2']);
    expect(readPacks('packs')).toEqual({ packs: [], broken: ['#1'] });
    expect(readPacks(undefined)).toEqual({ packs: [], broken: [] });
  });
});

describe('What speaks', () => {
  it('is every pack that is on, and those of the policy', () => {
    const team = listTeam(
      [makeInstalled(acme, { kind: 'own' }, false), makeInstalled(other, { kind: 'policy', entry: 0 }, false)],
      noPolicy,
    );
    expect(team).toEqual([other]);
  });

  it('changes no rule that the team has locked, unless the policy brought it', () => {
    const changes = {
      'cant-focus/cannot': { off: true },
      'cant-focus/can-only': { off: true },
      'cant-focus': { severity: 'info' },
      deflecting: { off: true },
      'deflecting/not-our-fault': { off: true },
      'policy-hiding': { off: true },
    } as const;
    const pack = { ...acme, changes };
    const policy = { ...noPolicy, locked: ['cant-focus/cannot', 'deflecting'] };
    const [own] = listTeam([makeInstalled(pack)], policy);
    expect(Object.keys(own?.changes ?? {})).toEqual(['cant-focus/can-only', 'policy-hiding']);
    expect(listTeam([makeInstalled(pack, { kind: 'policy', entry: 0 })], policy)).toEqual([pack]);
  });
});
