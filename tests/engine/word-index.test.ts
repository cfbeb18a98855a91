import { describe, expect, it } from 'vitest';
import { createLists } from '../../lib/engine/phrase/lists.ts';
import { indexPhrases, readNeeds } from '../../lib/engine/phrase/phrase-index.ts';
import { createWordIndex } from '../../lib/engine/phrase/word-index.ts';
import { splitWords } from '../../lib/engine/text/words.ts';

const lists = createLists({ side: 'i|we', cannot: 'can not|(are|am) unable to' });

/** What each of these phrases needs, as sets of words. */
function listNeeds(...phrases: string[]): string[][][] {
  const { needs, sets } = indexPhrases(phrases, lists);
  return needs.map((need, at) => readNeeds(need, phrases[at] as string, sets).map(({ words }) => words));
}

function createPack(...phrases: string[]) {
  const index = indexPhrases(phrases, lists);
  return { index, lists, phrases: phrases.map((written) => ({ written, owner: written })) };
}

describe('the index of phrases', () => {
  it('names the rarest words that a phrase cannot do without, and leaves out what may be missing', () => {
    expect(listNeeds('really? refund (parcel|letter) the')).toEqual([[['refund'], ['parcel', 'letter']]]);
    expect(listNeeds('refund ... (today)? the')).toEqual([[['refund'], ['the']]]);
  });

  it('takes of alternatives of several words the rarest of each', () => {
    expect(listNeeds('{cannot} ship')).toEqual([[['ship'], ['can', 'unable']]]);
  });

  it('takes words for words, whatever else their names are', () => {
    expect(listNeeds('the constructor will fall')).toEqual([[['constructor'], ['fall']]]);
  });

  it('keeps equal sets once', () => {
    const { sets } = indexPhrases(['{cannot} ship', '{cannot} send'], lists);
    expect(sets).toEqual(['can unable']);
  });

  it('refuses a phrase that any sentence could meet', () => {
    expect(() => indexPhrases(['{#number} ...'], lists)).toThrow('at least one word');
  });
});

describe('the search over indices', () => {
  const find = (text: string, ...packs: ReturnType<typeof createPack>[]) => {
    const found: string[] = [];
    createWordIndex(packs).search(splitWords(text), (owner) => found.push(owner));
    return found.sort();
  };

  it('finds the phrases of every pack, one under a word, under another or under both', () => {
    const packs = [createPack('we refund', '{side} {cannot} ship'), createPack('refund (it|them)')];
    expect(find('We refund it, but we are unable to ship.', ...packs)).toEqual([
      'refund (it|them)',
      'we refund',
      '{side} {cannot} ship',
    ]);
    expect(find('It will ship.', ...packs)).toEqual([]);
  });

  it('can be made ready pack by pack, and is ready without', () => {
    const index = createWordIndex([createPack('we refund'), createPack('you pay')]);
    expect([index.prepare(), index.prepare(), index.prepare()]).toEqual([true, true, false]);
    expect(find('Then you pay.', createPack('we refund'), createPack('you pay'))).toEqual(['you pay']);
  });

  it('refuses an index that was made of other phrases', () => {
    const pack = createPack('we refund', 'you pay');
    expect(() => find('Hello.', { ...pack, phrases: pack.phrases.slice(1) })).toThrow('made of other phrases');
  });
});
