import { describe, expect, it } from 'vitest';
import { runExamples } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';

const packs = readPacks();

describe('every rule keeps the promises of its examples', () => {
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    it(rule.id, () => {
      const { failures } = runExamples(packs, rule.id);
      expect(failures.map(({ example, problem }) => `"${example}" ${problem}`)).toEqual([]);
    });
  }
});
