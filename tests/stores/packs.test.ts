import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CompiledText } from '../../lib/messages.ts';
import { installPack, loadPacks, loadPackText, PacksTooLarge } from '../../lib/storage/packs.ts';
import { putPacksBack, takePacks } from '../../lib/stores/pack-backup.ts';
import { createPacksStore } from '../../lib/stores/packs.ts';
import { makeTeamPack } from '../storage/installed.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../../lib/messages.ts', () => ({ ask }));

const YAML = `id: acme
name: Acme
version: 1.0.0
rules:
  gizmo:
    message: Say product.
    why: It is plain.
    phrases: [gizmo]
    examples: { wrong: { 'A <gizmo>.': null }, right: [A product.] }
`;
const acme = makeTeamPack('acme', { gizmo: 'gizmo' });
const house = makeTeamPack('house', { ping: 'ping you' });

const page = new AbortController();
beforeEach(() => {
  fakeBrowser.reset();
  ask.mockReset();
});

const listIds = async () => (await loadPacks()).packs.map(({ pack, source }) => `${pack.id} ${source.kind}`);

describe('The installed packs on a page', () => {
  it('come with what they were written as, and follow what is installed and taken off elsewhere', async () => {
    await installPack(acme, YAML, { kind: 'own' });
    const store = createPacksStore(page.signal);
    await vi.waitFor(() =>
      expect(store.getState().files.get('acme')?.rules.gizmo?.examples.right).toEqual(['A product.']),
    );
    expect(store.getState()).toMatchObject({ status: 'ready', broken: [] });
    await installPack(house, 'id: [', { kind: 'file', name: 'house.yaml' });
    await vi.waitFor(() => expect(store.getState().installed.map(({ pack }) => pack.id)).toEqual(['acme', 'house']));
    // One whose file cannot be read speaks all the same.
    await vi.waitFor(() => expect([...store.getState().files.keys()]).toEqual(['acme']));
  });

  it('name those that make no sense, and keep the others', async () => {
    await fakeBrowser.storage.local.set({ packs: [{ pack: { id: 'odd' } }, 7] });
    const store = createPacksStore(page.signal);
    await vi.waitFor(() => expect(store.getState().broken).toEqual(['odd', '#2']));
    expect(store.getState().installed).toEqual([]);
  });
});

describe('A copy of the packs', () => {
  const answerWith = (...compiled: CompiledText[]) =>
    ask.mockImplementation(async (name: string) => (name === 'host.compile' ? compiled : true));

  it('holds each with its file, but none of the policy’s and none whose file is lost', async () => {
    await installPack(acme, YAML, { kind: 'own' }, false);
    await installPack(house, 'id: house', { kind: 'policy', entry: 0 });
    await installPack(makeTeamPack('lost', { a: 'a word' }), 'id: lost', { kind: 'own' });
    const lost = (await loadPacks()).packs.find(({ pack }) => pack.id === 'lost');
    await fakeBrowser.storage.local.remove(`packText:${lost?.sha256}`);
    expect(await takePacks()).toEqual([{ name: 'Words of acme', text: YAML, isOn: false, source: { kind: 'own' } }]);
  });

  it('is compiled anew when it is put back, in the place of all but the policy’s; what cannot be read is left out', async () => {
    await installPack(makeTeamPack('older', { a: 'a word' }), 'id: older', { kind: 'own' });
    await installPack(house, 'id: house', { kind: 'policy', entry: 0 });
    answerWith({ pack: acme, faults: [] }, { pack: undefined, faults: [] });
    await putPacksBack([
      { name: 'Acme', text: YAML, isOn: false, source: { kind: 'url', url: 'https://acme.example/a.yaml' } },
      { name: 'Odd', text: 'id: [', isOn: true, source: { kind: 'own' } },
    ]);
    expect(await listIds()).toEqual(['acme url', 'house policy']);
    const [first] = (await loadPacks()).packs;
    expect(first?.isOn).toBe(false);
    expect(await loadPackText(first?.sha256 ?? '')).toBe(YAML);
  });

  it('without a pack takes the installed ones away, and asks nobody', async () => {
    await installPack(acme, YAML, { kind: 'own' });
    await putPacksBack([]);
    expect(await listIds()).toEqual([]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('that is too large changes nothing', async () => {
    await installPack(house, 'id: house', { kind: 'own' });
    answerWith({ pack: { ...acme, about: 'x'.repeat(2_100_000) }, faults: [] });
    const put = putPacksBack([{ name: 'Acme', text: YAML, isOn: true, source: { kind: 'own' } }]);
    await expect(put).rejects.toBeInstanceOf(PacksTooLarge);
    expect(await listIds()).toEqual(['house own']);
  });
});
