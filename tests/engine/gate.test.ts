import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { keepsFacts } from '../../lib/engine/rewrite/gate.ts';
import { isBalanced } from '../../lib/engine/rewrite/run.ts';
import { readPacks } from '../../lib/packs/read.ts';

const checker = createChecker(readPacks());

/** The draft with the first rewrite of its first flag put in. */
function improve(text: string): string | undefined {
  const [rewrite] = checker.check(text)[0]?.rewrites ?? [];
  return rewrite && text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
}

describe('a rewrite', () => {
  it.each([
    [
      'You cannot rent a boat without leaving a deposit of 30%.',
      "Once you've left a deposit of 30%, you can rent a boat.",
    ],
    ['We can’t print without “bleed”.', 'With “bleed”, we can print.'],
    ["You can't park before 9 a.m.", 'You can park from 9 a.m.'],
    ['We can\'t open the gate without a "green" badge.', 'With a "green" badge, we can open the gate.'],
    ["You can't rent a boat without €25 in cash.", 'With €25 in cash, you can rent a boat.'],
  ])('takes the marks along that belong to the words: %s', (text, told) => expect(improve(text)).toBe(told));

  it('never moves the name under a reply, nor drops words that are cited', () => {
    expect(keepsFacts('to the crew-Yana', 'to the crew-Yana, and you hear')).toBe(false);
    expect(keepsFacts("click 'lamp settings'", 'click there')).toBe(false);
    expect(keepsFacts('Thanks for contacting Lamp Support', 'You wrote')).toBe(true);
  });

  it('never leaves half a pair of quotes or brackets, nor drops a sign', () => {
    expect(keepsFacts('a fee of 20%', 'a fee of 20')).toBe(false);
    expect(keepsFacts('a fee of € 20', 'a fee of 20')).toBe(false);
    expect(keepsFacts('the "gold" plan', 'the gold" plan')).toBe(false);
    expect(keepsFacts('the "gold plan', 'the "gold plan')).toBe(false);
    expect(keepsFacts('the "gold" plan', 'the [which one] plan')).toBe(true);
  });

  it('knows what is whole', () => {
    for (const text of ['', '"a" (b) [c] “d”', "it's"]) expect(isBalanced(text)).toBe(true);
    for (const text of ['"a', '(b', 'c]', 'd”']) expect(isBalanced(text)).toBe(false);
  });
});
