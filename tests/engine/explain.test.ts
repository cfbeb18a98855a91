import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { createExplain } from '../../lib/engine/explain.ts';
import { makePack } from './make-pack.ts';

const pack = makePack({
  'cannot.yaml': {
    phrases: ['nothing of that', '<{who}? can not>'],
    unless: { question: 'Can’t we go?' },
    'unless-next': { 'we can': 'We can’t go. We can stay.' },
    rewrites: ['{subject} {can} {do} from {until-time}', 'Here is what we can do: [next step]', 'No.'],
  },
  'sadly.yaml': { phrases: ['^<sadly>'], severity: 'info', yields: true },
  'grammar.yaml': { patterns: [{ match: '[<mark>write] to #Pronoun', words: ['write'] }] },
});
const explain = createExplain([pack], createChecker([pack]));

describe('Why a sentence is flagged or not', () => {
  it('names the sentences that no rule meets too', () => {
    expect(explain('Fine.\nHello.').map(({ span, matches }) => [span.start, matches])).toEqual([
      [0, []],
      [6, []],
    ]);
  });

  it('names the exception that silenced a rule, in the sentence or in the next', () => {
    expect(explain('Can’t we go?')[0]?.matches).toMatchObject([{ ruleId: 'sample/cannot', phrase: 1, silencedBy: 0 }]);
    expect(explain('We can’t go. We can stay.')[0]?.matches).toMatchObject([{ silencedBy: 1 }]);
  });

  it('names the rule that a weaker one gives way to', () => {
    expect(explain('Sadly, we can’t go.')[0]?.matches).toMatchObject([
      { ruleId: 'sample/sadly', givesWayTo: 'sample/cannot' },
      { ruleId: 'sample/cannot' },
    ]);
  });

  it('tells what filled a rewrite, and why another was left out', () => {
    const [match] = explain('We can’t go home.')[0]?.matches ?? [];
    expect(match?.attempts).toEqual([
      {
        template: '{subject} {can} {do} from {until-time}',
        slots: { subject: 'We', can: 'can', do: 'go home' },
        fault: 'nothing fills {until-time}',
      },
      expect.objectContaining({ rewrite: expect.objectContaining({ text: 'Here is what we can do: [next step].' }) }),
      { template: 'No.', slots: {}, fault: 'it would not read well: "No."' },
    ]);
  });

  it('knows what grammar rules meet, at its place in the text', () => {
    const [, second] = explain('Hi. Write to them.');
    expect(second?.matches).toMatchObject([{ ruleId: 'sample/grammar', pattern: 0, span: { start: 4, end: 9 } }]);
  });
});
