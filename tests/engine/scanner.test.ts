import { describe, expect, it } from 'vitest';
import { createScanner } from '../../lib/engine/scanner.ts';
import { makePack } from './make-pack.ts';

const pack = makePack({
  'cannot.yaml': {
    phrases: ['<{who}? can not>'],
    unless: {
      'can not wait': 'We cannot wait!',
      'can not thank ... enough': 'We can’t thank you enough.',
      question: 'Can’t we go?',
    },
    rewrites: ['Here is what we can do: [next step]'],
  },
  'sadly.yaml': { phrases: ['^<sadly>'], severity: 'info', yields: true },
  'rude.yaml': { phrases: ['idiot'], severity: 'error', notes: true },
});
const scanner = createScanner([pack]);
const marks = (text: string, context = {}) =>
  scanner.scan(text, context).findings.map(({ span }) => text.slice(span.start, span.end));
const firm = (text: string) => scanner.scan(text).findings.filter((finding) => !finding.tentative).length;

describe('scanning a draft', () => {
  it('finds a phrase and says where, in a reply of several lines', () => {
    expect(marks('Hi 😀,\n\nThanks. We can’t ship it.\nBye')).toEqual(['We can’t']);
  });

  it('is silenced by an exception that overlaps the phrase', () => {
    expect(marks('We can’t wait to see it.')).toEqual([]);
    expect(marks('We can’t thank you all enough.')).toEqual([]);
    expect(marks('Can’t we go?')).toEqual([]);
  });

  it('waits with a phrase that the next words could clear', () => {
    expect(firm('We can’t')).toBe(0);
    expect(firm('We can’t s')).toBe(0);
    expect(firm('We can’t send ')).toBe(0);
    expect(firm('We can’t send it')).toBe(0);
    expect(firm('We can’t send it ')).toBe(1);
    expect(firm('We can’t.')).toBe(1);
  });

  it('waits as long as an exception is still on its way', () => {
    expect(firm('We can’t thank you all ')).toBe(0);
    expect(firm('We can’t thank you all eno')).toBe(0);
    expect(firm('We can’t thank you all enough ')).toBe(0);
    expect(firm('We can’t thank you all for ')).toBe(0);
    expect(firm('We can’t thank you all.')).toBe(1);
  });

  it('leaves out quotations and everything below the history or the signature', () => {
    expect(marks('> We can’t ship it.\nWe can’t ship it.')).toEqual(['We can’t']);
    expect(marks('Fine.\nOn Mon, 3 May 2027 at 10:00, Ana <a@b.example> wrote:\nWe can’t ship it.')).toEqual([]);
    expect(marks('Fine.\n-- \nWe can’t ship it.')).toEqual([]);
  });

  it('lets a weak lead give way to another flag of its pack in the same sentence', () => {
    expect(marks('Sadly, it rained.')).toEqual(['Sadly']);
    expect(marks('Sadly, we can’t go.')).toEqual(['we can’t']);
    expect(marks('Sadly, it rained. We can’t go.')).toEqual(['Sadly', 'We can’t']);
  });

  it('is silent in an internal note but for rules that speak there', () => {
    expect(marks('We can’t help this idiot.', { reader: 'internal' })).toEqual(['idiot']);
  });

  it('finds a blank that a rewrite left open, and no other brackets', () => {
    const text = 'Here is what we can do: [next step] as in [1] and [EXT].';
    expect(scanner.scan(text).findings).toMatchObject([{ ruleId: 'blank', category: 'blank', severity: 'error' }]);
    expect(marks(text)).toEqual(['[next step]']);
  });

  it('obeys rules switched off and severities set by the team', () => {
    const own = createScanner([pack], { off: new Set(['sample/cannot']), severities: { 'sample/sadly': 'error' } });
    expect(own.scan('Sadly, we can’t go.').findings).toMatchObject([{ ruleId: 'sample/sadly', severity: 'error' }]);
  });

  it('gives the same spans again for a sentence that it remembers at another place', () => {
    scanner.scan('We can’t go.');
    expect(marks('Well then. We can’t go.')).toEqual(['We can’t']);
  });
});
