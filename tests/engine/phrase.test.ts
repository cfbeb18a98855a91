import { describe, expect, it } from 'vitest';
import { compilePhrase } from '../../lib/engine/phrase/automaton.ts';
import { createLists } from '../../lib/engine/phrase/lists.ts';
import { indexPhrases } from '../../lib/engine/phrase/phrase-index.ts';
import { runFrom } from '../../lib/engine/phrase/run.ts';
import { PhraseError, parsePhrase } from '../../lib/engine/phrase/syntax.ts';
import { createWordIndex } from '../../lib/engine/phrase/word-index.ts';
import { splitWords } from '../../lib/engine/text/words.ts';

const lists = createLists({ who: 'i|we|you' });

/** What a phrase marks in a text, or undefined. */
function find(source: string, text: string): string | undefined {
  const index = indexPhrases([source], lists);
  const { search } = createWordIndex([{ index, lists, phrases: [{ written: source, owner: 'it' }] }]);
  const words = splitWords(text);
  let found: string | undefined;
  search(words, (_, match) => {
    found ??= text.slice(words[match.markFrom]?.start, words[match.markTo - 1]?.end);
  });
  return found;
}

describe('the phrase language', () => {
  it('meets words whatever their case, quotes and contraction', () => {
    expect(find('we can not ship', 'Sorry: We CAN’T ship it')).toBe('We CAN’T ship');
    expect(find('we can not ship', 'we can ship')).toBeUndefined();
  });

  it('takes optional words, alternatives and word lists', () => {
    for (const text of ['you can not go', 'I really can not go', 'we can not leave town']) {
      expect(find('{who} really? can not (go|leave town)', text)).toBe(text);
    }
    expect(find('{who} really? can not (go|leave town)', 'they can not go')).toBeUndefined();
  });

  it('marks only what stands in angle brackets', () => {
    expect(find('<we can not ...> until', 'We can’t ship your order until May')).toBe('We can’t ship your order');
  });

  it('lets a gap reach over a few words but not over the end of a clause', () => {
    expect(find('can not ...3 until', 'can not send it now until May')).toBeDefined();
    expect(find('can not ...2 until', 'can not send it now until May')).toBeUndefined();
    expect(find('can not ... until', 'can not send it; wait until May')).toBeUndefined();
    expect(find('can not ... until', 'can not send it but wait until May')).toBeUndefined();
  });

  it('binds a phrase to the start or the end of a sentence', () => {
    expect(find('^sadly', 'Sadly, no')).toBe('Sadly');
    expect(find('^sadly', 'But sadly no')).toBeUndefined();
    expect(find('no$', 'Sadly no')).toBe('no');
    expect(find('no$', 'no luck')).toBeUndefined();
  });

  it('knows classes of words by their shape', () => {
    expect(find('was not {#ed}', 'it was not processed')).toBe('was not processed');
    expect(find('was not {#ed}', 'it was not blue')).toBeUndefined();
  });

  it('keeps a word that may be any in its piece of the sentence', () => {
    expect(find('this {#word} has', 'this phone has gone')).toBe('this phone has');
    expect(find('this {#word} has', 'as part of this, 3G has gone')).toBeUndefined();
  });

  it('meets nothing inside a link', () => {
    expect(find('can not', 'https://shop.example/can-not')).toBeUndefined();
  });

  it.each([
    ['(we|', 'words are missing'],
    ['{nobody} can', 'no word list "{nobody}"'],
    ['<we> <can>', 'only one part'],
    ['...', 'at least one word'],
    ['maybe?', 'at least one word'],
    ['we ...99 can', 'a gap is of 1 to 16 words'],
    ['we | can', '"|" has no meaning here'],
    [`${'('.repeat(40)}we${')'.repeat(40)}`, 'nested too deeply'],
  ])('refuses %s and says why', (source, message) => {
    expect(() => parsePhrase(source, lists)).toThrow(PhraseError);
    expect(() => parsePhrase(source, lists)).toThrow(message);
  });

  it('takes no more time for a phrase full of choices than its length allows', () => {
    const phrase = parsePhrase(`${'(a|a a)? '.repeat(60)}z`, lists);
    const automaton = compilePhrase(phrase, lists);
    expect(runFrom(automaton, splitWords('a '.repeat(2000)), 0).match).toBeUndefined();
  });
});
