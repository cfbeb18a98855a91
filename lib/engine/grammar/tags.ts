import nlp from 'compromise';
import type { Span } from '../types.ts';
import { remember } from './remember.ts';

/** A word as compromise sees it; `start` and `end` in UTF-16 units, without the punctuation around it. */
export interface Tagged extends Span {
  text: string;
  tags: ReadonlySet<string>;
}

interface Term {
  text: string;
  tags: string[];
  offset: { start: number; length: number };
}

/** Tags the words of a text. Zero-length implicit terms of contractions are left out. */
export const tagWords: (text: string) => readonly Tagged[] = remember((text) => {
  const json = nlp(text).json({ offset: true }) as { terms: Term[] }[];
  return json
    .flatMap((sentence) => sentence.terms)
    .filter((term) => term.text !== '')
    .map((term) => ({
      text: term.text,
      start: term.offset.start,
      end: term.offset.start + term.text.length,
      tags: new Set(term.tags),
    }));
});

export type Condition = 'clause' | 'time' | 'event' | 'gerund' | 'other';

const TIMES = /^(?:noon|midnight|lunchtime|today|tonight|tomorrow|then|later|(?:[01]?\d|2[0-3])[:.][0-5]\d)$/i;
const CONTRACTED = /^(?:i|you|he|she|it|we|they|that|there)['’](?:m|re|s|ve|ll|d)$/i;
const SUBJECTS = new Set('i you he she it we they this that there everyone everything one someone'.split(' '));

/** Whether a verb form could be the finite verb of a clause, rather than a noun or an adjective. */
function isFiniteVerb({ tags }: Tagged): boolean {
  return tags.has('Verb') && !tags.has('Gerund') && !tags.has('Particle');
}

/**
 * What stands after *until*, *before*, *unless*: a clause ("the payment clears"), a time ("4 May"), an event that a
 * noun names ("delivery"), a gerund ("checking the label"), or something else.
 */
export function classifyCondition(text: string): Condition {
  const words = tagWords(text);
  const [first, ...others] = words;
  if (!first) return 'other';
  if (CONTRACTED.test(first.text)) return 'clause';
  if (first.tags.has('Gerund')) return 'gerund';
  const finite = others.some(
    (word, index) => isFiniteVerb(word) && !words[index]?.tags.has('Determiner') && words[index]?.text !== 'to',
  );
  if (finite && (SUBJECTS.has(first.text.toLowerCase()) || words.some(isNominal))) return 'clause';
  if (words.some(({ tags, text: word }) => tags.has('Date') || tags.has('Time') || TIMES.test(word))) return 'time';
  if (first.tags.has('Verb') || first.tags.has('Adverb')) return 'other';
  return words.some(isNominal) ? 'event' : 'other';
}

function isNominal({ tags }: Tagged): boolean {
  return tags.has('Noun') || tags.has('Value') || tags.has('Pronoun');
}

/** The clause tells of the past: "you joined", "it was sent". A perfect ("we have received it") does not. */
export function isPast(text: string): boolean {
  const words = tagWords(text);
  return words.some((word, index) => {
    if (/^(?:was|were|had|did)$/i.test(word.text)) return true;
    if (/['’](?:ve|s|re)$/i.test(words[index - 1]?.text ?? '')) return false;
    const helped = words
      .slice(Math.max(0, index - 2), index)
      .some(({ tags }) => tags.has('Auxiliary') || tags.has('Copula'));
    return word.tags.has('PastTense') && !helped && !words[index - 1]?.tags.has('Determiner');
  });
}

/** A second act or clause is joined on: "change or set it", "change it and all is well". */
export function joinsVerbs(text: string): boolean {
  const words = tagWords(`We can ${text}`);
  const joint = words.findIndex((word) => /^(?:and|or|nor)$/i.test(word.text));
  if (joint < 0) return false;
  const finite = words.slice(joint + 1).some((word) => /^(?:is|are|was|were|will|can|has|have)$/i.test(word.text));
  return finite || words[joint + 1]?.tags.has('Verb') === true;
}

/** The text begins with an adverb: "ever ship it". */
export function startsWithAdverb(text: string): boolean {
  return tagWords(`We can ${text}`)[2]?.tags.has('Adverb') === true;
}

/** The text holds a verb in the form that names no subject: "ship your order". */
export function isVerbPhrase(text: string): boolean {
  const [first] = tagWords(`We can ${text}`).slice(2);
  return first !== undefined && (first.tags.has('Verb') || first.tags.has('Adverb') || first.tags.has('Noun'));
}

/** The first word is a proper name, a day or a month, which keeps its capital in mid-sentence. */
export function isName(text: string): boolean {
  const [first] = tagWords(text);
  return first !== undefined && ['ProperNoun', 'Person', 'Place', 'Date'].some((tag) => first.tags.has(tag));
}
