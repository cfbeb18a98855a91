import { describe, expect, it } from 'vitest';
import { unzip, zip } from '../../scripts/stores/archive.ts';
import { findDifferences } from '../../scripts/stores/differences.ts';

const file = (path: string, content: string) => ({ path, content: Buffer.from(content) });
const manifest = file('manifest.json', '{"name":"CanDo"}');
const words = file('_locales/fr/messages.json', 'Réécriture prête '.repeat(500));
const empty = file('empty.txt', '');

describe('an archive for a store', () => {
  it('gives back what was put into it', () => {
    expect(unzip(zip([manifest, words, empty]))).toEqual([words, empty, manifest]);
  });

  it('is the same to the byte, in whatever order its files come', () => {
    expect(zip([words, manifest]).equals(zip([manifest, words]))).toBe(true);
  });

  it('says which file in it is damaged', () => {
    const damaged = zip([file('a.txt', 'one two three')]);
    damaged.writeUInt32LE(0, damaged.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16);
    expect(() => unzip(damaged)).toThrow('a.txt is damaged.');
  });

  it('is refused when it is no archive', () => {
    expect(() => unzip(Buffer.from('<html>Not found</html>'))).toThrow('This is no archive of ours.');
  });
});

describe('comparing two builds', () => {
  it('finds nothing where all is equal', () => {
    expect(findDifferences([manifest, words], [words, manifest])).toEqual([]);
  });

  it('names each file that differs, and from where on, and each that is missing', () => {
    const first = [manifest, file('coach.js', 'let a=1'), file('old.js', ''), file('short.js', 'ab')];
    const second = [manifest, file('coach.js', 'let a=2'), file('new.js', ''), file('short.js', 'abc')];
    expect(findDifferences(first, second)).toEqual([
      'coach.js: differs from byte 6 on',
      'new.js: only in the second',
      'old.js: only in the first',
      'short.js: differs from byte 2 on',
    ]);
  });
});
