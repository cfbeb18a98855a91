import { classifyCondition, isVerbPhrase } from '../grammar/tags.ts';
import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import {
  type Clause,
  countLead,
  findClause,
  findEnd,
  getText,
  opensAfterComma,
  PRONOUNS,
  type Sentence,
} from './clause.ts';
import { lowerFirst, lowerOpener } from './letters.ts';
import type { Parsed } from './refusal.ts';
import { findRunEnd, findRunStart } from './run.ts';
import type { Slots } from './slots.ts';

/** What stands around the marked words, for rewrites that take them away or turn what follows. */

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const TURNS = new Set(['but', 'however', 'although', 'though', 'because', 'so']);

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
  const { words, hit } = sentence;
  const end = Math.max(hit.to, findEnd(sentence, hit.to, TURNS));
  const last = words[end - 1];
  // ", Jake": whom it speaks to stays as it is.
  return end > hit.to && last?.comma && last.capital ? end - 1 : end;
}

/** The same, where another clause may follow the marked words at once. */
export function endHere(sentence: Sentence): number {
  const { words, hit } = sentence;
  const next = words[hit.to];
  const another = has(next, JOINING) && has(words[hit.to + 1], PRONOUNS);
  return another || opensAfterComma(next) || next?.limit ? hit.to : endAfter(sentence);
}

/** The clause that the marked words belong to as a cause or a reference, without them: "…, we moved the class". */
export function parseMain(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const whole = readAround(sentence, endAfter(sentence));
  const around = whole?.before && words[hit.to]?.comma ? readAround(sentence, hit.to) : whole;
  if (!around) return undefined;
  const { clause, before, after } = around;
  const main = before && after ? `${before} ${after}` : before || lowerFirst(after);
  if (!main.includes(' ') || (after && has(words[hit.from], SHIELDS) && /\b(?:is|are|was|were)$/i.test(before)))
    return undefined;
  return { clause, slots: { main: clause.opens || before === '' ? main : lowerOpener(main) } };
}

/** A comma within it parts no clause: what follows "and" does the same thing. */
const OPEN_ENDED = /\b(?:and|or|but|that|which|so|to|the|a|an|of|with|for)$/i;

/** The clause of the marked words, whole, where a template goes on with it. */
export function parseClause(sentence: Sentence): Parsed | undefined {
  const { words } = sentence;
  const first = endHere(sentence);
  // "… so they can look into it": what it is for goes along.
  const end =
    is(words[first], 'so') && !words[first]?.comma ? Math.max(first, findEnd(sentence, first + 1, TURNS)) : first;
  const clause = findClause(sentence, end);
  // What turns or gives a reason behind it must not be parted from it.
  if (!clause || clause.prefix || (words[end] && !words[end].limit && !words[end].comma && !is(words[end], 'but')))
    return undefined;
  const whole = getText(sentence, clause.from, end);
  if (OPEN_ENDED.test(whole)) return undefined;
  return { clause, slots: { clause: clause.opens ? whole : lowerOpener(whole) } };
}

export const JOINING = wordSet('and but so');
/** How much beside the marked words may go with them when a sentence is taken out. */
const GOES_ALONG = 9;

/** "It goes without saying that …": what follows is the news. */
const TELLING = wordSet('that which how');
const OPEN_CONDITION = wordSet('if when once should unless');

/** The whole sentence, to be taken out. */
export function parseDelete({ text, words, hit }: Sentence): Parsed | undefined {
  const beside = words.length - (hit.to - hit.from);
  // "Thanks for your patience let's get this sorted": another sentence, with no mark before it.
  if (beside > GOES_ALONG || has(words[0], OPEN_CONDITION) || is(words[hit.to], 'let')) return undefined;
  // "… and will pass it on", "We're sorry and …": another clause says something of its own.
  const joined = has(words[hit.to], JOINING) && words.length - hit.to > 3;
  if (joined || has(words[hit.to], TELLING) || (hit.from > 3 && has(words[hit.from], JOINING))) return undefined;
  const clause = { from: 0, to: words.length, span: { start: 0, end: text.length }, prefix: '', opens: true };
  return { clause, slots: {} };
}

/** Behind a link or a question nothing goes on. */
const NO_WAY_ON = /(?:[?:,;]|https?:\/\/\S+|\b(?:and|or|but|so|to))$/i;

/** The whole sentence, to be gone on with. */
export function parseSentence({ text, words }: Sentence): Parsed | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return undefined;
  const span = { start: findRunStart(text, first.start, last.end), end: findRunEnd(text, first.start, last.end) };
  const opening = words[countLead(words)] ?? first;
  const sentence = text.slice(opening === first ? span.start : findRunStart(text, opening.start, last.end), span.end);
  if (NO_WAY_ON.test(sentence) || text.trimEnd().endsWith('?')) return undefined;
  return { clause: { from: 0, to: words.length, span, prefix: '', opens: true }, slots: { sentence } };
}

/** The whole sentence, of which the marked words alone are replaced. */
export function parseInstead({ text, words }: Sentence): Parsed | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return undefined;
  const span = { start: first.start, end: findRunEnd(text, first.start, last.end) };
  return { clause: { from: 0, to: words.length, span, prefix: '', opens: true }, slots: {} };
}

/** The clause around the hit, with what stands before and after the marked words. */
export function parseAround(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const around = readAround(sentence, opensAfterComma(words[hit.to]) ? hit.to : endAfter(sentence));
  if (!around) return undefined;
  const { clause, before, after } = around;
  const opener = PEOPLE.test(before) ? lowerFirst(before) : before;
  const forbidden = is(sentence.words[sentence.hit.to - 1], 'not') && /^to [a-z]/.test(after) ? `not ${after}` : after;
  const slots: Slots = { after: lowerOpener(after), before: clause.opens ? opener : lowerOpener(before) };
  if (before === '') slots.opened = lowerOpener(after);
  if (/^not to [a-z]/.test(forbidden)) slots['after-not-to'] = forbidden;
  if (ASKED.test(after)) slots.asked = after.replace(/^if\b/, 'whether');
  if (before && !PEOPLE.test(before) && !NO_THING.test(before) && !ADVERBIAL.test(before))
    slots['before-thing'] = lowerFirst(before);
  if (!after) return { clause, slots };
  const { 'after-place': place, ...read } = readAfter(lowerOpener(after));
  const goesOn = PURPOSE.test(` ${sentence.text.slice(clause.span.end)}`);
  // "We ask you not to park there" asks nobody to park.
  if (forbidden !== after) delete read['after-to'];
  return { clause, slots: { ...slots, ...read, ...(place && !goesOn && { 'after-place': place }) } };
}

/** A question within the sentence: "… when it ships", "… about that". */
const ASKED = /^(?:why|when|how|where|who|what|which|whether|if|about)\b/;

/** Nothing is offered instead of them. */
export const PEOPLE =
  /^(?:(?:the|all|any|no|our|your)\s+)?(?:\w+\s+)?(?:children|child|kids|people|persons|guests?|visitors?|passengers?|customers?|residents?|students?|members?|tenants?|clients?|applicants?|users?|sellers?|buyers?|subscribers?|cardholders?|travell?ers?|adults|minors|pets?|dogs?|cats?|animals?)\b/i;

const CONDITIONED = /\b(?:until|till|without|unless|before|if|when|once|any\w*|or (?:we|i|it|they|you|your|the))\b/i;
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
  if (/^to [a-z]/.test(after)) slots['after-to'] = after;
  if (act && !CONDITIONED.test(after)) slots['after-act'] = after;
  if (kind === 'clause') slots['after-clause'] = after;
  if (!PURPOSE.test(after)) slots['after-place'] = after;
  if (kind !== 'gerund' && isThing(after)) slots['after-thing'] = after;
  return slots;
}

/** What one finds there is said already: "this page to learn more". */
const PURPOSE = /\s(?:to|and|if|so|or|then|when|where|which|who|in order)\s/i;

function isBase(text: string): boolean {
  const [first = ''] = text.split(' ');
  return !/[^s]s$/.test(first) && findVerbForms(first)?.base === first;
}

/** What opens a sentence before its subject. */
const ADVERBIAL =
  /^(?:after|before|once|at|in|on|for|with|within|without|outside|over|under|between|through|during|until|if|when|while|as|by|per|under|due|of|from|please|also|so|then|now)\b/i;

/** Verbs that are never nouns, where compromise sees a time or an event in what follows: "do that until Friday". */
const PLAIN_VERB = /^(?:do|be|have|get|make|go|give|see|say|tell|let|put|keep|send|take|bring)\b/i;

/** Until then only: "instead of the upgrade until March" would say another thing. */
const LIMITED = /\b(?:until|till|unless)\b/i;

/** A name of something that "instead of" can stand before: "refunds after 30 days", "smoking". */
function isThing(text: string): boolean {
  if (COMPOUND.test(text)) return true;
  const kind = classifyCondition(text);
  const named = kind === 'event' || kind === 'time' || kind === 'gerund';
  return named && !LIMITED.test(text) && !NO_THING.test(text) && !ADVERBIAL.test(text) && !PLAIN_VERB.test(text);
}

/** With these nothing ends: what followed them was the hit. */
const HANGING =
  /\b(?:not|is|are|am|was|were|be|been|has|have|that|which|to|and|or|but|must|can|will|may|(?:once|when|if|as|because) (?:it|we|they|you|i))$|n['’]t$/i;

/** What followed a phrase that is gone, and opens nothing: "Further to your email and our call". */
const NO_OPENING = /^(?:not|so|no|and|or|nor|of|dated|registered|received|sent|\d+ of)\b/i;

const SHIELDS = wordSet('as per in under according due');
const GOES_ON = wordSet(
  'and but so or to for from on in at until till when if unless because since as by with that which after before we i you they it',
);

/** "In line with the table and clause 9": the second belongs to the first. */
function isListed({ words, hit }: Sentence): boolean {
  return has(words[hit.to], LISTING) && !words[hit.to]?.comma && !has(words[hit.to + 1], PRONOUNS);
}

const LISTING = wordSet('and or');

/** "In line with the policy wording": the words behind belong to the phrase that would go. */
function isCutShort({ words, hit }: Sentence): boolean {
  const next = words[hit.to];
  if (has(words[hit.from], SHIELDS) && isListed({ words, hit } as Sentence)) return true;
  return (
    has(words[hit.from], SHIELDS) && !words[hit.from]?.comma && !next?.comma && !next?.limit && !has(next, GOES_ON)
  );
}

/** "This is basic etiquette, as …": without its verb nothing is left to say. */
const VERBS = wordSet('is are was were am been has have had will would can could');

/** The whole sentence without the marked words: a lead, a shield, a filler that can go. */
export function parseRest(sentence: Sentence): Parsed | undefined {
  const { text, words, hit } = sentence;
  const last = words.length - 1;
  const before = getText(sentence, 0, hit.from).trimEnd();
  const from = words[hit.to]?.start;
  const after = from === undefined ? '' : getText(sentence, hit.to, words.length);
  if (words.length - (hit.to - hit.from) < 3 || (after === '' && HANGING.test(before))) return undefined;
  if (before === '' && NO_OPENING.test(after)) return undefined;
  if (before && after && isCutShort(sentence)) return undefined;
  if (before !== '' && after !== '' && has(words[hit.from], VERBS)) return undefined;
  const parted = words[hit.from]?.comma || words[hit.to]?.comma;
  const comma = before !== '' && parted && !HANGING.test(before) ? ', ' : ' ';
  const joined = before && after ? `${before}${comma}${after}` : before || after;
  const start = words[0]?.start as number;
  const span = { start, end: findRunEnd(text, start, words[last]?.end as number) };
  return {
    clause: { from: 0, to: words.length, span, prefix: '', opens: true },
    slots: { rest: capitalise(joined) },
  };
}
