import { describe, expect, it, vi } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { createRandom } from '../bench/replies.ts';

vi.setConfig({ testTimeout: 60_000 });

const packs = readCompiledPacks();

/** Pieces that meet rules, break sentences, or are awkward to count. */
const PIECES = [
  'We can’t refund you until Monday',
  "it's not possible to",
  'Unfortunately',
  'our policy is',
  'your refund was not processed',
  'because',
  'but',
  '[what is possible]',
  '[1]',
  '😀👩‍👧',
  'Zoë',
  'שלום',
  '\u00a0',
  '\t',
  '...',
  '?!',
  ';',
  '"',
  '“',
  'https://example.com/a.b?c=d',
  'a@b.example',
  '{{ticket.id}}',
  '> quoted',
  '\r\n',
  '\n',
  '\n\n',
  '1.',
  '- ',
  'e.g.',
  '\ud83d',
];

function createText(random: () => number): string {
  const count = 1 + Math.floor(random() * 14);
  const glue = [' ', ' ', ' ', '', ', ', '. '];
  return Array.from({ length: count }, () => {
    const piece = PIECES[Math.floor(random() * PIECES.length)] as string;
    return piece + (glue[Math.floor(random() * glue.length)] as string);
  }).join('');
}

const random = createRandom(7);
const texts = Array.from({ length: 1500 }, () => createText(random));

describe('whatever is written', () => {
  it('is marked within its own length, in order, and never through half a character', () => {
    const scanner = createScanner(packs);
    for (const text of texts) {
      let before = 0;
      for (const { span, sentence } of scanner.scan(text).findings) {
        expect(span.start, text).toBeGreaterThanOrEqual(0);
        expect(span.end, text).toBeGreaterThan(span.start);
        expect(span.end, text).toBeLessThanOrEqual(text.length);
        expect(sentence.start, text).toBeLessThanOrEqual(span.start);
        expect(span.start, text).toBeGreaterThanOrEqual(before);
        before = sentence.start;
        expect(text.slice(span.start, span.end), text).not.toMatch(/^[\udc00-\udfff]|^\s|\s$/);
      }
    }
  });

  it('is found the same by a scanner that has seen much and by one that is new', () => {
    const old = createScanner(packs);
    for (const text of texts) old.scan(text);
    for (const text of texts.slice(0, 40)) expect(old.scan(text)).toEqual(createScanner(packs).scan(text));
  });

  it('is found the same line by line as in one piece', () => {
    const scanner = createScanner(packs);
    for (const text of texts.filter((each) => !/--|wrote:/.test(each))) {
      let offset = 0;
      const apart = text.split('\n').flatMap((line) => {
        const { findings } = scanner.scan(line);
        const moved = findings.map(({ span }) => [span.start + offset, span.end + offset]);
        offset += line.length + 1;
        return moved;
      });
      expect(
        scanner.scan(text).findings.map(({ span }) => [span.start, span.end]),
        text,
      ).toEqual(apart);
    }
  });

  it('is rewritten in place: every blank stands where it says, and the rest of the text is untouched', () => {
    const checker = createChecker(packs);
    for (const text of texts.slice(0, 300)) {
      for (const flag of checker.check(text)) {
        for (const rewrite of flag.rewrites) {
          expect(rewrite.span.start, text).toBeLessThan(rewrite.span.end);
          expect(rewrite.span.end, text).toBeLessThanOrEqual(text.length);
          for (const { start, end, name } of rewrite.blanks) expect(rewrite.text.slice(start, end)).toBe(`[${name}]`);
        }
      }
    }
  });

  it('comes to an end when it is long and has no end', () => {
    const checker = createChecker(packs);
    for (const text of [
      'we can not '.repeat(10_000),
      'you said '.repeat(10_000),
      'not'.repeat(30_000),
      '['.repeat(50_000),
      '"'.repeat(50_000),
      '. '.repeat(50_000),
      'a.'.repeat(50_000),
    ]) {
      expect(checker.check(text)).toBeInstanceOf(Array);
    }
  });
});
