import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { readPacks } from '../../lib/packs/read.ts';

const checker = createChecker(readPacks().filter(({ id }) => ['cant-focus', 'policy-hiding'].includes(id)));

/** The draft with the first rewrite of its first flag put in. */
function improve(text: string): string | undefined {
  const [rewrite] = checker.check(text)[0]?.rewrites ?? [];
  return rewrite && text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
}

describe('a refusal that no turn of the whole clause can say', () => {
  it.each([
    [
      'Please ring the desk, as this cannot be settled by post.',
      'Please ring the desk, as this can be [what is possible] instead of settled by post.',
    ],
    [
      'It rained all week, so I’m afraid the court can’t be used today.',
      'It rained all week, so the court can be [what is possible] instead of used today.',
    ],
    [
      'Please note that the fare which you chose is non-refundable.',
      'Please note that the fare which you chose can be [what is possible] instead of refunded.',
    ],
    [
      'I would ring the shop directly as we don’t repair bikes bought elsewhere.',
      'I would ring the shop directly as we [what you do] rather than repair bikes bought elsewhere.',
    ],
    [
      'As you booked with the shop we don’t have access to your card details.',
      'As you booked with the shop we have [what you have] rather than access to your card details.',
    ],
  ])('is turned where it stands: %s', (draft, told) => expect(improve(draft)).toBe(told));

  it.each([
    ['I can’t say when the lift will run.', 'What I can say about when the lift will run is [what you can say].'],
    [
      'We are unable to give a date for the repair.',
      'What we can say about the date for the repair is [what you can say].',
    ],
    ['I can’t see any calls from you.', 'I can see [what you see], and no calls from you.'],
  ])('says what is known of what is not: %s', (draft, told) => expect(improve(draft)).toBe(told));

  it('becomes "instead of" where the offer follows it', () => {
    expect(improve('While we can’t mend it here, you can bring it to our yard.')).toBe(
      'Instead of mending it here, you can bring it to our yard.',
    );
  });
});

describe('what is never made', () => {
  it('a rewrite for a sentence that nobody wrote by hand', () => {
    const [flag] = checker.check("we can't ".repeat(250));
    expect(flag?.rewrites).toEqual([]);
  });

  it('a promise of a refund that a rule may forbid', () => {
    expect(improve("I'll refund the fee if the policy applies.")).toBe("I'll refund the fee if [what has to be met].");
  });
});
