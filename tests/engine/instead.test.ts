import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { makePack } from './make-pack.ts';

/** Each flag with what it says, and the sentence after its first rewrite. */
function check(rule: Record<string, unknown>, text: string) {
  const flags = createChecker([makePack({ 'rule.yaml': rule })]).check(text);
  return flags.map(({ span, message, rewrites: [first] }) => ({
    marked: text.slice(span.start, span.end),
    message,
    becomes: first && text.slice(0, first.span.start) + first.text + text.slice(first.span.end),
  }));
}

const marks = (rule: Record<string, unknown>, text: string) => check(rule, text).map(({ marked }) => marked);

describe('a rule that says what to say instead', () => {
  const rule = {
    message: 'Say {instead}, not {marked}.',
    phrases: ['utilise'],
    instead: { '(login|log in)': 'sign in', 'prior to': ['before', 'ahead of'] },
  };

  it('offers for each phrase its own words, and names them', () => {
    expect(check(rule, 'Please log in prior to Monday.')).toEqual([
      { marked: 'log in', message: 'Say sign in, not log in.', becomes: 'Please sign in prior to Monday.' },
      {
        marked: 'prior to',
        message: 'Say before / ahead of, not prior to.',
        becomes: 'Please log in before Monday.',
      },
    ]);
  });

  it('begins a sentence with a capital, and has nothing for its other phrases', () => {
    expect(check(rule, 'Prior to Monday we utilise it.').map(({ becomes }) => becomes)).toEqual([
      'Before Monday we utilise it.',
      undefined,
    ]);
  });

  it('does so for a regular expression too', () => {
    const pattern = { regex: '\\be\\.g\\.', instead: 'for example' };
    expect(check({ patterns: [pattern] }, 'Bring it, e.g., on Monday.').map(({ becomes }) => becomes)).toEqual([
      'Bring it, for example, on Monday.',
    ]);
  });

  it('offers nothing that would be flagged again', () => {
    const again = { instead: { foo: 'bar' }, phrases: ['bar'] };
    expect(check(again, 'This is foo for you.')[0]?.becomes).toBeUndefined();
  });
});

describe('a rule about a sentence as a whole', () => {
  it('marks the word at which a sentence grows longer than it may', () => {
    const rule = { sentence: { 'longer-than': 6 } };
    expect(marks(rule, "We've sent it to you today. We have sent it to you again today.")).toEqual(['again']);
  });

  it('counts a contraction as one word', () => {
    expect(marks({ sentence: { 'longer-than': 5 } }, "We've got what you're after.")).toEqual([]);
    expect(marks({ sentence: { 'longer-than': 5 } }, "We've got what you're after now.")).toEqual(['now']);
  });

  it('marks a word that stands twice running, whatever its capitals', () => {
    const rule = { sentence: { doubled: true }, unless: { 'had had': 'We had had it.' } };
    expect(marks(rule, 'The the bag is in the the shop.')).toEqual(['The the', 'the the']);
    expect(marks(rule, 'We had had it, no, no, on 10 10.')).toEqual([]);
  });

  it('marks a small letter at the start, and leaves names and lists alone', () => {
    const rule = { sentence: { 'starts-small': true } };
    expect(marks(rule, 'it is here. We see. iPhones are here.\n- it is a list\nhttps://a.example is a link.')).toEqual([
      'it',
    ]);
  });

  it('waits until the word is whole', () => {
    const scanner = createScanner([makePack({ 'rule.yaml': { sentence: { doubled: true } } })]);
    const isTentative = (text: string) => scanner.scan(text).findings.map(({ tentative }) => tentative);
    expect(isTentative('It is the the')).toEqual([true]);
    expect(isTentative('It is the the one that')).toEqual([true]);
    expect(isTentative('It is the the one that is')).toEqual([false]);
  });
});
