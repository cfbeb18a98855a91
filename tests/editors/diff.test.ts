import { describe, expect, it } from 'vitest';
import { findKept } from '../../lib/editors/diff.ts';

const keep = (before: string, after: string) =>
  findKept(before, after)
    .filter(({ length, after: at }) => /\p{L}/u.test(after.slice(at, at + length)))
    .map((kept) => [
      before.slice(kept.before, kept.before + kept.length),
      after.slice(kept.after, kept.after + kept.length),
    ]);

describe('Words that stay in a rewrite', () => {
  it('are found in order, capitals or not', () => {
    expect(keep("Unfortunately we can't refund you until Monday", 'We can refund you from Monday')).toEqual([
      ['we', 'We'],
      ['refund', 'refund'],
      ['you', 'you'],
      ['Monday', 'Monday'],
    ]);
  });

  it('count for more than the blanks and signs between them', () => {
    expect(keep('a, b, c, d word', 'x, y, word')).toEqual([['word', 'word']]);
  });

  it('are whole words, letters of other scripts and emoji left whole', () => {
    expect(keep('you can 👩‍👩‍👧 Zoë שלום', 'your can 👩‍👩‍👧 Zoë שלום')).toEqual([
      ['can', 'can'],
      ['Zoë', 'Zoë'],
      ['שלום', 'שלום'],
    ]);
  });

  it('are none where nothing is left, and in texts too long to compare', () => {
    expect(findKept('a sentence', '')).toEqual([]);
    expect(findKept('word '.repeat(2_000), 'word '.repeat(2_000))).toEqual([]);
  });
});
