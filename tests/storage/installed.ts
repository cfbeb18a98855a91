import type { TeamPack } from '../../lib/engine/pack.ts';
import type { InstalledPack, PackSource } from '../../lib/storage/packs.ts';
import { makePack } from '../engine/make-pack.ts';

/** A team's pack for tests, through the real reader, with a rule of that name for each phrase. */
export function makeTeamPack(id: string, phrases: Record<string, string>, more: Partial<TeamPack> = {}): TeamPack {
  const rules = Object.fromEntries(Object.entries(phrases).map(([name, phrase]) => [name, { phrases: [phrase] }]));
  const pack = makePack(rules);
  return {
    ...pack,
    id,
    name: `Words of ${id}`,
    rules: pack.rules.map((rule) => ({ ...rule, id: rule.id.replace('sample/', `${id}/`), category: id })),
    version: '1.0.0',
    language: 'en',
    changes: {},
    renamed: {},
    ...more,
  };
}

export function makeInstalled(pack: TeamPack, source: PackSource = { kind: 'own' }, isOn = true): InstalledPack {
  return { pack, isOn, source, sha256: pack.id };
}
