import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createRenames, isOffIn, layerPacks } from '../../lib/engine/layers.ts';
import type { RuleChange, TeamPack } from '../../lib/engine/pack.ts';
import { makePack } from './make-pack.ts';

const builtIn = [
  makePack({
    widget: { phrases: ['<widget>'], unless: { question: 'A widget?' }, rewrites: ['{instead} device'] },
    gadget: { phrases: ['<gadget>'] },
  }),
];

function makeTeam(id: string, changes: Record<string, RuleChange>, renamed: Record<string, string> = {}): TeamPack {
  const pack = makePack({ own: { phrases: [`<${id}>`] } });
  const rules = pack.rules.map((rule) => ({ ...rule, id: `${id}/own`, category: id }));
  return { ...pack, id, rules, version: '1.0.0', language: 'en', changes, renamed };
}

function flag(text: string, team: readonly TeamPack[]): string[] {
  return createChecker(layerPacks(builtIn, team))
    .check(text)
    .map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

const TEXT = 'The widget and the gadget of acme.';

describe('packs laid over each other', () => {
  it('leaves the packs below as they are where nothing is changed', () => {
    const layers = layerPacks(builtIn, [makeTeam('acme', {})]);
    expect(layers[0]).toBe(builtIn[0]);
    expect(flag(TEXT, [makeTeam('acme', {})])).toEqual([
      'sample/widget warning',
      'sample/gadget warning',
      'acme/own warning',
    ]);
  });

  it('switches off a rule, or a whole pack', () => {
    expect(flag(TEXT, [makeTeam('acme', { 'sample/widget': { off: true } })])).toEqual([
      'sample/gadget warning',
      'acme/own warning',
    ]);
    expect(flag(TEXT, [makeTeam('acme', { sample: { off: true } })])).toEqual(['acme/own warning']);
  });

  it('lets a rule speak although its pack is switched off', () => {
    const team = makeTeam('acme', { sample: { off: true }, 'sample/gadget': { off: false } });
    expect(flag(TEXT, [team])).toEqual(['sample/gadget warning', 'acme/own warning']);
  });

  it('lets the later pack win', () => {
    const quiet = makeTeam('acme', { 'sample/widget': { off: true, severity: 'info' } });
    const loud = makeTeam('best', { 'sample/widget': { off: false, severity: 'error' } });
    expect(flag(TEXT, [quiet, loud])).toContain('sample/widget error');
    expect(flag(TEXT, [loud, quiet])).not.toContainEqual(expect.stringContaining('sample/widget'));
  });

  it('lets a later pack change the rules of an earlier one, and not the other way round', () => {
    const later = makeTeam('best', { 'acme/own': { off: true } });
    expect(flag(TEXT, [makeTeam('acme', { 'best/own': { off: true } }), later])).not.toContain('acme/own warning');
    expect(flag('best', [makeTeam('acme', { 'best/own': { off: true } }), later])).toEqual(['best/own warning']);
  });

  it("adds exceptions to a rule's own, and tries added rewrites first", () => {
    const change = { unless: [{ phrase: 'widget factory' }], rewrites: ['{instead} machine'] };
    const team = [makeTeam('acme', { 'sample/widget': change })];
    expect(flag('The widget factory is open.', team)).toEqual([]);
    expect(flag('Is it the widget?', team)).toEqual([]);
    const [found] = createChecker(layerPacks(builtIn, team)).check('Turn the widget on.');
    expect(found?.rewrites.map(({ text }) => text)).toEqual(['Turn the machine on.', 'Turn the device on.']);
  });

  it('replaces a team pack by a later one of its id, and never a built-in one', () => {
    const [old, now] = [makeTeam('acme', { sample: { off: true } }), makeTeam('acme', {})];
    expect(layerPacks(builtIn, [old, now]).map(({ id }) => id)).toEqual(['sample', 'acme']);
    expect(flag(TEXT, [old, now])).toHaveLength(3);
    expect(layerPacks(builtIn, [makeTeam('sample', { sample: { off: true } })])).toEqual(builtIn);
  });

  it('tells whether a rule is off in them, as the checker has it', () => {
    const teams = [
      [makeTeam('acme', {})],
      [makeTeam('acme', { 'sample/widget': { off: true } })],
      [makeTeam('acme', { 'sample/gadget': { off: false }, sample: { off: true } })],
      [makeTeam('acme', { sample: { off: true } }), makeTeam('best', { 'sample/widget': { off: false } })],
      [makeTeam('acme', { 'sample/old': { off: true } }, { 'sample/old': 'sample/gadget' })],
    ];
    for (const team of teams) {
      const speaking = flag(TEXT, team).join();
      const rename = createRenames(team);
      for (const rule of ['sample/widget', 'sample/gadget'])
        expect(isOffIn(team, rule, rename)).toBe(!speaking.includes(rule));
    }
  });

  it('keeps to a rule by the names that it had before, and ends where names go in circles', () => {
    const renaming = makeTeam(
      'acme',
      {},
      { 'acme/old': 'acme/older', 'acme/older': 'acme/own', 'acme/a': 'acme/b', 'acme/b': 'acme/a' },
    );
    expect(flag(TEXT, [renaming, makeTeam('best', { 'acme/old': { off: true } })])).not.toContain('acme/own warning');
    const rename = createRenames([renaming]);
    expect(rename('acme/old')).toBe('acme/own');
    expect(rename('acme/a')).toBe('acme/a');
    expect(rename('toString')).toBe('toString');
  });
});
