import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { makePack } from './make-pack.ts';

type Pattern = Record<string, unknown> & { regex: string };

/** What a rule with this one expression marks in a text. */
function mark(pattern: Pattern, text: string, rest: Record<string, unknown> = {}): string[] {
  const checker = createChecker([makePack({ 'rule.yaml': { patterns: [pattern], ...rest } })]);
  return checker.check(text).map(({ span }) => text.slice(span.start, span.end));
}

describe('a regular expression in a rule', () => {
  it('marks what it meets, each time, at its place behind emoji and earlier lines', () => {
    const text = 'Hi 😀\nOpen 9am to 5pm. Shut at 12 pm.';
    expect(mark({ regex: '\\d{1,2} ?[ap]m\\b' }, text)).toEqual(['9am', '5pm', '12 pm']);
  });

  it('tells capitals from small letters unless it says otherwise', () => {
    expect(mark({ regex: '\\bNOTE\\b' }, 'NOTE the note.')).toEqual(['NOTE']);
    expect(mark({ regex: '(?i)\\bnote\\b' }, 'NOTE the note.')).toEqual(['NOTE', 'note']);
  });

  it('marks its group named mark alone, and no space around it', () => {
    expect(mark({ regex: '(?P<mark>teh) (?:order|parcel)' }, 'Here is teh order and teh bag.')).toEqual(['teh']);
    expect(mark({ regex: '\\s[—–]\\s' }, 'Yes — and no.')).toEqual(['—']);
  });

  it('looks behind, and refuses what may not follow', () => {
    expect(mark({ regex: '(?<=\\s)-\\d+' }, 'It was -4 on the A-4.')).toEqual(['-4']);
    expect(mark({ regex: '\\ball of\\b', 'not-before': '\\s+these' }, 'See all of it, all of these.')).toEqual([
      'all of',
    ]);
  });

  it('is quiet in a sentence that holds what clears it', () => {
    const pattern = { regex: '\\bSLA\\b', without: '\\(SLA\\)' };
    expect(mark(pattern, 'Our service level (SLA) is one day, and the SLA holds.')).toEqual([]);
    expect(mark(pattern, 'Our SLA holds.')).toEqual(['SLA']);
  });

  it('speaks when a sentence holds it more often than it may, once', () => {
    const pattern = { regex: '(?i)\\bvery\\b', 'more-than': 1 };
    expect(mark(pattern, 'It is very late.')).toEqual([]);
    expect(mark(pattern, 'Very, very, very late.')).toEqual(['very']);
    expect(mark(pattern, 'It is very late. We are very sorry.')).toEqual([]);
  });

  it('marks signs alone, and keeps out of links', () => {
    expect(mark({ regex: ';' }, 'Yes; see https://a.example/x;y for more.')).toEqual([';']);
  });

  it('is asked of the grammar host only for sentences that hold what opens it', () => {
    const scanner = createScanner([makePack({ 'rule.yaml': { patterns: [{ regex: '\\d+ ?(?:€|euro)' }] } })]);
    expect(scanner.scan('It costs 4 Euro. It is blue.').unsure.map(({ start }) => start)).toEqual([0]);
    expect(scanner.scan('It is blue and costs 4 pounds.').unsure).toEqual([]);
  });

  it('is opened by its words where it names some', () => {
    const pattern = { regex: '\\b[A-Z]{3,5}\\b', words: ['sla'] };
    expect(mark(pattern, 'The SLA and the RFC.')).toEqual(['SLA', 'RFC']);
    expect(mark(pattern, 'The RFC holds.')).toEqual([]);
  });

  it('keeps quiet where an exception of its rule silences it', () => {
    const unless = { quoted: 'The menu says “at 9am”.' };
    expect(mark({ regex: '\\dam\\b' }, 'The menu says “at 9am”.', { unless })).toEqual([]);
  });

  it('is left out of a sentence of which the expressions before it took all that there is time for', () => {
    const heavy = (at: number) => ({ regex: `(?:.?){90}(?:.?){90}(?:.?){90}(?P<mark>no${at}!)` });
    const heavies = Array.from({ length: 60 }, (_, at) => heavy(at));
    const text = `Look: ${heavies.map((_, at) => `no${at}!`).join('')} teh!`;
    const find = (patterns: unknown[]) => {
      const flags = createChecker([makePack({ 'rule.yaml': { patterns } })]).check(text);
      return flags.map(({ span }) => text.slice(span.start, span.end));
    };
    expect(find([heavy(59)])).toEqual(['no59!']);
    expect(find(heavies)).toContain('no0!');
    expect(find(heavies)).not.toContain('no59!');
    // What costs little finds its place.
    expect(find([...heavies, { regex: 'teh' }])).toContain('teh');
  });

  it('stays linear: an expression that would run away is done at once on a long sentence', () => {
    const text = `Look: ${'a'.repeat(900)}!`;
    expect(mark({ regex: '(?:a|aa)+(?:a+)+x!' }, text)).toEqual([]);
    expect(mark({ regex: '(?:a+)+!' }, text)).toEqual([`${'a'.repeat(900)}!`]);
  });
});
