import { classifyCondition, isVerbPhrase } from '../grammar/tags.ts';
import { toGerundPhrase, toParticiplePhrase } from '../grammar/verbs.ts';
import type { Word } from '../text/words.ts';
import { type Clause, findClause, findEnd, getText, has, PRONOUNS, type Sentence } from './clause.ts';
import { repairPolarity } from './polarity.ts';
import type { Slots } from './slots.ts';

/**
 * A refusal taken apart: "We can't ship your order until the payment clears" has a subject, a modal, what cannot be
 * done and a condition. From these parts come the shapes T01, T02, T03, T13, T27 and T29.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const BE = wordSet('is are am');
const ADVERBS = wordSet(
  'also currently unfortunately sadly simply just really regrettably still actually therefore yet even always only',
);
/** Acts of the mind in a "but" clause are sympathy, not an offer. */
const SYMPATHY = wordSet('imagine see understand appreciate assure hear know tell promise only');
const OFFERING = wordSet('can could will do');
const OUR_SIDE = wordSet('i we');

interface Group {
  /** First word of the modal group, and the first word after it. */
  from: number;
  to: number;
  can: string;
  /** The group ends in an adjective that is what is refused: "is not available". */
  state?: string;
}

function skipAdverbs(words: readonly Word[], at: number): number {
  let next = at;
  while (has(words[next], ADVERBS)) next++;
  return next;
}

const is = (word: Word | undefined, form: string) => word?.forms.includes(form) ?? false;

/** Reads a negated modal group that starts at `at`. */
function readGroup(words: readonly Word[], at: number): Group | undefined {
  const word = words[at];
  const next = skipAdverbs(words, at + 1);
  if (is(word, 'can') && is(words[next], 'not')) return { from: at, to: skipAdverbs(words, next + 1), can: 'can' };
  if (is(word, 'will') && is(words[next], 'not')) return readWillNot(words, at, skipAdverbs(words, next + 1));
  if (!has(word, BE)) return undefined;
  const copula = word?.forms.find((form) => BE.has(form)) as string;
  if (is(words[next], 'unable') && is(words[next + 1], 'to')) return { from: at, to: next + 2, can: 'can' };
  if (!is(words[next], 'not')) {
    if (!is(words[next], 'out') || !is(words[next + 1], 'of') || !is(words[next + 2], 'stock')) return undefined;
    return { from: at, to: next + 3, can: copula, state: 'back in stock' };
  }
  const after = skipAdverbs(words, next + 1);
  if (is(words[after], 'able') && is(words[after + 1], 'to')) return { from: at, to: after + 2, can: 'can' };
  for (const state of ['available', 'open', 'possible', 'ready']) {
    if (is(words[after], state)) return { from: at, to: after + 1, can: copula, state };
  }
  return undefined;
}

function readWillNot(words: readonly Word[], from: number, at: number): Group {
  if (!is(words[at], 'be') || !is(words[at + 1], 'able') || !is(words[at + 2], 'to'))
    return { from, to: at, can: 'can' };
  const contracted = words[from]?.start === words[from + 1]?.start;
  return { from, to: at + 3, can: contracted ? "'ll be able to" : 'will be able to' };
}

function findGroup({ words, hit }: Sentence): Group | undefined {
  for (let at = hit.from; at < words.length && at < hit.to + 1; at++) {
    const group = readGroup(words, at);
    if (group) return group;
  }
  return undefined;
}

/** The subject as written; "We" of "We're". */
function getSubject(sentence: Sentence, clause: Clause, group: Group): string {
  const { words } = sentence;
  const from = skipAdverbs(words, clause.from);
  let to = group.from;
  while (to > from && has(words[to - 1], ADVERBS)) to--;
  const subject = getText(sentence, from, to);
  const shared = words[to - 1]?.start === words[to]?.start;
  return shared
    ? subject.slice(0, subject.length - written(words[to - 1]) + (words[to - 1]?.forms[0]?.length ?? 0))
    : subject;
}

function written(word: Word | undefined): number {
  return word ? word.end - word.start : 0;
}

/** Lower case within a sentence, but for names and "I". */
export function lowerFirst(text: string): string {
  if (/^(?:I\b|[A-Z]{2})/.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export interface Parsed {
  clause: Clause;
  slots: Slots;
}

/**
 * Takes the refusal at the hit apart, or gives undefined where it does not parse cleanly.
 */
export function parseRefusal(sentence: Sentence): Parsed | undefined {
  const group = findGroup(sentence);
  if (!group) return undefined;
  const tail = findEnd(sentence, group.to);
  const condition = readCondition(sentence, tail);
  const end = condition?.to ?? tail;
  const clause = findClause(sentence, Math.max(end, group.to));
  if (!clause || clause.from >= group.from) return undefined;
  const subject = getSubject(sentence, clause, group);
  if (!subject) return undefined;
  const written = getText(sentence, group.to, tail);
  const phrase = group.state ?? (isVerbPhrase(written) ? repairPolarity(written) : undefined);
  if (!phrase) return undefined;
  return {
    clause,
    slots: { subject: clause.opens ? subject : lowerFirst(subject), ...fill(group, phrase, written, condition) },
  };
}

function fill(group: Group, phrase: string, written: string, condition: ConditionPart | undefined): Slots {
  const slots: Slots = { can: group.can, do: phrase, ...condition?.slots };
  const doing = group.state === undefined ? toGerundPhrase(written) : undefined;
  return doing ? { ...slots, doing } : slots;
}

interface ConditionPart {
  to: number;
  slots: Slots;
}

const REASONS = wordSet('because since');
const STOPS = wordSet('but however although though so because since unless until till without due owing');

/** What follows the refused act: until, before, without, unless, because, but. */
function readCondition(sentence: Sentence, at: number): ConditionPart | undefined {
  const { words } = sentence;
  const word = words[at];
  if (!word) return undefined;
  if (is(word, 'but')) return readOffer(sentence, at);
  const earlier = is(word, 'earlier') ? 1 : 0;
  let from = at + 1 + earlier;
  const until = is(word, 'until') || is(word, 'till') || is(word, 'before') || earlier === 1;
  if (until && is(words[from], 'after')) from++;
  const to = findEnd(sentence, from, STOPS);
  const text = getText(sentence, from, to);
  // "until Monday because we are closed" would read as a reason to ship.
  if (!text || has(words[to], REASONS) || is(words[to], 'as')) return undefined;
  const slots = until ? readUntil(text) : readOther(word, text);
  return slots && { to, slots };
}

function readUntil(text: string): Slots | undefined {
  const kind = classifyCondition(text);
  if (/^further notice/i.test(text) || /\b(?:at least|not|never)\b|n['’]t\b/i.test(text)) return undefined;
  if (kind === 'clause') return { 'until-clause': text };
  if (kind === 'time') return { 'until-time': text };
  if (kind === 'event' || kind === 'gerund') return { 'until-event': text };
  return undefined;
}

function readOther(word: Word, text: string): Slots | undefined {
  const kind = classifyCondition(text);
  if (is(word, 'unless')) {
    return kind === 'clause' && !/\b(?:not|never)\b|n['’]t\b/i.test(text) ? { 'unless-clause': text } : undefined;
  }
  if (is(word, 'without')) return readWithout(text);
  const reason = is(word, 'because') || is(word, 'since') || is(word, 'as');
  return reason && kind === 'clause' ? { because: text } : undefined;
}

function readWithout(text: string): Slots | undefined {
  if (/^\S+ing\b/i.test(text) && !/^(?:anything|something|nothing|everything)\b/i.test(text)) {
    const done = toParticiplePhrase(text.replace(/\s+first$/i, ''));
    return done ? { 'without-done': done } : undefined;
  }
  const thing = text.replace(/^any\s+/i, '');
  return /^(?:you|us|me|them|him|her|doubt|fail|further)\b/i.test(thing) ? undefined : { 'without-thing': thing };
}

/** "…, but I can send you a voucher": an offer, unless it is sympathy or a second no. */
function readOffer(sentence: Sentence, at: number): ConditionPart | undefined {
  const { words } = sentence;
  const from = at + 1;
  const to = findEnd(sentence, from, wordSet('but however although though because since'));
  const text = getText(sentence, from, to);
  const piece = words.slice(from, to);
  if (piece.length < 3 || piece.some((word) => is(word, 'not') || is(word, 'neither') || is(word, 'never')))
    return undefined;
  const verb = piece.findIndex((word) => has(word, OFFERING));
  const sameSide = has(piece[0], OUR_SIDE);
  if (sameSide && (verb !== 1 || has(piece[2], SYMPATHY))) return undefined;
  if (sameSide)
    return { to, slots: { 'offer-same': text.replace(/^((?:i|we)\s+do)\s+/i, (lead) => lead.slice(0, -3)) } };
  const copula = piece.some((word) => has(word, BE));
  if (!copula || has(piece[0], PRONOUNS)) return undefined;
  return { to, slots: { 'offer-other': text } };
}
