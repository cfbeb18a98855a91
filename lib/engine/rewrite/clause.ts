import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { findRunEnd, findRunStart } from './run.ts';

/** A sentence taken apart for rewriting. Word indices are of `words`; offsets are of `text`. */
export interface Sentence {
  text: string;
  words: readonly Word[];
  /** The words the rule marked. */
  hit: { from: number; to: number };
}

/** A clause of a sentence: its words, without the connective before it and the punctuation after it. */
export interface Clause {
  from: number;
  to: number;
  /** What is replaced; wider than the clause where a lead such as "Unfortunately," falls away. */
  span: Span;
  /** What stands before the replacement: an apology that was joined to the clause by "but". */
  prefix: string;
  /** The replacement opens a sentence and takes a capital letter. */
  opens: boolean;
}

const TURNS = wordSet('but however although though whereas while');
/** "Although we can't refund it, …": turned round, the contrast would be gone. */
const CONCESSIONS = wordSet('although though whereas while');
const JOINTS = wordSet('so and therefore then');
/** What they open gives a reason or an alternative: turned round it would say the opposite. */
const REASONS = wordSet('because since as or');
const OPENERS = wordSet('because since as if when whenever once after before unless whether until');
const JOINED = wordSet('and or nor that which who if when than as say said mean means think believe know see');
/** "As once it is handed over, …": a reason, not a comparison. */
const AFTER_AS = wordSet('our your my the once when if');
export const PRONOUNS = wordSet('i we you he she it they this that there these those');
/** "Please be advised that we can't…": what follows is a sentence of its own. */
const TOLD = wordSet('advised note informed aware mind confirm say assured sure');
const BLOCKING = wordSet('which who whom whose that where why what how when');
const LEADS = wordSet('unfortunately regrettably regretfully sadly alas currently');
const LEAD_PHRASES = [
  'i am afraid that',
  'we are afraid that',
  'i am afraid',
  'we are afraid',
  'we regret to inform you that',
  'i regret to inform you that',
  'we regret to say that',
  'i regret that',
  'we regret that',
  'rest assured that',
  'rest assured',
  'please be assured that',
  'please be assured',
  'we are sorry as',
  'i am sorry as',
].map((phrase) => phrase.split(' '));
const APOLOGY = wordSet('sorry apologise apologize apologies');

/** The text of some words as written, from the first to the last. */
export function getText({ text, words }: Sentence, from: number, to: number): string {
  if (to <= from) return '';
  const wordEnd = (words[to - 1] as Word).end;
  const start = findRunStart(text, (words[from] as Word).start, wordEnd);
  return text.slice(start, findRunEnd(text, start, wordEnd));
}

/** What they open hangs on the clause before: "…, or can't be reached". */
const ALTERNATIVES = wordSet('or nor which who whose whom');

/** The index of the word at which the clause of the hit begins. */
function findStart({ words, hit }: Sentence): { at: number; lead: number; blocked: boolean } {
  for (let at = hit.from; at > 0; at--) {
    const before = words[at - 1];
    if (words[at]?.limit || has(before, TURNS)) return { at, lead: at, blocked: has(before, CONCESSIONS) };
    if (has(before, JOINTS) && (words[at - 1]?.comma || has(words[at], PRONOUNS)))
      return { at, lead: at, blocked: false };
    if (opensReason(words, at - 1)) return { at, lead: at, blocked: true };
    if (words[at]?.comma) {
      const lead = startsWithLead(words, at);
      return { at, lead: lead === at ? 0 : at, blocked: false };
    }
    if (is(before, 'that') && has(words[at - 2], TOLD)) return { at, lead: at, blocked: false };
    if (has(before, BLOCKING) && !isLeadThat(words, at) && !isPronoun(words, at - 1))
      return { at, lead: at, blocked: true };
  }
  if (followsOpener(words, hit.from)) return { at: hit.from, lead: hit.from, blocked: false };
  return { at: 0, lead: 0, blocked: hit.from > 0 && has(words[0], OPENERS) };
}

/** "Because card refunds are not possible"; "or" and "as" join more than clauses. */
function opensReason(words: readonly Word[], at: number): boolean {
  if (is(words[at], 'because')) return !is(words[at + 1], 'of');
  return (
    has(words[at], REASONS) && (has(words[at + 1], PRONOUNS) || (is(words[at], 'as') && has(words[at + 1], OPENERS)))
  );
}

const OWN = wordSet('i we you they it');
const VERBS = wordSet('is are was were has have had does did been');

/** "As your booking was made elsewhere we can't …": with no comma, its own verb tells where the first clause ends. */
function followsOpener(words: readonly Word[], at: number): boolean {
  if (!has(words[0], OPENERS) || !has(words[at], OWN) || at < 4) return false;
  return words.slice(1, at).some((word) => has(word, VERBS)) && !has(words[at - 1], JOINED);
}

/** "That" opens the sentence or the piece: it points, it joins nothing. */
function isPronoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return is(word, 'that') && (at === 0 || word?.comma === true || word?.limit === true);
}

function isLeadThat(words: readonly Word[], at: number): boolean {
  return startsWithLead(words, words.length) >= at;
}

/** How many words at the sentence's start are a lead that can fall away. */
function startsWithLead(words: readonly Word[], limit: number, from = 0): number {
  for (const phrase of LEAD_PHRASES) {
    if (phrase.length < limit - from && phrase.every((form, index) => is(words[from + index], form)))
      return phrase.length;
  }
  let count = 0;
  while (from + count < limit && (has(words[from + count], LEADS) || isCurtSorry(words, from + count))) count++;
  return count;
}

/** How many words at the sentence's start say that the news is bad, and nothing else. */
export function countLead(words: readonly Word[]): number {
  const count = startsWithLead(words, words.length);
  return words.slice(0, count).some((word) => is(word, 'currently') || is(word, 'sorry')) ? 0 : count;
}

/** How far before a verb its lead may stand: "I'm afraid the two places can't". */
const LEAD_REACH = 9;

/** The lead that goes with the verb at `limit`, wherever in the sentence it stands; empty where there is none. */
export function findLead(words: readonly Word[], limit: number): { from: number; to: number } {
  for (let at = limit - 1; at >= Math.max(0, limit - LEAD_REACH); at--) {
    const count = is(words[at], 'currently') ? 0 : startsWithLead(words, limit, at);
    const shared = words[at + count]?.start === words[at + count - 1]?.start;
    if (count > 0 && at + count <= limit && !shared) return { from: at, to: at + count };
    if (words[at]?.limit) return { from: limit, to: limit };
  }
  const opening =
    limit > LEAD_REACH && !words.slice(0, limit).some((word) => word.limit) ? startsWithLead(words, limit) : 0;
  if (opening > 0) return { from: 0, to: opening };
  return { from: limit, to: limit };
}

/** "Sorry I don't have any": with no comma it belongs to the refusal. */
function isCurtSorry(words: readonly Word[], at: number): boolean {
  return is(words[at], 'sorry') && !words[at + 1]?.comma && has(words[at + 1], PRONOUNS);
}

/** The clause in which the hit stands. Undefined where it is no main clause, or a lead is all there is. */
export function findClause(sentence: Sentence, end: number): Clause | undefined {
  const { words, text } = sentence;
  const start = findStart(sentence);
  if (has(words[start.at], ALTERNATIVES) && start.at > 0) return undefined;
  if (start.blocked || words.length === 0) return undefined;
  const lead = start.lead === 0 ? startsWithLead(words, end) : 0;
  const from = Math.max(start.at, lead);
  if (from >= end) return undefined;
  const first = words[from] as Word;
  const last = words[end - 1] as Word;
  const opens = start.lead === 0 || first.start === (words[0] as Word).start;
  const begin = findRunStart(text, opens ? (words[0] as Word).start : first.start, last.end);
  const span = { start: begin, end: findRunEnd(text, begin, last.end) };
  const clause: Clause = { from, to: end, span, prefix: '', opens };
  const joint = from > 0 ? words[from - 1] : undefined;
  if (!clause.opens && is(joint, 'but') && words.slice(0, from - 1).some((word) => has(word, APOLOGY))) {
    // The apology becomes a sentence of its own, and part of the rewrite, so that an agent reads the whole.
    const { start } = words[0] as Word;
    const apology = text.slice(start, (words[from - 2] as Word).end);
    return { ...clause, span: { start, end: findRunEnd(text, start, last.end) }, prefix: `${apology}. `, opens: true };
  }
  if (!clause.opens && /[.:;]\s*$/.test(text.slice(0, first.start)))
    return { ...clause, opens: text[first.start - 2] === '.' };
  return clause;
}

const ENDS = wordSet('but however although though so because since unless until till without before due owing');
const AFTER_COMMA = wordSet(
  'so but and as maybe perhaps which however though although please because i we you sorry then it this would could shall do does is are how what',
);

/** "Do so" is an act, not a turn. */
const DOING = wordSet('do doing did done does');

/** The word opens another clause, for a comma stands before it: "…, you need to call". */
export function opensAfterComma(word: Word | undefined): boolean {
  return word?.comma === true && has(word, AFTER_COMMA);
}

/** The index after the last word of a piece that starts at `from`: a clause limit, a turn, a further condition. */
export function findEnd({ words }: Sentence, from: number, stops: ReadonlySet<string> = ENDS): number {
  let at = from;
  while (at < words.length) {
    const word = words[at] as Word;
    if (at > from && word.limit) return at;
    if (has(word, stops) && !(is(word, 'so') && has(words[at - 1], DOING))) return at;
    if (at > from && opensAfterComma(word)) return at;
    if (is(word, 'as') && at > from && (has(words[at + 1], PRONOUNS) || has(words[at + 1], AFTER_AS))) return at;
    if (is(word, 'and') && at > from && has(words[at + 1], PRONOUNS) && at + 2 < words.length) return at;
    if (is(word, 'earlier') && is(words[at + 1], 'than')) return at;
    at++;
  }
  return at;
}

/** The same, where a clause limit or a comma may stand right before the first word: nothing belongs to it then. */
export function findEndHere(sentence: Sentence, from: number): number {
  const next = sentence.words[from];
  return next?.comma || next?.limit ? from : Math.max(from, findEnd(sentence, from));
}
