import { describe, expect, it } from 'vitest';
import { predicates } from '../../lib/engine/predicates/index.ts';
import { splitSentences } from '../../lib/engine/text/sentences.ts';
import { splitWords } from '../../lib/engine/text/words.ts';
import type { Context } from '../../lib/engine/types.ts';
import { cases } from './predicate-cases.ts';

/** What a predicate says of the words between < and > in a sentence, with what stands around them. */
function ask(name: string, marked: string, context: Context = {}): boolean | undefined {
  const from = marked.indexOf('<');
  const to = marked.indexOf('>') - 1;
  const text = marked.replace('<', '').replace('>', '');
  const [sentence] = splitSentences(text);
  if (!sentence) throw new Error(`no sentence in "${marked}"`);
  const own = text.slice(sentence.start, sentence.end);
  const words = splitWords(own);
  const hit = {
    from: words.findIndex((word) => word.end > from - sentence.start),
    to: words.findLastIndex((word) => word.start < to - sentence.start) + 1,
  };
  const local = { ...sentence, start: 0, end: own.length };
  return predicates[name]?.({ text: own, sentence: local, words, hit, context });
}

describe('the questions that a rule may ask of a sentence', () => {
  it('are all tested here', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(predicates));
  });

  for (const [name, { yes, no }] of Object.entries(cases)) {
    it.each(yes)(`${name}: yes, in %s`, (sentence) => expect(ask(name, sentence)).toBe(true));
    it.each(no)(`${name}: no, in %s`, (sentence) => expect(ask(name, sentence)).toBe(false));
  }

  it('praised: yes, when the customer wrote to praise and asks for nothing', () => {
    expect(ask('praised', '<Thank you>.', { customer: 'Loved the cake, you are the best!' })).toBe(true);
    expect(ask('praised', '<Thank you>.', { customer: 'Thanks, but it still fails.' })).toBe(false);
  });

  it('praised: yes, in a long review that holds a small reserve, or when the reply tells of kind words', () => {
    const review = 'Great hotel, lovely staff, excellent food and a comfortable bed, though the lift was late once.';
    expect(ask('praised', '<Thank you>.', { customer: review })).toBe(true);
    expect(ask('praised', '<Thank you> for your kind words.')).toBe(true);
  });

  it('question: no, where "should you" opens a condition that ends in a full stop', () => {
    expect(ask('question', 'Should you wish to go on, <the seller is responsible>.')).toBe(false);
    expect(ask('question', 'Should you write to him, or <is the seller responsible>?')).toBe(true);
  });

  it('question: no, where our own side tells something first and asks after it', () => {
    expect(ask('question', '<We have no> table at seven, would eight suit you?')).toBe(false);
    expect(ask('question', '<We have no> table at seven, have we?')).toBe(true);
    expect(ask('question', 'Is it true that <we have no> table, would you know?')).toBe(true);
  });

  it('reported: no, when the customer is only asked to say it', () => {
    expect(ask('reported', "It helps if you can say where it is as <we don't> take it from your land.")).toBe(false);
  });

  it('how-to: yes, when the customer asked how', () => {
    expect(ask('how-to', '<You need to> sign in.', { customer: 'How do I change it?' })).toBe(true);
    expect(ask('how-to', '<You need to> sign in.', { customer: 'It is broken.' })).toBe(false);
  });

  it('asked: yes, when the customer spoke of the rules', () => {
    expect(ask('asked', '<Our policy is> 60 days.', { customer: 'What is your return policy?' })).toBe(true);
    expect(ask('asked', '<Our policy is> 60 days.', { customer: 'Where is my parcel?' })).toBe(false);
  });

  it('conditional: no, once the condition is over', () => {
    expect(ask('conditional', 'If you subscribed via a shop <we cannot> cancel.')).toBe(false);
    expect(ask('conditional', 'If <we cannot> cancel, you keep it.')).toBe(true);
  });
});
