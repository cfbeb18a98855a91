import { isPast, isVerbPhrase } from '../grammar/tags.ts';
import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { EMPTY, THEIRS } from './act.ts';
import { findEndHere, findLead, getText, PRONOUNS, type Sentence } from './clause.ts';
import { ACTS, isAdverb, skipAdverbs } from './group.ts';
import { repairPolarity } from './polarity.ts';
import type { Parsed } from './refusal.ts';
import { findRefused, type Refused } from './refused.ts';
import { findRunEnd } from './run.ts';
import type { Slots } from './slots.ts';

/**
 * A refusal turned where it stands, whatever clause it is in: "as this cannot be taken back" → "as this can be … instead
 * of taken back". Nothing around it moves, so nothing of it is lost.
 */

/** With these a condition follows that the turned refusal would carry wrongly. */
const CONDITIONS = wordSet('until till before earlier unless without');
const BE = wordSet('is are am was were');
const SECOND_NO = wordSet('neither nor no nobody not');
const SECOND = wordSet('or and nor');
const JOINTS = wordSet('and but so that then');

/** What they open is taken back by the clause that follows: "while we can't help here, …". */
const CONCESSIONS = wordSet('while although though whereas what or nor');
const OPENERS = wordSet('as once if when where because since after until');

/** "We can't be at the desk": to be somewhere is an act. */
const PLACES = wordSet('at in on there here with');
const WORKS = /^work ((?:in|on|at|with|from|for|through|via)\s.+)$/is;
const PLACE = /^(?:in|on|at|from|through|via)\s/i;

/** "It is not meant as a backup": what it is stands for what it is for. */
const PURPOSES = wordSet('meant designed intended built considered supposed made allowed permitted possible');
const MEANT = /^(?:meant|designed|intended|built|considered)(?: (?:to be|as|for))? ((?:an?|the)\s.+)$/i;

/** Takes the refusal at the hit apart in its place, or gives undefined where that would not read. */
export function parseHere(sentence: Sentence): Parsed | undefined {
  const { words, text } = sentence;
  const refused = findRefused(sentence);
  if (!refused) return undefined;
  const end = findEndHere(sentence, refused.to);
  if (isConditioned(sentence, end) || isSpokenBefore(words, refused, end - refused.to)) return undefined;
  const lead = findLead(words, refused.from);
  const opens = lead.from === 0 && lead.to > 0;
  const first =
    lead.to > lead.from ? lead.from : refused.can === undefined ? skipBack(words, refused.from) : refused.from;
  if (first < 0) return undefined;
  const { start } = words[first] as Word;
  const who = text.slice(lead.to > lead.from ? (words[lead.to] as Word).start : start, subjectEnd(sentence, refused));
  const slots = readRefused(sentence, refused, end);
  if (!slots) return undefined;
  const last = (words[Math.max(end, refused.to) - 1] as Word).end;
  const clause = {
    from: refused.from,
    to: end,
    span: { start, end: findRunEnd(text, start, last) },
    prefix: '',
    opens: opens || start === words[0]?.start,
  };
  return { clause, slots: { ...slots, 'here-can': `${who.trim()} ${sayCan(refused, slots)}`.trim() } };
}

/** "Can be" of "is not refundable", "can have" of "is not eligible for a refund". */
function sayCan({ can = '' }: Refused, slots: Slots): string {
  if (slots['here-thing'] !== undefined) return 'can have';
  if (slots['here-place'] !== undefined && can === '') return 'can';
  if (slots['here-done'] === undefined) return can;
  return BE.has(can) ? 'can be' : `${can} be`;
}

/** "Until" and its like, but for what is over: "the songs before the list was changed". */
function isConditioned(sentence: Sentence, at: number): boolean {
  const { words } = sentence;
  if (is(words[at], 'but') && has(words[at + 1], SECOND_NO)) return true;
  if (!has(words[at], CONDITIONS)) return false;
  return !is(words[at], 'before') || !isPast(getText(sentence, at + 1, findEndHere(sentence, at + 1)));
}

/** The subject right before the no: "we" of "we currently don't". */
function skipBack(words: readonly Word[], from: number): number {
  let at = from - 1;
  while (at > 0 && isAdverb(words[at])) at--;
  return at;
}

/** "A loan machine we can't offer", "while we can't": what the clause hangs on stands before it. */
function isSpokenBefore(words: readonly Word[], { from, can = '' }: Refused, length: number): boolean {
  const subject = has(words[from - 1], PRONOUNS) ? from - 1 : from;
  if (has(words[subject - 1], CONCESSIONS)) return true;
  if (length > 1 || BE.has(can) || subject === 0 || words[subject]?.comma || words[subject]?.limit) return false;
  return !has(words[subject - 1], JOINTS) && !words.slice(0, subject).some((word) => has(word, OPENERS));
}

/** "We're": the subject shares its span with the no. */
function subjectEnd({ words }: Sentence, { from }: Refused): number {
  const before = words[from - 1];
  const at = words[from] as Word;
  return before?.start === at.start ? at.start + (before.forms[0]?.length ?? 0) : at.start;
}

function readRefused(sentence: Sentence, { to, can, no }: Refused, end: number): Slots | undefined {
  const { words } = sentence;
  if (no) return { 'here-have': getText(sentence, to, end) };
  if (can === undefined) return readDone(getText(sentence, to, end), words[to]);
  const stands = BE.has(can);
  if (!stands && !is(words[to], 'be')) return readActive(getText(sentence, to, end), words.slice(to, end));
  const at = stands ? to : skipAdverbs(words, to + 1);
  if (at >= end) return undefined;
  const form = words[at]?.forms[0] ?? '';
  if (!stands && PLACES.has(form)) return { 'here-doing': `being ${getText(sentence, at, end)}` };
  const rest = repairPolarity(getText(sentence, at + 1, end));
  if (rest === undefined) return undefined;
  if (stands && (form === 'a' || form === 'an')) return { 'here-be': `${form} ${rest}` };
  if (form === 'eligible' || form === 'entitled') {
    const thing = /^(?:for|to) ((?:a|an|the|any)\s.+)$/i.exec(rest)?.[1];
    return thing === undefined ? undefined : { 'here-thing': thing.replace(/^any\s/i, '') };
  }
  if (form === 'compatible' && /^with\s/i.test(rest)) return { 'here-with': rest.slice(5) };
  if (form === 'available' && PLACE.test(rest)) return { 'here-place': rest };
  const meant = stands && MEANT.exec(`${form} ${rest}`)?.[1];
  if (meant) return { 'here-be': meant };
  if (PURPOSES.has(form)) return undefined;
  const verb = findVerbForms(ACTS[form] ?? form);
  const done = ACTS[form] ? verb?.participle : form;
  if (!verb || verb.participle !== done || verb.base === form) return undefined;
  return { 'here-done': `${done} ${rest}`.trim() };
}

/** "We don't remove it", "we don't have it": with no modal, what is done stands beside what is not. */
function readDone(tail: string, verb: Word | undefined): Slots | undefined {
  const place = WORKS.exec(tail)?.[1];
  if (place) return { 'here-place': place };
  if (is(verb, 'have'))
    return /^have\s+\S/i.test(tail) && !THEIRS.test(tail.slice(5)) ? { 'here-have': tail.slice(5).trim() } : undefined;
  const base = verb?.forms[0] ?? '';
  const kept = repairPolarity(tail);
  return kept && findVerbForms(base)?.base === base && base !== 'be' ? { 'here-do': kept } : undefined;
}

function readActive(tail: string, words: readonly Word[]): Slots | undefined {
  const verb = findVerbForms(words[0]?.forms[0] ?? '');
  if (!tail || EMPTY.test(tail) || verb?.base !== words[0]?.forms[0] || !isVerbPhrase(tail)) return undefined;
  const place = is(words[0], 'work') && WORKS.exec(tail)?.[1];
  if (place) return { 'here-place': place };
  const kept = repairPolarity(tail) ?? tail;
  const doing = toGerundPhrase(joinGerund(kept, words));
  return doing === undefined ? undefined : { 'here-doing': doing };
}

/** "cancel or refund it": both acts are turned. */
function joinGerund(tail: string, words: readonly Word[]): string {
  const second = words[2]?.forms[0] ?? '';
  if (!has(words[1], SECOND) || findVerbForms(second)?.base !== second) return tail;
  const gerund = toGerundPhrase(second);
  return gerund === undefined ? tail : tail.replace(new RegExp(`^(\\S+\\s+\\S+\\s+)${second}\\b`, 'i'), `$1${gerund}`);
}
