import { describe, expect, it } from 'vitest';
import { runExamples } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';

const packs = readPacks();
// All at once: to get the packs ready for each rule would take longer than its examples.
const { failures } = runExamples(packs);

describe('every rule keeps the promises of its examples', () => {
  it.each(packs.flatMap((pack) => pack.rules.map(({ id }) => id)))('%s', (id) => {
    const own = failures.filter(({ ruleId }) => ruleId === id);
    expect(own.map(({ example, problem }) => `"${example}" ${problem}`)).toEqual([]);
  });
});
