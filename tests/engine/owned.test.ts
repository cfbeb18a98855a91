import { describe, expect, it } from 'vitest';
import { fill as fillRule } from './fill.ts';

/** A rule of promises, which a time would keep. */
const fill = (template: string, marked: string) => fillRule(template, marked, { unless: { time: 'By noon.' } });

describe('a promise with blanks for what it leaves open', () => {
  it.each([
    ["Noted, <we'll pass> it on to the right folks.", "Noted, we'll pass it on to [which team] by [by when]."],
    ["<We'll pass> it on to our roofing team.", "We'll pass it on to our roofing team by [by when]."],
    ["<We'll pass on> your idea.", "We'll pass on your idea to [which team] by [by when]."],
    ["<We'll share> your idea about the door.", "We'll share your idea with [which team] about the door by [by when]."],
    ["<We'll let> the relevant team know it leaks.", "We'll let [which team] know by [by when] it leaks."],
    [
      '<We will send> it to the team so they can test it.',
      'We will send it to [which team] by [by when] so they can test it.',
    ],
    ['<Someone will be> in touch shortly.', '[who] will be in touch by [by when].'],
    ['Our baker left, so <a colleague will call> you.', 'Our baker left, so a colleague will call you by [by when].'],
    ["<I'll keep you posted>.", "I'll keep you posted, with the next update by [by when]."],
  ])('keeps its own words: %s', (text, told) => expect(fill('{owned}', text)).toBe(told));

  it.each([
    "<We'll keep> that in mind.",
    "<We'll call> you once the paint is dry.",
    'The hall is full, but <we always try> to improve.',
    "<We'll be looking> into.",
  ])('sets no time to what has none or has one: %s', (text) => expect(fill('{owned}', text)).toBeUndefined());

  it('asks who has it, where it went to nobody in particular', () => {
    const template = '{handed}, who will [next step] by [by when]';
    expect(fill(template, "<I've passed> this on to the team.")).toBe(
      "I've passed this on to [which team], who will [next step] by [by when].",
    );
    expect(fill(template, "<I've passed> this on to Maya in accounts.")).toBeUndefined();
  });

  it.each([
    ["<Hopefully> we'll have it back soon.", 'We hope to have it back by [by when].'],
    ['<Fingers crossed> the road opens.', 'We hope the road opens [when, as far as you know].'],
    ['The road is shut, but <hopefully> we can open it.', 'The road is shut, but we hope to open it by [by when].'],
  ])('lets those hope who do: %s', (text, told) => expect(fill('{hoped}', text)).toBe(told));
});
