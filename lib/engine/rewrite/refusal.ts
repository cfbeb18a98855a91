import { findVerbForms } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { readAct, undo } from './act.ts';
import { type Clause, findClause, findEnd, findLead, getText, type Sentence } from './clause.ts';
import { readCondition } from './condition.ts';
import { findGroup, type Group, isAdverb, skipAdverbs } from './group.ts';
import { lowerFirst } from './letters.ts';
import { repairPolarity } from './polarity.ts';
import type { Slots } from './slots.ts';

/**
 * A refusal taken apart: "We can't ship your order until the payment clears" has a subject, a modal, what cannot be
 * done and a condition. From these parts come the shapes T01, T02, T03, T13, T21, T27 and T29.
 */

/** The subject as written; "We" of "We're". */
function getSubject(sentence: Sentence, clause: Clause, group: Group): string {
  const { words } = sentence;
  const from = skipAdverbs(words, clause.from);
  let to = group.from;
  while (to > from && isAdverb(words[to - 1])) to--;
  const subject = getText(sentence, from, to);
  const shared = words[to - 1]?.start === words[to]?.start;
  return shared
    ? subject.slice(0, subject.length - written(words[to - 1]) + (words[to - 1]?.forms[0]?.length ?? 0))
    : subject;
}

function written(word: Word | undefined): number {
  return word ? word.end - word.start : 0;
}

export interface Parsed {
  clause: Clause;
  slots: Slots;
  /** Slots of which a template must use one, or a condition would be lost. */
  needs?: readonly (keyof Slots)[];
  /** The clause with the offer that follows it, for templates that say the offer. */
  offer?: Clause | undefined;
}

/**
 * Takes the refusal at the hit apart, or gives undefined where it does not parse cleanly.
 */
export function parseRefusal(sentence: Sentence): Parsed | undefined {
  if (is(sentence.words[sentence.hit.from], 'no')) return parseNone(sentence);
  const group = findGroup(sentence);
  if (!group) return undefined;
  const next = sentence.words[group.to];
  let tail = next?.comma || next?.limit ? group.to : findEnd(sentence, group.to);
  let condition = readCondition(sentence, tail);
  if (condition === 'unread') return undefined;
  if (condition && belongsElsewhere(sentence, group.to, tail)) {
    // "promising that it arrives before Friday": the limit stays with the act.
    if (!isTime(sentence, tail)) return undefined;
    tail = condition.to;
    condition = undefined;
  }
  const isOffer = is(sentence.words[tail], 'but');
  const clause = findOwnClause(sentence, group, Math.max(isOffer ? tail : (condition?.to ?? tail), group.to));
  if (!clause || clause.from >= group.from) return undefined;
  const subject = getSubject(sentence, clause, group);
  if (!isSubject(subject) || sentence.text[clause.span.start - 1] === ',') return undefined;
  if (isSpokenOf(sentence, clause) || hangsOn(sentence, clause)) return undefined;
  const act = readAct(group, subject, getText(sentence, skipAdverbs(sentence.words, group.to), tail));
  // "A loan machine we cannot offer": what is refused stands before the clause.
  if (
    !clause.opens &&
    act.doing &&
    !act.doing.includes(' ') &&
    clause.from > 0 &&
    !sentence.words[clause.from]?.comma &&
    !has(sentence.words[clause.from - 1], JOINING)
  )
    delete act.doing;
  // "You'll", but "the team will".
  if (act.can?.startsWith("'") && subject.includes(' ')) act.can = act.can.replace("'ll", 'will');
  const slots = {
    subject: clause.opens ? subject : lowerFirst(subject),
    ...act,
    ...condition?.slots,
    'who-has': getWhoHas(sentence, group, subject),
  };
  if (!condition) return { clause, slots };
  if (isOffer) return { clause, slots, offer: findClause(sentence, condition.to) };
  return { clause, slots, needs: Object.keys(condition.slots) as (keyof Slots)[] };
}

const TIMES = new Set(['until', 'till', 'before', 'earlier']);

const INNER = new Set(['that', 'whether', 'when', 'if', 'who', 'what', 'how', 'where']);
const VOUCHING = new Set(['guarantee', 'promise', 'confirm', 'say', 'commit', 'predict']);

/** "We can't keep it until you are back": until says how long, not from when. */
const LASTING = new Set(
  'keep hold store wait stay leave extend park remain reserve save delay postpone continue stretch'.split(' '),
);

/** "We can't guarantee that it arrives before Friday": the limit is not one of the guarantee. */
function belongsElsewhere({ words }: Sentence, from: number, tail: number): boolean {
  if (is(words[tail], 'but')) return false;
  if (words.slice(from + 1, tail).some((word) => has(word, INNER))) return true;
  const verb = skipAdverbs(words, from);
  const lasts = is(words[tail], 'until') || is(words[tail], 'till');
  if (lasts && has(words[verb], LASTING) && verb + 1 < tail) return true;
  const early = is(words[tail], 'before') || is(words[tail], 'earlier');
  return early && has(words[verb], VOUCHING);
}

function isTime({ words }: Sentence, at: number): boolean {
  return has(words[at], TIMES);
}

/** "you've" where the sentence is short too, "the team has". */
function getWhoHas({ words }: Sentence, { from }: Group, subject: string): string {
  const short = words[from]?.start === words[from + 1]?.start || words[from]?.start === words[from - 1]?.start;
  const who = lowerFirst(subject);
  if (/^(?:i|we|you|they)$/i.test(subject)) return short ? `${who}'ve` : `${who} have`;
  return subject.endsWith('s') ? `${who} have` : `${who} has`;
}

/** The clause from its own pronoun on: "it can't" of "Keep in mind it can't". */
function findOwnClause(sentence: Sentence, group: Group, end: number): Clause | undefined {
  const clause = findClause(sentence, end);
  const at = skipBackAdverbs(sentence.words, group.from) - 1;
  if (!clause || at <= skipAdverbs(sentence.words, clause.from) || !has(sentence.words[at], OWN)) return clause;
  const { words, text } = sentence;
  // "Hi Ana Unfortunately we can't": with no mark behind the greeting the lead still falls away.
  const lead = findLead(words, at);
  const isOwn = lead.from < at && lead.to === at && lead.from >= sentence.hit.from;
  const { start } = words[isOwn ? lead.from : at] as Word;
  const opens = isOwn && /^\p{Lu}/u.test(text.slice(start));
  return { ...clause, from: at, span: { ...clause.span, start }, prefix: '', opens };
}

const OWN = new Set(['i', 'we', 'you', 'it', 'they', 'he', 'she']);

function skipBackAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at > 0 && isAdverb(words[at - 1])) at--;
  return at;
}

/** No verb in it, not too long: a noun or a pronoun, not half a sentence. */
export function isSubject(subject: string): boolean {
  return (
    subject !== '' &&
    !/^(?:or|and|nor|but|so)\b/i.test(subject) &&
    subject.split(/\s+/).length <= 8 &&
    !/\b(?:is|are|was|were|am|not|can|will|have|has|which|who)\b|['’](?:re|t|m|ve|ll|d)\b/i.test(subject)
  );
}

const POINTERS = wordSet('this that it these which');

/** "…, this is in our terms": it speaks of the refusal, and would speak of the offer. */
function isSpokenOf({ words }: Sentence, { to }: Clause): boolean {
  return words[to]?.comma === true && has(words[to], POINTERS);
}

/** "Without this they can't consider it": turned round, the condition would be one of the offer. */
function hangsOn({ words }: Sentence, { from }: Clause): boolean {
  return words.slice(Math.max(0, from - 3), from).some((word) => is(word, 'without')) && !words[from]?.comma;
}

const JOINING = wordSet('and but so that then note');

const CARRIERS = new Set(['can', 'is', 'are', 'will', 'may']);

/** Of these there is none. */
const GIVEN = new Set(
  'given made issued granted offered provided paid accepted applied due payable possible available allowed permitted'.split(
    ' ',
  ),
);
/** With no article before them. */
const BARE =
  /^(?:further|additional|more|other)\b|(?:s|compensation|reimbursement|availability|information|help|support|access|advice|credit|money|cash|stock)$/i;

/** "cancellation nor refund" → "a cancellation or refund". */
function name(thing: string): string {
  const told = thing.replace(/\b(?:nor|or)\b/gi, 'or');
  if (BARE.test(told)) return told;
  return `${/^[aeiou]/i.test(told) ? 'an' : 'a'} ${told}`;
}

/** "No refunds are given for late entry": the no stands with the thing. */
function parseNone(sentence: Sentence): Parsed | undefined {
  const { words, hit } = sentence;
  const at = words.findIndex((word, index) => index > hit.from + 1 && index < hit.to && has(word, CARRIERS));
  if (at < 0 || at > hit.from + 4) return undefined;
  const to = is(words[at + 1], 'be') ? at + 2 : at + 1;
  const verb = findVerbForms(words[to]?.forms[0] ?? '');
  const end = findEnd(sentence, to + 1);
  const clause = findClause(sentence, end);
  if (clause?.from !== hit.from || readCondition(sentence, end)) return undefined;
  const thing = getText(sentence, hit.from + 1, at);
  const rest = repairPolarity(getText(sentence, to + 1, end));
  const none =
    rest === undefined || GIVEN.has(words[to]?.forms[0] ?? '') === false ? undefined : `${name(thing)} ${rest}`.trim();
  if (!verb || verb.base === 'be') return none === undefined ? undefined : { clause, slots: { none } };
  const undone = thing.endsWith('s') ? undo(verb.base, thing, getText(sentence, to + 1, end)) : undefined;
  if (undone === undefined && none === undefined) return undefined;
  return { clause, slots: { ...(undone && { undone }), ...(none && { none }) } };
}
