import { describe, expect, it } from 'vitest';
import type { PageFlag } from '../../lib/composer/check.ts';
import { findNearest } from '../../lib/composer/nearest.ts';

const blocks = [
  { id: 4, text: 'first paragraph' },
  { id: 2, text: 'second paragraph' },
];
const flag = (block: number, start: number, end: number) =>
  ({ block: blocks[block], span: { start, end }, key: `${block} ${start}` }) as PageFlag;
const flags = [flag(0, 0, 5), flag(0, 8, 12), flag(1, 3, 6)];
const at = (block: number, offset: number) => ({ block: blocks[block] as { id: number; text: string }, offset });

describe('The flag that a key means', () => {
  it('is the one around the caret', () => {
    expect(findNearest(flags, blocks, at(0, 3))?.key).toBe('0 0');
    expect(findNearest(flags, blocks, at(1, 6))?.key).toBe('1 3');
  });

  it('is the last before the caret, where one has just typed', () => {
    expect(findNearest(flags, blocks, at(1, 1))?.key).toBe('0 8');
    expect(findNearest(flags, blocks, at(1, 16))?.key).toBe('1 3');
  });

  it('is the first when none stands before the caret', () => {
    expect(findNearest(flags.slice(2), blocks, at(0, 3))?.key).toBe('1 3');
  });
});
