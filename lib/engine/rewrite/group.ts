import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Sentence } from './clause.ts';

/** The words that carry the no: "can't", "are unable to", "don't", "isn't available". */
export interface Group {
  /** First word of the group, and the first word after it. */
  from: number;
  to: number;
  /** The same without its no; missing where no modal can say it ("don't sell"). */
  can?: string;
  /** The group ends in an adjective that is what is refused: "is not available". */
  state?: string;
  /** The group ends in a participle or adjective of this verb: "is not refundable". */
  verb?: string;
}

const BE = wordSet('is are am');
const WE = wordSet('i we');
const ADVERBS = wordSet(
  'also currently unfortunately sadly simply just really regrettably still actually therefore yet even always only normally temporarily officially strictly',
);
/** States that come by themselves: "won't be ready until Friday" says that it will be then. */
const STATE_WORDS = wordSet('ready open available back here live');
const WOULD = wordSet('would might may');
const WAYS = wordSet('way option possibility chance means facility');
const PERMITS = ['allowed', 'permitted', 'authorised', 'authorized', 'entitled'];
const ARTICLES = wordSet('a an the any this that your');
const STATES = [
  'available',
  'allowed',
  'permitted',
  'feasible',
  'open',
  'ready',
  'eligible',
  'entitled',
  'valid',
  'compatible',
];
/** Adjectives and participles of a refusal, with the verb that is refused. */
export const ACTS: Readonly<Record<string, string>> = {
  refundable: 'refund',
  refunded: 'refund',
  returnable: 'return',
  exchangeable: 'exchange',
  transferable: 'transfer',
  covered: 'cover',
  included: 'include',
  supported: 'support',
  accepted: 'accept',
  offered: 'offer',
  sold: 'sell',
};

export function skipAdverbs(words: readonly Word[], at: number): number {
  let next = at;
  while (has(words[next], ADVERBS)) next++;
  return next;
}

export function isAdverb(word: Word | undefined): boolean {
  return has(word, ADVERBS);
}

/** The negated group at the hit, or undefined. */
export function findGroup({ words, hit }: Sentence): Group | undefined {
  for (let at = hit.from; at < words.length && at < hit.to + 1; at++) {
    const group = readGroup(words, at);
    if (group) return group;
  }
  return undefined;
}

function readGroup(words: readonly Word[], at: number): Group | undefined {
  const word = words[at];
  const next = skipAdverbs(words, at + 1);
  if (is(word, 'can') && is(words[next], 'not')) {
    // "We cannot and will not pay": one no, said twice.
    const twice = is(words[next + 1], 'and') && is(words[next + 2], 'will') && is(words[next + 3], 'not');
    return { from: at, to: skipAdverbs(words, next + (twice ? 4 : 1)), can: 'can' };
  }
  if (is(word, 'will') && is(words[next], 'not')) return readWillNot(words, at, skipAdverbs(words, next + 1));
  if (is(word, 'will') && is(words[next], 'be') && is(words[next + 1], 'unable') && is(words[next + 2], 'to')) {
    return { from: at, to: next + 3, can: getFuture(words, at) };
  }
  if (has(word, WOULD) && is(words[next], 'not')) {
    const after = skipAdverbs(words, next + 1);
    if (!is(words[after], 'be')) return undefined;
    if (is(words[after + 1], 'able') && is(words[after + 2], 'to')) return { from: at, to: after + 3, can: 'can' };
    if (is(words[after + 1], 'possible') && is(words[after + 2], 'to'))
      return { from: at, to: after + 3, can: 'is possible to' };
  }
  if ((is(word, 'do') || is(word, 'does')) && is(words[next], 'not'))
    return { from: at, to: skipAdverbs(words, next + 1) };
  // "We never refund deposits"
  if (is(word, 'never') && has(words[at - 1], WE)) return { from: at, to: at + 1 };
  return has(word, BE) ? readBe(words, at, next) : undefined;
}

function readWillNot(words: readonly Word[], from: number, at: number): Group {
  if (is(words[at], 'be') && has(words[at + 1], PLACES)) {
    return { from, to: at, can: isShort(words, from) ? "'ll" : 'will' };
  }
  if (is(words[at], 'be') && has(words[at + 1], STATE_WORDS)) return { from, to: at, can: 'will' };
  if (is(words[at], 'be') && is(words[at + 1], 'possible') && is(words[at + 2], 'to')) {
    return { from, to: at + 3, can: 'will be possible to' };
  }
  if (!is(words[at], 'be') || !is(words[at + 1], 'able') || !is(words[at + 2], 'to'))
    return { from, to: at, can: 'can' };
  return { from, to: at + 3, can: getFuture(words, from) };
}

/** Where somebody is: "I won't be in until Thursday" says that I will be. */
const PLACES = wordSet('in at around');

/** "won't", "'ll not": written short, and so is what takes its place. */
function isShort(words: readonly Word[], at: number): boolean {
  return words[at]?.start === words[at + 1]?.start || words[at]?.start === words[at - 1]?.start;
}

function getFuture(words: readonly Word[], at: number): string {
  return isShort(words, at) ? "'ll be able to" : 'will be able to';
}

function readBe(words: readonly Word[], at: number, next: number): Group | undefined {
  const copula = words[at]?.forms.find((form) => BE.has(form)) as string;
  if (is(words[next], 'unable') && is(words[next + 1], 'to')) return { from: at, to: next + 2, can: 'can' };
  if (is(words[next], 'out') && is(words[next + 1], 'of') && is(words[next + 2], 'stock')) {
    return { from: at, to: next + 3, can: copula, state: 'back in stock' };
  }
  if (is(words[next], 'impossible') && is(words[next + 1], 'to')) {
    return { from: at, to: next + 2, can: `${copula} possible to` };
  }
  if (is(words[next], 'unavailable')) return { from: at, to: next + 1, can: copula, state: 'available' };
  if (is(words[next], 'no') && has(words[next + 1], WAYS) && is(words[next + 2], 'to'))
    return { from: at, to: next + 3 };
  const longer = is(words[next], 'no') && is(words[next + 1], 'longer');
  if (!is(words[next], 'not') && !longer) return undefined;
  const after = skipAdverbs(words, next + (longer ? 2 : 1));
  if (is(words[after], 'able') && is(words[after + 1], 'to')) return { from: at, to: after + 2, can: 'can' };
  if (is(words[after], 'possible')) {
    return is(words[after + 1], 'to')
      ? { from: at, to: after + 2, can: `${copula} possible to` }
      : { from: at, to: after + 1, can: copula, state: 'possible' };
  }
  if (is(words[after], 'an') && is(words[after + 1], 'option'))
    return { from: at, to: after + 2, can: copula, state: 'an option' };
  if (/^(?!(?:some|any|every|no)thing$)\w{3,}ing$/.test(words[after]?.forms[0] ?? '')) return { from: at, to: after };
  const permit = PERMITS.find((form) => is(words[after], form));
  if (permit && is(words[after + 1], 'to') && !has(words[after + 2], ARTICLES)) {
    return { from: at, to: after + 2, can: `${copula} ${permit} to` };
  }
  const state = STATES.find((form) => is(words[after], form));
  if (state) return { from: at, to: after + 1, can: copula, state };
  const verb = ACTS[words[after]?.forms[0] ?? ''];
  return verb === undefined ? undefined : { from: at, to: after + 1, verb };
}
