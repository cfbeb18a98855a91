import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { TeamPack } from '../../lib/engine/pack.ts';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { LIMITS } from '../../lib/packs/limits.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { testPackFile } from '../../lib/packs/test-file.ts';

const guide = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');

it('shows a pack in its guide that has no faults, and whose examples hold', () => {
  const below = readCompiledPacks();
  const reading = readPackFile('packs.md', /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  const { pack, faults } = compilePackFile(reading, below);
  expect(faults).toEqual([]);
  const results = [...testPackFile(reading, pack as TeamPack, below)];
  expect(results.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(results).toHaveLength(5);
});

it('names in its guide the limits that hold', () => {
  const { characters, signs, rules, phrases, terms } = LIMITS;
  for (const limit of [characters, signs, rules, phrases, terms]) expect(guide).toContain(limit.toLocaleString('en'));
});
