import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Host } from '../../lib/background/host.ts';
import { takePolicy } from '../../lib/background/policy.ts';
import { compileTexts } from '../../lib/packs/compile-texts.ts';
import { installPack, loadPacks, loadPackText } from '../../lib/storage/packs.ts';
import { loadPolicyReading } from '../../lib/storage/policy.ts';
import { makeTeamPack } from './installed.ts';

const compile = vi.fn<Host['compile']>(async ({ texts }) => compileTexts(texts, []));
const host: Host = { start: async () => {}, compile };

beforeEach(async () => {
  fakeBrowser.reset();
  compile.mockClear();
});

const getYaml = (id: string, more = '') =>
  `id: ${id}\nname: Names\nversion: 1.0.0\nterms: [{say: sign in, not: log in}]\n${more}`;
async function set(policy: Record<string, unknown>): Promise<void> {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockResolvedValue(policy as never);
  await takePolicy(host);
}
const listIds = async () => (await loadPacks()).packs.map(({ pack, source }) => `${pack.id} ${source.kind}`);

describe('The packs of a team’s policy', () => {
  it('are compiled and installed above the agent’s own, which stay, and go with the policy', async () => {
    await installPack(makeTeamPack('mine', { a: 'some words' }), '', { kind: 'own' });
    await set({ packs: [{ yaml: getYaml('acme') }] });
    expect(await listIds()).toEqual(['mine own', 'acme policy']);
    const [, installed] = (await loadPacks()).packs;
    expect(await loadPackText(installed?.sha256 ?? '')).toBe(getYaml('acme'));
    expect(JSON.stringify((await loadPolicyReading()).policy)).not.toContain('sign in');
    await set({});
    expect(await listIds()).toEqual(['mine own']);
    expect((await loadPolicyReading()).policy.packs).toEqual([]);
  });

  it('are looked at again only when the policy has changed', async () => {
    const policy = { packs: [{ yaml: getYaml('acme') }] };
    await set(policy);
    await set(policy);
    expect(compile).toHaveBeenCalledTimes(1);
    await set({ ...policy, notice: 'Ask Ana.' });
    expect(compile).toHaveBeenCalledTimes(2);
    expect(await listIds()).toEqual(['acme policy']);
  });

  it('stay as they were while a new one is broken, and the line is told', async () => {
    await set({ packs: [{ yaml: getYaml('acme') }] });
    await set({ packs: [{ yaml: 'id: acme\nname: [' }, { yaml: getYaml('more', 'wrods: {}\n') }] });
    expect(await listIds()).toEqual(['acme policy', 'more policy']);
    const { faults } = await loadPolicyReading();
    expect(faults.map(({ key, right }) => `${key} ${right}`)).toEqual(
      expect.arrayContaining(['packs[0] pack', 'packs[1] pack']),
    );
    expect(faults.find(({ key }) => key === 'packs[1]')?.found).toMatch(/^5:1 /);
  });

  it('reach only the machines of their rollout', async () => {
    await fakeBrowser.storage.local.set({ dice: 0.5 });
    await set({
      packs: [
        { yaml: getYaml('acme'), rollout: 0 },
        { yaml: getYaml('more'), rollout: 100 },
      ],
    });
    expect(await listIds()).toEqual(['more policy']);
  });

  it('that do not fit are told of, and the rest of the policy holds', async () => {
    const { local } = fakeBrowser.storage;
    const write = local.set.bind(local);
    vi.spyOn(local, 'set').mockImplementation(async (items: object) => {
      if ('packs' in items) throw new Error('QUOTA_BYTES quota exceeded');
      return write(items as never);
    });
    await set({ packs: [{ yaml: getYaml('acme') }], lockedRules: ['a/b'] });
    vi.mocked(local.set).mockRestore();
    expect(await loadPolicyReading()).toMatchObject({
      policy: { locked: ['a/b'] },
      faults: [{ key: 'packs', right: 'room' }],
    });
  });
});

it('A policy that names a rule by an older name locks the rule that it is now', async () => {
  const renamed = { 'mine/old': 'mine/a' };
  await installPack(makeTeamPack('mine', { a: 'some words' }, { renamed }), '', { kind: 'own' });
  await set({ lockedRules: ['mine/old'], severities: { 'mine/old': 'error' } });
  expect((await loadPolicyReading()).policy).toMatchObject({ locked: ['mine/a'], severities: { 'mine/a': 'error' } });
});

it('Where the browser knows of no policy, there is none', async () => {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('no managed storage manifest'));
  await takePolicy(host);
  expect((await loadPolicyReading()).faults).toEqual([]);
});
