import { isName, isVerbPhrase } from '../grammar/tags.ts';
import { findVerbForms, toGerundPhrase } from '../grammar/verbs.ts';
import type { Word } from '../text/words.ts';
import { type Clause, findClause, findEnd, getText, type Sentence } from './clause.ts';
import { readCondition } from './condition.ts';
import { findGroup, type Group, is, isAdverb, skipAdverbs } from './group.ts';
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

/** Lower case within a sentence, but for names and "I". */
export function lowerFirst(text: string): string {
  if (/^(?:I\b|[A-Z]{2}|\S+[A-Z])/.test(text) || isName(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
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
  const group = findGroup(sentence);
  if (!group) return undefined;
  const next = sentence.words[group.to];
  const tail = next?.comma || next?.limit ? group.to : findEnd(sentence, group.to);
  const condition = readCondition(sentence, tail);
  if (condition === 'unread') return undefined;
  const isOffer = is(sentence.words[tail], 'but');
  const clause = findClause(sentence, Math.max(isOffer ? tail : (condition?.to ?? tail), group.to));
  if (!clause || clause.from >= group.from) return undefined;
  const subject = getSubject(sentence, clause, group);
  if (!isSubject(subject)) return undefined;
  const act = readAct(group, subject, getText(sentence, skipAdverbs(sentence.words, group.to), tail));
  const slots = { subject: clause.opens ? subject : lowerFirst(subject), ...act, ...condition?.slots };
  if (!condition) return { clause, slots };
  if (isOffer) return { clause, slots, offer: findClause(sentence, condition.to) };
  return { clause, slots, needs: Object.keys(condition.slots) as (keyof Slots)[] };
}

/** No verb in it, not too long: a noun or a pronoun, not half a sentence. */
function isSubject(subject: string): boolean {
  return (
    subject !== '' &&
    subject.split(/\s+/).length <= 8 &&
    !/\b(?:is|are|was|were|am|not|can|will|have|has)\b|['’](?:re|t|m|ve|ll|d)\b/i.test(subject)
  );
}

/** What is refused, in the forms that templates ask for. */
function readAct(group: Group, subject: string, tail: string): Slots {
  const can: Slots = group.can === undefined ? {} : { can: group.can };
  if (group.verb) return fillDefined({ undone: undo(group.verb, subject, tail) });
  if (group.state) return { ...can, ...readState(group.state, subject, tail) };
  const [first = '', participle = ''] = tail.split(/\s+/);
  if (first.toLowerCase() === 'be') {
    const verb = findVerbForms(participle.toLowerCase());
    const rest = tail.split(/\s+/).slice(2).join(' ');
    const undone = verb && verb.base !== 'be' && verb.base !== participle ? undo(verb.base, subject, rest) : undefined;
    return { ...can, ...fillDefined({ do: repairPolarity(tail), undone }) };
  }
  if (group.can === undefined && first.toLowerCase() === 'have')
    return fillDefined({ thing: readThing(tail.slice(5)) });
  if (/^(?:find|locate)$/i.test(first))
    return { ...can, ...fillDefined({ do: repairPolarity(tail), thing: readThing(tail.slice(first.length + 1)) }) };
  if (!isVerbPhrase(tail)) return can;
  const doing = toGerundPhrase(dropPolarity(tail));
  return { ...can, ...fillDefined({ do: repairPolarity(tail), doing }) };
}

/** "any spare keys" → "spare keys": what one does not have. */
function readThing(tail: string): string | undefined {
  const thing = repairPolarity(tail.replace(/^any\s+/i, ''));
  return thing !== undefined && /^[^\W\d]/.test(thing) && !IS_PRONOUN.test(thing) ? thing : undefined;
}

const IS_PRONOUN = /^(?:(?:it|they|which|who|i|we|you|he|she|there|them|us|one)(?:\s|$)|(?:this|that|these|those)$)/i;

function readState(state: string, subject: string, tail: string): Slots {
  const rest = repairPolarity(tail);
  const goal = /^(?:for|to)\s+((?:a|an|the|any|this|that|your|our)\s.+)$/i.exec(tail)?.[1];
  const wanted = state === 'eligible' || state === 'entitled' ? goal?.replace(/^any\s+/i, '') : undefined;
  const thing =
    state === 'available' && !/^(?:it|they|this|these|which|there)$/i.test(subject)
      ? `${lowerFirst(subject)}${rest ? ` ${rest}` : ''}`
      : wanted;
  return fillDefined({ do: rest === undefined ? undefined : `${state} ${rest}`.trim(), thing });
}

/** "Orders cannot be changed after dispatch" → "changing orders after dispatch". */
function undo(verb: string, subject: string, rest: string): string | undefined {
  if (
    /^(?:or|and|by|to)\b/i.test(rest) ||
    /^(?:it|they|this|that|these|those|which|who|i|we|you|he|she|there)$/i.test(subject)
  ) {
    return undefined;
  }
  const kept = repairPolarity(rest);
  const gerund = toGerundPhrase(verb);
  return kept === undefined || !gerund ? undefined : `${gerund} ${lowerFirst(subject)}${kept && ` ${kept}`}`;
}

/** After "instead of" a "yet" or "at this time" has no sense; an "any" may stay. */
function dropPolarity(phrase: string): string {
  return repairPolarity(phrase) ?? phrase;
}

function fillDefined(slots: { [Name in keyof Slots]: string | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value)) as Slots;
}
