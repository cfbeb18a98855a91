import { describe, expect, it } from 'vitest';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import type { ReferencePack } from '../../lib/packs/reference.ts';
import { layerReference } from '../../lib/packs/team-reference.ts';
import { makeTeamPack } from '../storage/installed.ts';
import { HOUSE } from './house.ts';

const rule = (id: string) => ({
  id,
  severity: 'warning' as const,
  message: 'Say it.',
  why: 'It helps.',
  wrong: [],
  right: [],
});
const builtIn: ReferencePack[] = [
  { id: 'plain', name: 'Plain words', about: 'For tests.', lists: {}, rules: [rule('plain/one'), rule('plain/two')] },
];
const getRules = (packs: readonly ReferencePack[], id: string) => packs.find((pack) => pack.id === id)?.rules ?? [];

describe('What people are told of the packs as they speak', () => {
  it('is the built-in packs with what a team changes in them, and the team’s own below', () => {
    const changes = { 'plain/one': { off: true }, 'plain/two': { severity: 'error' as const } };
    const told = layerReference(builtIn, [makeTeamPack('acme', { gizmo: 'gizmo' }, { changes })]);
    expect(told.map(({ id }) => id)).toEqual(['plain', 'acme']);
    expect(getRules(told, 'plain')).toMatchObject([{ offBy: 'Words of acme' }, { severity: 'error' }]);
    expect(getRules(told, 'acme').map(({ id }) => id)).toEqual(['acme/gizmo']);
    expect(builtIn[0]?.rules).toEqual([rule('plain/one'), rule('plain/two')]);
  });

  it('changes a whole pack at once, but for a rule that is named itself', () => {
    const changes = { plain: { off: true }, 'plain/two': { off: false } };
    const told = layerReference(builtIn, [makeTeamPack('acme', {}, { changes })]);
    expect(getRules(told, 'plain').map(({ offBy }) => offBy)).toEqual(['Words of acme', undefined]);
  });

  it('lets a later pack have the last word, and follows rules that were renamed', () => {
    const lower = makeTeamPack('acme', { now: 'gizmo' }, { renamed: { 'acme/before': 'acme/now' } });
    const upper = makeTeamPack('house', {}, { changes: { 'acme/before': { severity: 'info' } } });
    expect(getRules(layerReference(builtIn, [lower, upper]), 'acme')).toMatchObject([{ severity: 'info' }]);
  });

  it('takes the later of two packs with one id, and none that has a built-in one’s', () => {
    const told = layerReference(builtIn, [
      makeTeamPack('acme', { older: 'gizmo' }),
      makeTeamPack('acme', { newer: 'gizmo' }),
      makeTeamPack('plain', { three: 'gizmo' }),
    ]);
    expect(getRules(told, 'acme').map(({ id }) => id)).toEqual(['acme/newer']);
    expect(getRules(told, 'plain').map(({ id }) => id)).toEqual(['plain/one', 'plain/two']);
  });

  it('shows examples where the file is there', () => {
    const { file } = readPackFile('acme.yaml', HOUSE);
    const pack = makeTeamPack('acme', { 'no-widget-talk': 'the widget', bare: 'gadget' });
    const told = layerReference([], [pack], new Map(file && [['acme', file]]));
    expect(getRules(told, 'acme')).toMatchObject([
      {
        wrong: [{ text: 'Turn <the widget> on.', corrected: 'Turn your device on.' }],
        right: ['Turn your device on.'],
      },
      { wrong: [], right: [] },
    ]);
  });
});
