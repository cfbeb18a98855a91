import { describe, expect, it, vi } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { splitSentences } from '../../lib/engine/text/sentences.ts';
import { createTypos } from '../../lib/engine/text/typos.ts';
import { splitWords } from '../../lib/engine/text/words.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { createRandom } from '../bench/replies.ts';
import { makePack } from './make-pack.ts';

vi.setConfig({ testTimeout: 60_000 });

const packs = readCompiledPacks();
const scanner = createScanner(packs);
const marks = (text: string) => scanner.scan(text).findings.map(({ span }) => text.slice(span.start, span.end));

describe('Hurried writing', () => {
  it.each([
    ['We cant change the address.', 'We cant change'],
    ['We ca’nt change the address.', 'We ca’nt change'],
    ['We can`t change the address.', 'We can`t change'],
    ['We cannnot change the address.', 'We cannnot change'],
    ['We dont have a shop in Leeds.', 'We dont have'],
    ['Unfortunatly we are unable to hold seats.', 'Unfortunatly we are unable to hold'],
    ['It is not posible to hold the price.', 'It is not posible to'],
  ])('is understood, and marked as it stands: %s', (text, marked) => {
    expect(marks(text)).toContain(marked);
  });

  it.each(['I have three cold drinks in form.', 'Please unite the police.', 'Many apologies, noting your wit.'])(
    'takes no word for a slip of another: %s',
    (text) => {
      const slips = createTypos();
      expect(splitWords(text).filter(({ forms }) => slips.has(forms[1] ?? ''))).toEqual([]);
    },
  );

  it.each([
    'We can’t change it ^JK',
    'We can’t change it /RS https://t.example/a',
    'We can’t change it ~Kate',
    'We can’t change it ^EL 1/2',
  ])('ends before the initials of whoever signs: %s', (text) => {
    const [first, second] = splitSentences(text);
    expect(text.slice(first?.start, first?.end)).toBe('We can’t change it');
    expect(text.slice(second?.start)).toMatch(/^[\^/~]/);
  });

  it('takes no path and no arithmetic for initials', () => {
    expect(splitSentences('Send a PDF/A file, and/or 2 * 3 of them.')).toHaveLength(1);
    expect(splitSentences('It is ^2 here, not there')).toHaveLength(1);
  });

  it('meets the end of a sentence before a link', () => {
    const pack = makePack({ 'call.yaml': { phrases: ['<please call>$'] } });
    const found = (text: string) => createScanner([pack]).scan(text).findings.length;
    expect(found('Please call https://example.com/a')).toBe(1);
    expect(found('Please call https://example.com/a now')).toBe(0);
  });
});

describe('A sentence in another language', () => {
  it.each([
    'No es posible cambiar la fecha de su pedido, lo siento, no refund para usted.',
    'Leider can not wir das nicht ändern, es ist not possible.',
    'Nous ne pouvons pas, no refund possible pour vous.',
  ])('is left alone: %s', (text) => expect(marks(text)).toEqual([]));

  it('silences no English one beside it, nor one that names a place', () => {
    expect(marks('Das ist nicht so. We can’t change it.')).toEqual(['We can’t change']);
    expect(marks('We can’t change the Café de la Paix booking.')).toEqual(['We can’t change']);
  });
});

describe('Noise put into a reply', () => {
  const random = createRandom(11);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const PLAIN = [
    'We can’t refund you until Monday.',
    'Thank you for the photo.',
    'Unfortunately it is not possible to change seats.',
    'Our policy does not allow that, and you can’t log in.',
    'I have sent it today.',
  ];
  /** Changes that leave every word where it was. */
  const SAME_LENGTH: ((text: string) => string)[] = [
    (text) => text.replaceAll('’', "'"),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.toUpperCase(),
    (text) => text.replaceAll('’', '`'),
  ];
  /** Changes that move everything by what stands before. */
  const BEFORE = [
    '😀 ',
    '👩‍👧 ',
    '- ',
    '1. ',
    'Hi Zoë,\r\n\r\n',
    'שלום\n',
    '\u00a0',
    'https://example.com/a?b=c\n',
    '^JK\n',
  ];

  it('of the same length moves no mark', () => {
    for (let count = 0; count < 200; count++) {
      const text = `${pick(PLAIN)} ${pick(PLAIN)}`;
      const places = (written: string) => scanner.scan(written).findings.map(({ span, ruleId }) => [ruleId, span]);
      const change = pick(SAME_LENGTH);
      expect(places(change(text)), change(text)).toEqual(places(text));
    }
  });

  it('before it moves every mark by its length, in UTF-16 units', () => {
    for (let count = 0; count < 200; count++) {
      const text = `${pick(PLAIN)} ${pick(PLAIN)}`;
      const before = pick(BEFORE);
      const found = scanner.scan(before + text).findings;
      for (const { span } of found) expect(before + text).toContain((before + text).slice(span.start, span.end));
      if (before.startsWith('-') || before.startsWith('1')) continue;
      const moved = scanner
        .scan(text)
        .findings.map(({ span }) => [span.start + before.length, span.end + before.length]);
      expect(
        found.map(({ span }) => [span.start, span.end]),
        before + text,
      ).toEqual(moved);
    }
  });

  it('as Windows line ends changes no mark', () => {
    for (let count = 0; count < 100; count++) {
      const lines = [pick(PLAIN), pick(PLAIN), '', pick(PLAIN)];
      expect(marks(lines.join('\r\n'))).toEqual(marks(lines.join('\n')));
    }
  });

  it('of one letter in a small word never makes a mark reach beyond its sentence', () => {
    const checker = createChecker(packs);
    for (let count = 0; count < 150; count++) {
      const text = pick(PLAIN);
      const at = 1 + Math.floor(random() * (text.length - 2));
      const noisy = text.slice(0, at) + pick(['', text[at] as string, 'x']) + text.slice(at + 1);
      for (const { span, rewrites } of checker.check(noisy)) {
        expect(span.end, noisy).toBeLessThanOrEqual(noisy.length);
        expect(rewrites, noisy).toBeInstanceOf(Array);
      }
    }
  });
});
