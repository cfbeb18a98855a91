import { expect, test } from 'vitest';
import { foldPacks, unfoldPacks } from '../../lib/engine/folded.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';

test('packs that were folded for the way are the same again', () => {
  const packs = readCompiledPacks();
  expect(unfoldPacks(JSON.parse(JSON.stringify(foldPacks(packs))))).toEqual(JSON.parse(JSON.stringify(packs)));
});
