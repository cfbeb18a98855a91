import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../lib/engine/text/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences of a reply', () => {
  it('ends one at a mark, a line break and the end of the text', () => {
    expect(split('Hi Ana,\n\nIt left today. It is late! Where to?\nBest')).toEqual([
      'Hi Ana,',
      'It left today.',
      'It is late!',
      'Where to?',
      'Best',
    ]);
  });

  it('does not end one after a title, a time, an initial or a decimal', () => {
    expect(split('Mr. Lee pays £3.50 at 5 p.m. on Monday to J. Brown.')).toHaveLength(1);
    expect(split('Use e.g. the blue one.')).toHaveLength(1);
  });

  it('ends one after a time when the next begins with a capital', () => {
    expect(split('We open at 9 a.m. Please ring.')).toEqual(['We open at 9 a.m.', 'Please ring.']);
  });

  it('ends a chat sentence that goes on in lower case', () => {
    expect(split('ok. we cant send it')).toEqual(['ok.', 'we cant send it']);
  });

  it('leaves out the marker of a list item and says that it is one', () => {
    const text = '1. Open Settings.\n- Press Save';
    expect(split(text)).toEqual(['Open Settings.', 'Press Save']);
    expect(splitSentences(text).every((sentence) => sentence.item)).toBe(true);
  });

  it('says whether a sentence is finished', () => {
    expect(splitSentences('Done. Not yet').map((sentence) => sentence.closed)).toEqual([true, false]);
  });

  it('cuts a run of words that is too long for a sentence', () => {
    const pieces = splitSentences('word '.repeat(2000));
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.every(({ start, end }) => end - start < 1300)).toBe(true);
  });

  it('keeps Windows line ends out of the sentence', () => {
    expect(split('One.\r\nTwo\r\n')).toEqual(['One.', 'Two']);
  });
});
