import { describe, expect, it } from 'vitest';
import { PackError } from '../../lib/packs/faults.ts';
import { checkRegex, deriveSigns } from '../../lib/packs/regex/check.ts';
import { makePack } from '../engine/make-pack.ts';

const signs = (source: string) => deriveSigns(checkRegex(source));

describe('what must stand in a sentence for an expression to meet it', () => {
  it.each([
    ['a word, whatever its capitals', '\\bNOTE\\b', ['note']],
    ['one of some words', '(?:foo|ba[rz]) shop', ['foo shop', 'bar shop', 'baz shop']],
    ['a sign', '[—–]', ['—', '–']],
    ['the longest piece between what may be anything', '\\w+ and \\w+ or else \\w+', ['or else']],
    ['what stands before a part that may be missing', 'colou?r(?:ed)?', ['colour', 'color']],
    ['what is repeated', 'p = 0\\.0{2,4}', ['p = 0.0']],
  ])('%s', (_, source, expected) => {
    const derived = signs(source);
    for (const sign of expected) expect(derived.some((one) => sign.startsWith(one) || one === sign)).toBe(true);
    expect(derived.every((one) => expected.some((sign) => sign.startsWith(one)))).toBe(true);
  });

  it.each([
    ['any capitals', '[A-Z]{3,5}'],
    ['a single letter', '\\ba\\b'],
    ['one branch of two', 'foo|\\w+'],
    ['something that may be missing', '(?:foo)?\\w'],
    ['space', '\\w \\w'],
  ])('is refused where it is only %s', (_, source) => {
    expect(() => signs(source)).toThrow('say under "words" what opens it');
  });
});

describe('a regular expression is refused', () => {
  it.each([
    ['a look-ahead', 'a(?=b)', 'look-ahead'],
    ['a back-reference', '(a)\\1', 'back-reference'],
    ['an open bracket', 'foo(', 'never closed'],
    ['an open class', 'foo[a-', 'never closed'],
    ['a great number', 'a{101}', 'more than 100 times'],
    ['what grows large', '(?:(?:ab{50}){50}){50}', 'grows too large'],
    ['repetitions within repetitions', '(?:(?:ab{5}){5}){50}', 'grows too large'],
    ['what is long', 'a'.repeat(1001), 'at most 1000'],
    ['deep nesting', `${'('.repeat(40)}a${')'.repeat(40)}`, 'nested too deeply'],
    ['an unknown class', '\\p{Klingon}', 'is refused'],
  ])('for %s, with the reason', (_, source, reason) => {
    expect(() => checkRegex(source)).toThrow(reason);
  });

  const build = (pattern: Record<string, unknown>) => () => makePack({ 'rule.yaml': { patterns: [pattern] } });

  it('with its file, line and column', () => {
    expect(build({ regex: 'foo(' })).toThrow(PackError);
    expect(build({ regex: 'foo(' })).toThrow(/^rule\.yaml:9:\d+ "\(" is never closed/);
  });

  it('where the pattern is half of one kind and half of the other', () => {
    expect(build({ regex: 'foo', match: '#Noun', words: ['foo'] })).toThrow('not both');
    expect(build({ words: ['foo'] })).toThrow('neither');
    expect(build({ match: '#Noun', words: ['foo'], without: 'bar' })).toThrow('"without" stands beside "regex" only');
    expect(build({ match: '#Noun' })).toThrow('needs "words"');
    expect(build({ regex: 'foo', 'not-before': '(?=x)' })).toThrow('look-ahead');
  });
});
