import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';

describe('rewrites from what stands around the marked words', () => {
  it.each([
    ['We moved it <due to policy>.', 'We moved it because [the reason].'],
    ['<Due to policy>, we moved it to May.', 'We moved it to May because [the reason].'],
    ['It was late <due to policy> at our Leeds depot.', 'It was late at our Leeds depot because [the reason].'],
    ['We moved it <due to policy>, sorry.', 'We moved it because [the reason], sorry.'],
    ['However, <due to policy> we moved it.', 'However, we moved it because [the reason].'],
  ])('give the main clause its reason: %s', (text, told) =>
    expect(fill('{main} because [the reason]', text)).toBe(told),
  );

  it('keep the capital of a name that follows them, known or not', () => {
    const template = 'Please contact {after}, so that [they can do what]';
    expect(fill(template, '<You could try> Tarom directly.')).toBe(
      'Please contact Tarom directly, so that [they can do what].',
    );
    expect(fill(template, '<You could try> Royal Mail.')).toBe(
      'Please contact Royal Mail, so that [they can do what].',
    );
  });

  it('keep what was refused, when it is a thing', () => {
    const template = 'Instead of {after-thing}, we offer [what you offer]';
    expect(fill(template, '<Our policy forbids> refunds after 30 days.')).toBe(
      'Instead of refunds after 30 days, we offer [what you offer].',
    );
    for (const rest of ['it', 'to go', 'do that until Friday', 'within 14 days', 'that you leave']) {
      expect(fill(template, `<Our policy forbids> ${rest}.`)).toBeUndefined();
    }
  });

  it('keep what was refused, when it is an act', () => {
    const template = 'For me to {after-act}, [what has to happen]';
    expect(fill(template, '<The system forbids me to> change the name.')).toBe(
      'For me to change the name, [what has to happen].',
    );
    for (const rest of ['changes after noon', 'the name', 'change it until May', 'it']) {
      expect(fill(template, `<The system forbids me to> ${rest}.`)).toBeUndefined();
    }
  });

  it('keep the subject that was refused', () => {
    const template = 'Instead of {before-thing}, we offer [what you offer]';
    expect(fill(template, 'Route changes <are not allowed>.')).toBe(
      'Instead of route changes, we offer [what you offer].',
    );
    expect(fill(template, 'You <are not allowed>.')).toBeUndefined();
    expect(fill(template, 'After noon pets <are not allowed>.')).toBeUndefined();
  });

  it('stop where the next clause begins', () => {
    expect(fill('The [which team] looks after this', "<It's not my desk>, you need to call 0800 1.")).toBe(
      'The [which team] looks after this, you need to call 0800 1.',
    );
  });

  it('begin in lower case where the sentence goes before them', () => {
    expect(fill('We did this because [the reason]', 'Sorry, <rules are rules>.')).toBe(
      'Sorry, we did this because [the reason].',
    );
  });

  it('leave no end hanging when a shield falls away', () => {
    expect(fill('{rest}', '<As per our terms>, you get one exchange.')).toBe('You get one exchange.');
    expect(fill('{rest}', 'Your use of it is not <in line with our rules>.')).toBeUndefined();
  });
});

describe('a rewrite in the midst of a reply', () => {
  it.each([
    ['Could you please {after-act}?', '<You need to> sign it, Ms Ray.', 'Could you please sign it, Ms Ray?'],
    ['To recap from {since}, {told}', '<As I said> on 4 May, the fee is £10.', 'To recap from 4 May, the fee is £10.'],
    [
      'To recap from {since}, {told}',
      '<As we said> in our call of 4 May, it rains.',
      'To recap from our call of 4 May, it rains.',
    ],
    ['To recap, {told}', "<As I said> on the phone, it's blue.", "To recap, it's blue."],
    ['{instead} according to', '<As per> your plan, it renews.', 'According to your plan, it renews.'],
    ['{instead} according to', 'It runs <as per> the rota.', 'It runs according to the rota.'],
    [
      '{main} by [by when]',
      'It goes live <soon> https://example.org/new',
      'It goes live by [by when] https://example.org/new',
    ],
    ['{main} by [by when]', 'Today, Spotify goes live <soon>.', 'Today, Spotify goes live by [by when].'],
    ["I'm sorry that [what happened].", '<Sorry for the trouble>, Nick.', "I'm sorry that [what happened], Nick."],
  ])('stands where it belongs: %s in %s', (template, text, told) => expect(fill(template, text)).toBe(told));

  it('goes on before whom the sentence speaks to, and leaves its lead out', () => {
    const reasoned = { unless: { '{#word} ...16 because': 'It is shut, because it rains.' } };
    const template = '{sentence}, because [the reason]';
    expect(fill(template, 'Unfortunately, <it is shut>, Mr Lee.', reasoned)).toBe(
      'It is shut, because [the reason], Mr Lee.',
    );
    expect(fill(template, 'It rained, so <it is shut>.', reasoned)).toBeUndefined();
  });

  it.each([
    ['To recap, {told}', '<As I said> on 4 May, the fee is £10.'],
    ['{rest}', "You <clearly> haven't read it."],
    ['{delete}', "<Thanks for your patience> let's get this sorted."],
    ['The cause was [the cause]', '<Because you cancelled>, we closed it.'],
    ['{rest}', 'This <is basic manners>, as the guide says.'],
    ['{rest}', 'It is right <in line with the policy> wording, Ada.'],
    ['{rest}', '<Further to your email> and our call on the lamp.'],
    ['{main} by [by when]', "Hopefully we'll have it <soon>."],
    ['What we can do instead is [what you can do]', "Talks go on, or <can't be> finished."],
    ['What we can do instead is [what you can do]', "<I can't> say when it comes."],
    ['The rest is at {after-place}', '<Please use> this link: https://example.org to reach us.'],
    ['Please call {after}, so that [they can do what]', '<Please try> our desk: https://example.org'],
  ])('is not made where it would not: %s in %s', (template, text) => expect(fill(template, text)).toBeUndefined());
});
