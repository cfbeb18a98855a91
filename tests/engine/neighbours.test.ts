import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createScanner } from '../../lib/engine/scanner.ts';
import { runExamples } from '../../lib/packs/examples.ts';
import { readPacks } from '../../lib/packs/read.ts';
import type { RuleSource } from '../../lib/packs/schema.ts';
import { addRule } from '../packs/add-rule.ts';
import { makePack } from './make-pack.ts';

const pack = makePack({
  'redirect.yaml': {
    phrases: ['<please call the desk>'],
    'unless-next': { 'they will (check|find)': 'Please call the desk. They will check it.' },
    'unless-previous': { 'the desk has your file': 'The desk has your file. Please call the desk.' },
  },
  'please.yaml': { phrases: ['<please>'], severity: 'info' },
  'grammar.yaml': {
    patterns: [{ match: '[<mark>write] to #Pronoun', words: ['write'] }],
    'unless-next': { 'they will (check|find)': 'Write to them. They will check it.' },
    unless: { step: '- Write to them.' },
  },
});
const scanner = createScanner([pack]);
const find = (text: string) => scanner.scan(text).findings.map(({ ruleId }) => ruleId.replace('sample/', ''));

describe('The sentences around a phrase', () => {
  it('clear it when the next one says what happens', () => {
    expect(find('Please call the desk. They will check it.')).toEqual(['please']);
    expect(find('Please call the desk. Have a nice day.')).toEqual(['redirect']);
  });

  it('clear it when the one before has said it', () => {
    expect(find('The desk has your file. Please call the desk.')).toEqual(['please']);
    expect(find('Please call the desk. The desk has your file.')).toEqual(['redirect']);
  });

  it('are judged anew at each place, though the sentence is remembered', () => {
    const text = 'Please call the desk. They will check it. Fine. Please call the desk.';
    expect(find(text)).toEqual(['please', 'redirect']);
    expect(find(text)).toEqual(['please', 'redirect']);
  });

  it('are those of its own paragraph', () => {
    expect(find('Please call the desk.\nThey will check it.')).toEqual(['redirect']);
  });

  it('keep the mark waiting while the next one may still be written', () => {
    const wait = (text: string) => scanner.scan(text).findings.map((finding) => [finding.tentative, finding.waitsOn]);
    expect(wait('Please call the desk.')).toEqual([[true, { start: 0, end: 21 }]]);
    expect(wait('Please call the desk. They wi')).toEqual([[true, { start: 0, end: 29 }]]);
    expect(wait('Please call the desk. They went.')).toEqual([[false, undefined]]);
    expect(wait('Hi.\nPlease call the desk. A')).toEqual([[true, { start: 4, end: 27 }]]);
  });

  it('count for grammar rules too, and so does the bullet before the line', () => {
    const checker = createChecker([pack]);
    const flags = (text: string) => checker.check(text).map(({ span }) => text.slice(span.start, span.end));
    expect(flags('Hi. Write to them. Bye.')).toEqual(['Write']);
    expect(flags('Hi. Write to them. They will find it.')).toEqual([]);
    expect(flags('- Write to them. Bye.')).toEqual([]);
    expect(flags('2. Open it. Write to them.')).toEqual([]);
  });
});

const rule = (more: object): RuleSource => ({
  severity: 'info',
  message: 'Say it.',
  why: 'It helps.',
  phrases: ['<kindly frobnicate>'],
  instead: {},
  patterns: [],
  unless: {},
  'unless-next': {},
  'unless-previous': {},
  'only-if': {},
  rewrites: [],
  notes: false,
  yields: false,
  examples: { wrong: { '<Kindly frobnicate>.': null }, right: ['Thanks.'] },
  ...more,
});
const packs = readPacks();
const fail = (more: object) =>
  runExamples(addRule(packs, 'cant-focus/sample', rule(more)), 'cant-focus/sample').failures.map(
    ({ problem }) => problem,
  );

describe('A rule that names its neighbours', () => {
  it('keeps its promise when the text is quiet, and not without the exception', () => {
    expect(fail({ 'unless-next': { 'they know': 'Kindly frobnicate. They know.' } })).toEqual([]);
    expect(fail({ 'unless-next': { 'they know': 'Kindly frobnicate. They go.' } })[0]).toMatch(/^is flagged by/);
    expect(fail({ 'unless-previous': { 'they know': 'They know. Frobnicate.' } })[0]).toMatch(/^is quiet without/);
  });

  it('may ask a predicate of them', () => {
    expect(fail({ 'unless-next': { question: 'Kindly frobnicate. Can you?' } })).toEqual([]);
  });

  it('speaks only where it is told to', () => {
    const example = { wrong: { 'Can you <kindly frobnicate>?': null }, right: ['Thanks.'] };
    expect(fail({ 'only-if': { question: 'You kindly frobnicate.' }, examples: example })).toEqual([]);
    expect(() => fail({ 'only-if': { 'they know': 'Kindly frobnicate.' } })).toThrow('only-if takes no phrases');
  });
});
