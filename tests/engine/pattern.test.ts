import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { PackError } from '../../lib/packs/faults.ts';
import { makePack } from './make-pack.ts';

/** What a rule with this one pattern marks in a text. */
function mark(match: string, words: string[], text: string, rest: Record<string, unknown> = {}): string[] {
  const checker = createChecker([makePack({ 'rule.yaml': { patterns: [{ match, words }], ...rest } })]);
  return checker.check(text).map(({ span }) => text.slice(span.start, span.end));
}

const SENT = '(was|were) not? [<mark>#PastTense]';

describe('a grammar rule', () => {
  it('marks what its pattern captures', () => {
    expect(mark(SENT, ['was', 'were'], 'Your form was not posted.')).toEqual(['posted']);
  });

  it('marks the whole match when nothing is captured', () => {
    expect(mark('it should have been #PastTense', ['should'], 'Well, it should have been sent on Monday.')).toEqual([
      'it should have been sent',
    ]);
  });

  it('marks every match, at its place behind emoji, wide spaces and earlier lines', () => {
    const text = 'Hello 😀\nThe  bag was   sent, and the keys were taken. The rest was found.';
    expect(mark(SENT, ['was', 'were'], text)).toEqual(['sent', 'taken', 'found']);
  });

  it('marks a contraction whole, with straight and with curly quotes', () => {
    const pattern = '[<mark>(is|was) not a #ProperNoun problem]';
    expect(mark(pattern, ['problem'], "Sorry, that's not a Windows problem.")).toEqual([
      "that's not a Windows problem",
    ]);
    expect(mark(pattern, ['problem'], 'That wasn’t a Windows problem.')).toEqual(['wasn’t a Windows problem']);
  });

  it('looks only at sentences that hold one of its words', () => {
    expect(mark(SENT, ['were'], 'Your form was sent.')).toEqual([]);
  });

  it('keeps quiet where a predicate or a phrase excepts it', () => {
    const unless = { conditional: 'if it was sent, say so.', '(was|were) sent in jest': 'It was sent in jest.' };
    expect(mark(SENT, ['was'], 'The letter was sent.', { unless })).toEqual(['sent']);
    expect(mark(SENT, ['was'], 'If the letter was sent, tell me.', { unless })).toEqual([]);
    expect(mark(SENT, ['was'], 'The joke was sent in jest.', { unless })).toEqual([]);
  });

  it('waits while the words being typed could still except it', () => {
    const unless = { '(was|were) sent in jest': 'It was sent in jest.' };
    const checker = createChecker([makePack({ 'rule.yaml': { patterns: [{ match: SENT, words: ['was'] }], unless } })]);
    const isTentative = (text: string) => checker.patterns({ text }).map(({ tentative }) => tentative);
    expect(isTentative('The joke was sent in ')).toEqual([true]);
    expect(isTentative('The joke was sent in the post ')).toEqual([false]);
    expect(isTentative('The joke was sent.')).toEqual([false]);
  });

  it('gives way to a longer phrase of its category at the same place', () => {
    const pack = makePack({
      'grammar.yaml': { patterns: [{ match: SENT, words: ['was'] }] },
      'phrase.yaml': { phrases: ['was sent in the post'] },
    });
    const flags = createChecker([pack]).check('It was sent in the post.');
    expect(flags.map(({ ruleId }) => ruleId)).toEqual(['sample/phrase']);
  });

  it('may not hold a regular expression: the compiler names the file and the line', () => {
    const build = () => makePack({ 'slow.yaml': { patterns: [{ match: '/(a+)+$/ not', words: ['not'] }] } });
    expect(build).toThrow(PackError);
    // The line of `match` as the sample is written out.
    expect(build).toThrow(/^slow\.yaml:9:\d+ regular expressions/);
  });
});
