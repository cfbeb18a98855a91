import { describe, expect, it } from 'vitest';
import { splitWords } from '../../lib/engine/text/words.ts';

const forms = (text: string) => splitWords(text).map((word) => word.forms.join('/'));
const written = (text: string) => splitWords(text).map(({ start, end }) => text.slice(start, end));

describe('words of a reply', () => {
  it('reads can’t, can not, cannot and cant as the same two words', () => {
    for (const way of ["can't", 'can’t', 'cannot', 'can not', 'cant', 'CAN’T']) {
      expect(forms(`We ${way} ship`)).toEqual(['we', 'can', 'not', 'ship']);
    }
  });

  it('keeps every reading of a contraction that has several', () => {
    expect(forms("It's late")).toEqual(['it', "is/has/'s", 'late']);
    expect(forms("I'd go")).toEqual(['i', 'would/had', 'go']);
  });

  it('gives both parts of a contraction the place of what was written', () => {
    expect(written('we can’t, sorry')).toEqual(['we', 'can’t', 'can’t', 'sorry']);
  });

  it('counts offsets in UTF-16 units past an emoji and an accent', () => {
    const text = '😀 Zoë can’t 👩‍👧 wait';
    expect(written(text)).toEqual(['Zoë', 'can’t', 'can’t', 'wait']);
  });

  it('takes links, addresses, code and placeholders as one word that no phrase meets', () => {
    const text = 'See https://we.cannot.example/a-b, or help@can.not, `we can`, {{ticket.id}} and [by when].';
    const opaque = splitWords(text).filter((word) => word.opaque);
    expect(opaque.map(({ start, end }) => text.slice(start, end))).toEqual([
      'https://we.cannot.example/a-b',
      'help@can.not',
      '`we can`',
      '{{ticket.id}}',
      '[by when]',
    ]);
  });

  it('knows where a clause ends and where only a comma stands', () => {
    const words = splitWords('Sorry, we can; they: no (ever) – so');
    expect(words.filter((word) => word.comma).map((word) => word.forms[0])).toEqual(['we']);
    expect(words.filter((word) => word.limit).map((word) => word.forms[0])).toEqual(['they', 'no', 'ever', 'so']);
  });

  it('reads hyphenated words apart and keeps non-breaking spaces out', () => {
    expect(forms('non-refundable\u00a0fare')).toEqual(['non', 'refundable', 'fare']);
  });

  it('stays quick on a hundred thousand characters without a space', () => {
    expect(splitWords('@'.repeat(50_000) + 'a'.repeat(50_000)).length).toBeGreaterThan(0);
  });
});
