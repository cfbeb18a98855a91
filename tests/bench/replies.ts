/**
 * Replies for measuring: written for this purpose, every one different, the same for the same seed. Most sentences are
 * plain; about one in six holds something to coach, as in real mail.
 */

const PLAIN = [
  'Thank you for the photo of the {thing}, it made the cause easy to see.',
  'Your {thing} left our warehouse on {day} and should reach you within {n} working days.',
  'I have added {n} pounds to your account, {name}, as an apology for the wait.',
  'You will find the tracking number {id} in the mail we sent on {day}.',
  'The {thing} {id} comes with a guarantee of {n} months, counted from the day it arrived.',
  'Open Settings, choose Devices, and press the button beside "{thing} {id}".',
  'I have asked {name} in the workshop to keep the {thing} for you until {day}.',
  'Please send me the number on the label, so that I can find order {id}.',
  'I am glad the {thing} of order {id} arrived in time for the party.',
  'The new price of the {thing} {id} is {n} pounds, delivery included.',
  'I have spoken to the courier and your {thing} will come on {day} between {n} and {n}.',
  'Did the light on the {thing} {id} turn green after {n} seconds?',
  'Your invoice {id} shows the {thing} twice; I have taken one of them off.',
  'When the {thing} {id} is back with us, we refund the full amount within {n} days.',
];

const COACHED = [
  "Unfortunately we can't send the {thing} until invoice {id} is paid.",
  'I am afraid the {thing} {id} is out of stock until {day}.',
  "Our policy doesn't allow returns of a {thing} after {n} days, {name}.",
  'Order {id} is not my department, {name}.',
  'Your refund for order {id} was not processed.',
  "You won't be able to change the {thing} without the code {id}.",
  'There is nothing more we can do about order {id}.',
];

const THINGS =
  'kettle lamp desk chair tent jacket camera printer heater bicycle radio mixer clock rug mirror fan'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const NAMES = 'Ana Ben Chloe Dev Esra Femi Greta Hugo Ines Jun Kofi Lena'.split(' ');

/** A small seeded generator (mulberry32): numbers from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function createSentence(random: () => number, sentences?: readonly string[]): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const values: Record<string, () => string> = {
    thing: () => pick(THINGS),
    day: () => pick(DAYS),
    name: () => pick(NAMES),
    n: () => String(2 + Math.floor(random() * 88)),
    id: () => `A${Math.floor(random() * 1e6)}`,
  };
  return pick(sentences ?? (random() < 1 / 6 ? COACHED : PLAIN)).replace(
    /\{(\w+)\}/g,
    (_, slot: string) => values[slot]?.() ?? '',
  );
}

/** A draft of at least `words` words in paragraphs of three sentences; the first sentence is one to coach. */
export function createDraft(words: number, seed: number): string[] {
  const random = createRandom(seed);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const first = createSentence(random, count === 0 ? COACHED.slice(0, 1) : undefined);
    const paragraph = [first, createSentence(random), createSentence(random)].join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs;
}

/** Distinct replies of one to seven sentences. */
export function createReplies(count: number, seed: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 7) }, () => createSentence(random)).join(' '),
  );
}
