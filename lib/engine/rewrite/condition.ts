import { classifyCondition, isPast } from '../grammar/tags.ts';
import { toParticiplePhrase } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { findEnd, getText, PRONOUNS, type Sentence } from './clause.ts';
import { repairPolarity } from './polarity.ts';
import type { Slots } from './slots.ts';

/** What follows the refused act: a condition, a reason, an offer. */
export interface Condition {
  /** The first word after it. */
  to: number;
  slots: Slots;
}

const BE = wordSet('is are am');
const REASONS = wordSet('because since');
const TIMES = wordSet('until till before earlier');
const LIMITS = wordSet('until till before earlier unless without because since as due owing');
const STOPS = wordSet('but however although though so because since unless until till without due owing');
/** Acts of the mind in a "but" clause are sympathy, not an offer. */
const SYMPATHY = wordSet('imagine see understand appreciate assure hear know tell promise only');
/** A cause runs on to the next turn, with its own limit: "because it is sold out until Monday". */
const CAUSES = wordSet('because since due owing');
const TURNS = wordSet('but however although though so');
const SECOND_NO = wordSet('neither nor no nobody not');
/** "We do offer": emphasis that the turned sentence does not need. "We do our best" is a verb of its own. */
const EMPHASIS = /^(i|we)\s+do\s+(?!our\b|the\b|my\b|this\b|that\b|it\b|an?\b|all\b|so\b|not\b|what\b)/i;
const OFFERING = wordSet('can could will would do');
const OUR_SIDE = wordSet('i we you');
const READY = wordSet('happy glad pleased able');

/**
 * Reads until, before, without, unless, because and but.
 *
 * @param at the first word after the refused act
 * @returns `'unread'` where a condition stands that no shape can carry, undefined where there is none
 */
export function readCondition(sentence: Sentence, at: number): Condition | 'unread' | undefined {
  const { words } = sentence;
  const word = words[at];
  if (!word || word.limit) return undefined;
  if (is(word, 'but')) return has(words[at + 1], SECOND_NO) ? 'unread' : readOffer(sentence, at);
  if (!has(word, LIMITS)) return undefined;
  const times = has(word, TIMES);
  let from = at + (is(word, 'earlier') || is(word, 'due') || is(word, 'owing') ? 2 : 1);
  if (times && is(words[from], 'after')) from++;
  const to = findEnd(sentence, from, has(word, CAUSES) ? TURNS : STOPS);
  const text = getText(sentence, from, to);
  // "until Monday because we are closed" would read as a reason to ship.
  if (
    !text ||
    (times && (OF_THE_NO.test(text) || DIVIDED.test(text))) ||
    has(words[to], REASONS) ||
    is(words[to], 'as')
  )
    return 'unread';
  // "before you joined" is over: nothing comes with it.
  if (times && isPast(text)) return 'unread';
  const limit = getText(sentence, at, to);
  const slots = times ? readUntil(text) : readOther(word, text, limit);
  const before = times && !is(word, 'earlier') ? { limit } : {};
  return slots || before.limit ? { to, slots: { ...slots, ...before } } : 'unread';
}

function readUntil(text: string): Slots | undefined {
  const kind = classifyCondition(text);
  if (/\b(?:deadline|cut-?off|expiry)\b/i.test(text)) return undefined;
  if (/^further notice/i.test(text) || /\b(?:at least|not|never)\b|n['’]t\b/i.test(text)) return undefined;
  if (kind === 'clause') return { 'until-clause': text };
  if (kind === 'time') return { 'until-time': text };
  if (kind === 'event' || kind === 'gerund') return { 'until-event': text };
  return undefined;
}

function readOther(word: Word, text: string, whole: string): Slots | undefined {
  const kind = classifyCondition(text);
  if (is(word, 'unless')) {
    return kind === 'clause' && !/\b(?:not|never)\b|n['’]t\b/i.test(text) ? { 'unless-clause': text } : undefined;
  }
  if (is(word, 'without')) return readWithout(text);
  if (is(word, 'due') || is(word, 'owing')) return { reason: whole };
  if (kind !== 'clause') return undefined;
  // "You cancelled late, so …" would be said to their face.
  return /^you\b/i.test(text) ? { reason: whole } : { reason: whole, cause: text };
}

/** What nobody would do first: "you can't drive it without breaking the law". */
const HARMS =
  /^(?:break|los|damag|risk|void|violat|harm|hurt|caus|delay|ruin|forfeit|endanger|invalidat|affect|hav|delet|eras|remov|wip|reset|cancel|clos|charg|bill|end|replac|overwrit|disconnect|discard|destroy)(?:l?l|t)?ing\b/i;
/** Words of the no that would be left over: "until Monday either". */
const OF_THE_NO = /\b(?:either|at all|any ?more|yet)\b/i;
/** A second limit or an exception, which would change sides with the no: "before 9 or after 5", "until May, except for letters". */
const DIVIDED = /\b(?:or|nor|except|excepting|excluding|apart from|other than|only|proven)\b/i;

function readWithout(text: string): Slots | undefined {
  if (HARMS.test(text)) return undefined;
  if (/^\S+ing\b/i.test(text) && !/^(?:anything|something|nothing|everything)\b/i.test(text)) {
    const done = toParticiplePhrase(text.replace(/\s+first$/i, ''));
    return done ? { 'without-done': done } : undefined;
  }
  const thing = repairPolarity(text.replace(/^any\s+/i, ''));
  return !thing || /^(?:you|us|me|them|him|her|doubt|fail|further)\b/i.test(thing)
    ? undefined
    : { 'without-thing': thing };
}

/** "…, but I can send you a voucher": an offer, unless it is sympathy or a second no. */
function readOffer(sentence: Sentence, at: number): Condition | undefined {
  const { words } = sentence;
  const from = at + 1;
  const to = findEnd(sentence, from, wordSet('but however although though because since'));
  const text = getText(sentence, from, to);
  const piece = words.slice(from, to);
  if (piece.length < 3 || piece.some((word) => is(word, 'not') || is(word, 'neither') || is(word, 'never')))
    return undefined;
  const verb = piece.findIndex((word) => has(word, OFFERING));
  const sameSide = has(piece[0], OUR_SIDE);
  const ready = has(piece[1], BE) && piece.slice(2, 5).some((word) => has(word, READY));
  if (sameSide && !ready && (verb !== 1 || has(piece[2], SYMPATHY))) return undefined;
  if (sameSide) return { to, slots: { 'offer-same': text.replace(EMPHASIS, '$1 ') } };
  if (!piece.some((word) => has(word, BE)) || has(piece[0], PRONOUNS)) return undefined;
  return { to, slots: { 'offer-other': text } };
}
