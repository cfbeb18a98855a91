import { describe, expect, it } from 'vitest';
import { diffWords } from '../../components/diff.ts';

const show = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}(${text.trim()})`))
    .join('');

describe('The change that a rewrite makes', () => {
  it('shows what goes before what comes, in whole words', () => {
    expect(show("We can't ship until it clears.", 'We can ship as soon as it clears.')).toBe(
      "We -(can't)+(can)ship -(until)+(as soon as)it clears.",
    );
  });

  it('gives both texts back, whatever they are', () => {
    for (const [before, after] of [
      ['', 'a b'],
      ['a b', ''],
      ['a  b', 'b a'],
      ['x [by when] y', 'x [who] z'],
      ['same', 'same'],
    ] as const) {
      const changes = diffWords(before, after);
      expect(
        changes
          .filter(({ kind }) => kind !== 'added')
          .map(({ text }) => text)
          .join(''),
      ).toBe(before);
      expect(
        changes
          .filter(({ kind }) => kind !== 'removed')
          .map(({ text }) => text)
          .join(''),
      ).toBe(after);
    }
  });

  it('keeps a blank in one piece', () => {
    expect(diffWords('Soon.', 'I write [by when].').some(({ text }) => text.includes('[by when]'))).toBe(true);
  });
});
