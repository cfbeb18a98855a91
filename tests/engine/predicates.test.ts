import { describe, expect, it } from 'vitest';
import { predicates } from '../../lib/engine/predicates/index.ts';
import { splitSentences } from '../../lib/engine/text/sentences.ts';
import { splitWords } from '../../lib/engine/text/words.ts';
import type { Context } from '../../lib/engine/types.ts';

/** What a predicate says of the words between < and > in a sentence, with what stands around them. */
function ask(name: string, marked: string, context: Context = {}): boolean | undefined {
  const from = marked.indexOf('<');
  const to = marked.indexOf('>') - 1;
  const text = marked.replace('<', '').replace('>', '');
  const [sentence] = splitSentences(text);
  if (!sentence) throw new Error(`no sentence in "${marked}"`);
  const own = text.slice(sentence.start, sentence.end);
  const words = splitWords(own);
  const hit = {
    from: words.findIndex((word) => word.end > from - sentence.start),
    to: words.findLastIndex((word) => word.start < to - sentence.start) + 1,
  };
  const local = { ...sentence, start: 0, end: own.length };
  return predicates[name]?.({ text: own, sentence: local, words, hit, context });
}

/** For each predicate, sentences that it knows and sentences that it lets pass. */
const cases: Record<string, { yes: string[]; no: string[] }> = {
  asked: {
    yes: [
      'Here is <our returns policy>, in full.',
      'You asked what <our policy is> on late arrivals.',
      'I read your note, and as you asked, <our policy is> below.',
      '<Our privacy policy> is linked in the footer.',
    ],
    no: ['<Our policy is> store credit only.', 'We asked the shop, and <their policy is> the same.'],
  },
  conditional: {
    yes: [
      "If you <can't find> it, tell me.",
      'Tell me when it <does not start> again.',
      'If it then <does not> start, tell me.',
      'Keep the receipt in case it <is not> what you wanted.',
      'Should you <not receive> it, ring me.',
      'Whether or not it <is not> there, write to me.',
    ],
    no: [
      "If you need a lift, we <can't send> one today.",
      "We <can't send> it if you are out.",
      'In that case we <cannot ship> it.',
      'If it still hums then it <is not> the fan.',
    ],
  },
  question: {
    yes: [
      "<Can't you> wait a day",
      'Is it that you <cannot see> it',
      'What do you see when it <does not> open',
      'So you <cannot> log in?',
      'He wrote "is it <not> here?"',
    ],
    no: ["We <can't> ship it.", 'The will <is not> here.', 'What we <cannot> do is wait.'],
  },
  quoted: {
    yes: ['The page says "<we cannot ship>" and that is wrong.', 'It reads “<not valid>” at the top.'],
    no: ['We "really" <cannot ship> it.', 'It reads “valid” but <is not>.', "We <can't> open 'Settings' here."],
  },
  reported: {
    yes: [
      "You mentioned you <can't log in>.",
      'Your message says you <cannot open> the box.',
      "I'm sorry to hear you <were unable to> pay.",
      'I see that you <cannot reach> the page.',
      'I understand your parcel <was not sent>.',
    ],
    no: [
      "You wrote about the fee, but we <can't> waive it.",
      "I'm sorry that we <can't> come.",
      'I understand, but it <is not> possible.',
      "We <can't> ship it.",
    ],
  },
  safety: {
    yes: ['You <cannot take> it with alcohol.', 'We <can not send> your password by mail.'],
    no: ['You <will not be able> to log in until you reset your password.', 'We <cannot send> the lamp.'],
  },
  step: {
    yes: [
      '1. Click the tab that <is not> blue.',
      '- <Do not> close the window.',
      'Here are the steps: <do not> skip one.',
    ],
    no: ['<Do not> close the window.', 'Here is why we <cannot> ship.'],
  },
  title: {
    yes: ['We have the board game <Can’t Stop> in stock.', 'Your copy of <Never Again> is here.'],
    no: ["<Can't Stop> is in stock.", 'Sorry, <I cannot> ship it.', 'Sadly <we cannot> ship it.'],
  },
};

describe('the questions that a rule may ask of a sentence', () => {
  it('are all tested here', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(predicates));
  });

  for (const [name, { yes, no }] of Object.entries(cases)) {
    it.each(yes)(`${name}: yes, in %s`, (sentence) => expect(ask(name, sentence)).toBe(true));
    it.each(no)(`${name}: no, in %s`, (sentence) => expect(ask(name, sentence)).toBe(false));
  }

  it('asked: yes, when the customer spoke of the rules', () => {
    expect(ask('asked', '<Our policy is> 60 days.', { customer: 'What is your return policy?' })).toBe(true);
    expect(ask('asked', '<Our policy is> 60 days.', { customer: 'Where is my parcel?' })).toBe(false);
  });
});
