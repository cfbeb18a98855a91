import { describe, expect, it } from 'vitest';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import { compareReplies, cutSentence, type Effect, MOST_SIGHTINGS } from '../../lib/workshop/effect.ts';
import { makePack } from '../engine/make-pack.ts';

function compare(before: Parameters<typeof compareReplies>[0], after: typeof before, replies: string[]): Effect {
  const run = compareReplies(before, after, replies);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

const make = (id: string, rules: Parameters<typeof makePack>[0]) =>
  JSON.parse(JSON.stringify(makePack(rules)).replaceAll('sample', id)) as CompiledPack;
const below = make('below', { greet: { phrases: ['hello'] } });
const old = make('acme', { widget: { phrases: ['widget'] } });
const next = make('acme', { widget: { phrases: ['widget', 'gadget'], unless: { 'blue widget': 'A blue widget.' } } });

describe('The effect of a new version on past replies', () => {
  const replies = ['Hello. Your gadget is here. Enjoy.', 'A blue widget.', 'A widget.', 'Nothing.'];

  it('is what it would newly flag and no longer flag, with the sentences', () => {
    const effect = compare([below, old], [below, next], replies);
    expect(effect).toMatchObject({ replies: 4, changed: 2, flags: { before: 2, after: 2 } });
    expect(effect.rules).toEqual([{ ruleId: 'acme/widget', added: 1, gone: 1 }]);
    expect(effect.added).toEqual([
      { reply: 0, ruleId: 'acme/widget', sentence: 'Your gadget is here.', span: { start: 5, end: 11 } },
    ]);
    expect(effect.gone).toMatchObject([{ reply: 1, sentence: 'A blue widget.' }]);
  });

  it('leaves out packs that stay the same, and is nothing where all do', () => {
    const same = compare([below, old], [below, structuredClone(old)], replies);
    expect(same).toMatchObject({ replies: 4, changed: 0, flags: { before: 0, after: 0 }, rules: [] });
  });

  it('counts all and tells the first of many', () => {
    const effect = compare([], [old], Array(MOST_SIGHTINGS + 7).fill('A widget.'));
    expect(effect.added).toHaveLength(MOST_SIGHTINGS);
    expect(effect.rules[0]?.added).toBe(MOST_SIGHTINGS + 7);
  });

  it('is told after each reply, so that a page can draw breath', () => {
    const run = compareReplies([], [old], replies);
    expect(run.next()).toMatchObject({ done: false, value: { replies: 1 } });
  });
});

it('cuts a sentence out of a reply of many lines', () => {
  const text = 'Hello.\nOne thing. The widget is here. Bye.\nMe';
  const start = text.indexOf('widget');
  expect(cutSentence(text, { start, end: start + 6 })).toEqual({
    sentence: 'The widget is here.',
    span: { start: 4, end: 10 },
  });
});
