import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Host } from '../../lib/background/host.ts';
import { recompilePacks } from '../../lib/background/recompile.ts';
import { compileTexts } from '../../lib/packs/compile-texts.ts';
import { installPack, loadPacks } from '../../lib/storage/packs.ts';
import { makeTeamPack } from './installed.ts';

beforeEach(() => fakeBrowser.reset());

it('When CanDo is updated, packs are compiled anew from their text; one that is broken now stays as it was', async () => {
  const host: Host = { start: async () => {}, compile: async ({ texts }) => compileTexts(texts, []) };
  const yaml = 'id: acme\nname: Names\nversion: 2.0.0\nterms: [{say: sign in, not: log in}]\n';
  await installPack(makeTeamPack('acme', { old: 'some words' }), yaml, { kind: 'own' }, false);
  await installPack(makeTeamPack('other', { old: 'some words' }), 'id: [', { kind: 'file', name: 'other.yaml' });
  await recompilePacks(host);
  expect((await loadPacks()).packs).toMatchObject([
    {
      pack: { id: 'acme', version: '2.0.0', rules: [{ id: 'acme/say-sign-in' }] },
      isOn: false,
      source: { kind: 'own' },
    },
    { pack: { id: 'other', version: '1.0.0', rules: [{ id: 'other/old' }] }, isOn: true },
  ]);
});
