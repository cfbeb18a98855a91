import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { makePack } from './make-pack.ts';

/** The text after the first rewrite of a failure told with nobody in it, or undefined when none is offered. */
function tellBy(text: string): string | undefined {
  const pack = makePack({
    'passive.yaml': { phrases: ['<(was|were|has been|have been|had been) {#word}? {#word}?>'], rewrites: ['{active}'] },
  });
  const [flag] = createChecker([pack]).check(text);
  const [rewrite] = flag?.rewrites ?? [];
  return rewrite && text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
}

describe('a failure told with nobody in it, told by those who own it', () => {
  it.each([
    ['The wrong lamp was sent to Ghent.', 'We sent the wrong lamp to Ghent.'],
    ['Your room was never cleaned.', 'We never cleaned your room.'],
    ['You were billed twice.', 'We billed you twice.'],
    ['Sorry, your note was overlooked.', 'Sorry, we overlooked your note.'],
    ['Ana’s note was mislaid.', 'We mislaid Ana’s note.'],
    ['A mistake was made on your bill.', 'We made a mistake on your bill.'],
    ['It should have been sent on Monday.', 'We should have sent it on Monday.'],
    ['You should not have been charged for it.', 'We should not have charged you for it.'],
    ["The fee shouldn't have been paid twice.", 'We should not have paid the fee twice.'],
  ])('%s → %s', (text, told) => expect(tellBy(text)).toBe(told));

  it('is left alone when somebody is in it, or when it is only possible', () => {
    expect(tellBy('The box was opened by your neighbour.')).toBeUndefined();
    expect(tellBy('It could have been lost on the way.')).toBeUndefined();
    expect(tellBy('You must have been charged by them.')).toBeUndefined();
  });
});
