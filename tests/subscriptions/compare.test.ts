import { describe, expect, it } from 'vitest';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { comparePacks } from '../../lib/subscriptions/compare.ts';
import { writePack } from './pack-server.ts';

function compile(text: string) {
  const { pack, faults } = compilePackFile(readPackFile('acme.yaml', text), []);
  if (!pack || faults.length > 0) throw new Error(JSON.stringify(faults));
  return pack;
}

const old = compile(writePack('1.0.0', { widget: 'our widget', gadget: 'our gadget' }));

describe('A new version beside the old one', () => {
  it('shows which rules come, go and change, and in what', () => {
    const next = compile(writePack('2.0.0', { widget: 'our widgets?', gizmo: 'our gizmo' }));
    expect(comparePacks(old, next)).toMatchObject({
      added: [{ id: 'acme/gizmo', message: 'Say it otherwise.' }],
      removed: [{ id: 'acme/gadget' }],
      changed: [{ id: 'acme/widget', parts: ['phrases'] }],
      changes: [],
      words: [],
    });
  });

  it('shows no rule when only the version is another', () => {
    const next = compile(writePack('2.0.0', { widget: 'our widget', gadget: 'our gadget' }));
    expect(comparePacks(old, next)).toEqual({ added: [], removed: [], changed: [], changes: [], words: [] });
  });

  it('takes a rule that was renamed for the same one', () => {
    const renamed = `${writePack('2.0.0', { widget: 'our widget', gizmo: 'our gadget' })}renamed: {gadget: gizmo}\n`;
    expect(comparePacks(old, compile(renamed))).toMatchObject({ added: [], removed: [], changed: [] });
  });

  it('names word lists with other words, and rules of other packs that it touches', () => {
    const change = { 'cant-focus/cannot': { off: true } };
    const next = { ...old, lists: { product: 'widget' }, changes: change };
    expect(comparePacks(old, next)).toMatchObject({ words: ['product'], changes: ['cant-focus/cannot'] });
    expect(comparePacks(next, { ...next })).toMatchObject({ words: [], changes: [] });
  });
});
