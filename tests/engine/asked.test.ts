import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';

describe('what was not sent', () => {
  const template = "I don't see {missing} yet. Could you send {it} over?";

  it.each([
    ["<You didn't include> your ticket number.", "I don't see your ticket number yet. Could you send it over?"],
    ['<You failed to send> the keys on time.', "I don't see the keys yet. Could you send them over?"],
    [
      'Hi Mo, <you forgot to attach> a copy of your bills.',
      "Hi Mo, I don't see a copy of your bills yet. Could you send it over?",
    ],
  ])('is asked for by its name: %s', (text, asked) => expect(fill(template, text)).toBe(asked));

  it('is not asked for where nobody could send it, or where the sentence goes on', () => {
    expect(fill(template, "<You didn't provide> adequate care.")).toBeUndefined();
    expect(fill(template, "<You didn't provide> it.")).toBeUndefined();
    expect(fill(template, "<You didn't include> the form, so the desk sent it back.")).toBeUndefined();
  });
});

describe('what should have been done', () => {
  it('is told as what helps from here', () => {
    expect(fill('From here, {after-done} [what it brings]', '<You should have> kept the lid.')).toBe(
      'From here, keeping the lid [what it brings].',
    );
    expect(fill('Have you had a chance to {after-redone}?', '<Have you even> charged it?')).toBe(
      'Have you had a chance to charge it?',
    );
  });

  it('is not turned round where it should not have been done', () => {
    expect(fill('From here, {after-done} [what it brings]', "<You shouldn't have> opened it.")).toBeUndefined();
  });
});

describe('a threat', () => {
  const template = 'To keep {kept}, please {keeping}';

  it.each([
    ["<If you don't sign by Monday, we will close> your file.", 'To keep your file, please sign by Monday.'],
    ['<Unless you reply today, your slot will be cancelled>.', 'To keep your slot, please reply today.'],
  ])('becomes how to keep what it would take: %s', (text, told) => expect(fill(template, text)).toBe(told));

  it('stays as it is where it does not come apart', () => {
    for (const text of [
      "<If you haven't paid by Monday, we will close> your file.",
      "<If you don't pay, it will be cancelled>.",
      '<Unless you reply today, your slot will be cancelled> at noon.',
    ])
      expect(fill(template, text)).toBeUndefined();
  });
});

describe('a request', () => {
  it('gets a blank for its reason only where it has none', () => {
    const template = 'Could you please {after-act}, so that [the reason]?';
    expect(fill(template, '<You must> sign the form.')).toBe('Could you please sign the form, so that [the reason]?');
    expect(fill(template, '<You must> sign the form so that we can start.')).toBeUndefined();
    expect(fill(template, '<You must> sign the form, and we start.')).toBeUndefined();
    expect(fill(template, '<You must> sign the form /KT')).toBe(
      'Could you please sign the form, so that [the reason]? /KT',
    );
  });
});
