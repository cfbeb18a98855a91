import { classifyCondition, isVerbPhrase } from '../grammar/tags.ts';
import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import { type Clause, findClause, findEnd, getText, opensAfterComma, type Sentence } from './clause.ts';
import { lowerFirst, lowerOpener } from './letters.ts';
import type { Parsed } from './refusal.ts';
import { findRunEnd } from './run.ts';
import type { Slots } from './slots.ts';

/** What stands around the marked words, for rewrites that take them away or turn what follows. */

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const TURNS = new Set(['but', 'however', 'although', 'though', 'because', 'so']);

interface Around {
  clause: Clause;
  before: string;
  after: string;
}

function readAround(sentence: Sentence, end: number): Around | undefined {
  const { hit } = sentence;
  const clause = findClause(sentence, end);
  if (!clause) return undefined;
  const before = getText(sentence, clause.from, Math.max(clause.from, hit.from));
  return { clause, before, after: getText(sentence, hit.to, end) };
}

function endAfter(sentence: Sentence): number {
  return Math.max(sentence.hit.to, findEnd(sentence, sentence.hit.to, TURNS));
}

/** The clause that the marked words belong to as a cause or a reference, without them: "…, we moved the class". */
export function parseMain(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const whole = readAround(sentence, endAfter(sentence));
  const around = whole?.before && words[hit.to]?.comma ? readAround(sentence, hit.to) : whole;
  if (!around) return undefined;
  const { clause, before, after } = around;
  const main = before && after ? `${before} ${after}` : before || lowerFirst(after);
  if (!main.includes(' ')) return undefined;
  return { clause, slots: { main: clause.opens || before === '' ? main : lowerFirst(main) } };
}

/** The clause around the hit, with what stands before and after the marked words. */
export function parseAround(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const around = readAround(sentence, opensAfterComma(words[hit.to]) ? hit.to : endAfter(sentence));
  if (!around) return undefined;
  const { clause, before, after } = around;
  const slots: Slots = { after: lowerOpener(after), before: clause.opens ? before : lowerFirst(before) };
  if (before && !NO_THING.test(before) && !ADVERBIAL.test(before)) slots['before-thing'] = lowerFirst(before);
  return { clause, slots: after ? { ...slots, ...readAfter(lowerOpener(after)) } : slots };
}

const CONDITIONED = /\b(?:until|till|without|unless|before|if|when|once|any\w*)\b/i;
/** With these no act begins, though compromise may take them for one. */
const NO_ACT = /^(?:it|this|that|these|those|you|me|us|them|him|her|for|such|the|an?|my|our|your|\S+$)(?:['’\s]|$)/i;

/** "Name changes" are things, though "name" may be an act. */
const COMPOUND = /^(?:name|seat|date|route|address|time|price|order|room|card|flight|plan|account) \w+(?:s|ing)\b/i;

const NO_THING = /^(?:it|this|that|these|those|there|i|we|he|she|they|you|me|us|them|him|her|for|such|to)\b/i;

/** What the words after the hit are, as far as they are one thing for certain. */
function readAfter(after: string): Slots {
  const undone = /^not to (.+)$/is.exec(after)?.[1];
  if (undone !== undefined) {
    const doing = toGerundPhrase(undone);
    return doing ? { 'after-undone': doing } : {};
  }
  const slots: Slots = {};
  const kind = classifyCondition(after);
  const act = kind !== 'gerund' && !NO_ACT.test(after) && !COMPOUND.test(after) && isVerbPhrase(after) && isBase(after);
  const doing = act ? toGerundPhrase(after) : undefined;
  if (doing && doing !== after) slots['after-doing'] = doing;
  if (kind === 'gerund') slots['after-doing'] = after;
  if (act && !CONDITIONED.test(after)) slots['after-act'] = after;
  if (kind === 'clause') slots['after-clause'] = after;
  if (kind !== 'gerund' && isThing(after)) slots['after-thing'] = after;
  return slots;
}

function isBase(text: string): boolean {
  const [first = ''] = text.split(' ');
  return !/[^s]s$/.test(first) && findVerbForms(first)?.base === first;
}

/** What opens a sentence before its subject. */
const ADVERBIAL =
  /^(?:after|before|once|at|in|on|for|with|within|without|outside|over|under|between|through|during|until|if|when|while|as|by|per|under|due|of|from|please|also|so|then|now)\b/i;

/** Verbs that are never nouns, where compromise sees a time or an event in what follows: "do that until Friday". */
const PLAIN_VERB = /^(?:do|be|have|get|make|go|give|see|say|tell|let|put|keep|send|take|bring)\b/i;

/** A name of something that "instead of" can stand before: "refunds after 30 days", "smoking". */
function isThing(text: string): boolean {
  if (COMPOUND.test(text)) return true;
  const kind = classifyCondition(text);
  const named = kind === 'event' || kind === 'time' || kind === 'gerund';
  return named && !NO_THING.test(text) && !ADVERBIAL.test(text) && !PLAIN_VERB.test(text);
}

/** With these nothing ends: what followed them was the hit. */
const HANGING = /\b(?:not|is|are|am|was|were|be|been|has|have|that|which|to|and|or|but|must|can|will|may)$|n['’]t$/i;

/** The whole sentence without the marked words: a lead, a shield, a filler that can go. */
export function parseRest(sentence: Sentence): Parsed | undefined {
  const { text, words, hit } = sentence;
  const last = words.length - 1;
  const before = getText(sentence, 0, hit.from).trimEnd();
  const from = words[hit.to]?.start;
  const after = from === undefined ? '' : getText(sentence, hit.to, words.length);
  if (words.length - (hit.to - hit.from) < 3 || (after === '' && HANGING.test(before))) return undefined;
  if (before === '' && /^(?:not|so|no)\b/i.test(after)) return undefined;
  const comma = before !== '' && words[hit.from]?.comma && !HANGING.test(before) ? ', ' : ' ';
  const joined = before && after ? `${before}${comma}${after}` : before || after;
  const start = words[0]?.start as number;
  const span = { start, end: findRunEnd(text, start, words[last]?.end as number) };
  return {
    clause: { from: 0, to: words.length, span, prefix: '', opens: true },
    slots: { rest: capitalise(joined) },
  };
}
