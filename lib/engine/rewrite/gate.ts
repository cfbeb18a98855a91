import { isBalanced } from './run.ts';

/** The gate before a rewrite is offered: what does not read well or loses a fact is held back. */

const DOUBLED = /\b(the|a|an|to|of|we|you|i|can|is|are|from|in|on|for|and)\s+\1\b/i;
/** "Looks after to track it". */
const MISJOINED = /\b(?:after|of|with) to\b/i;
const SENTENCE_WORDS = 3;

/** At least three words, no doubled function word, no article at the wrong place. */
export function readsWell(text: string): boolean {
  return text.split(/\s+/).filter(Boolean).length >= SENTENCE_WORDS && !DOUBLED.test(text) && !MISJOINED.test(text);
}

/** Numbers with their currency or unit mark, links, and names written with a capital in mid-sentence. */
const FACT = /[£$€₹]?\d[\d.,:/-]*\d%?|[£$€₹]?\d%?|https?:\/\/\S+|\S+@\S+\.\w+/g;
const NAME = /(?<=[a-z,;]\s)(?:[A-Z][\p{L}\d]+)/gu;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|yesterday)\b/gi;

function collectFacts(text: string): string[] {
  return [...(text.match(FACT) ?? []), ...(text.match(NAME) ?? []), ...(text.match(WEEKDAY) ?? [])];
}

const SIGNS = '%°£$€₹¥';

/**
 * Every number, link, name and day of what is replaced stands in the replacement, and so does every currency and percent
 * sign. Quotes and brackets are whole on both sides.
 */
export function keepsFacts(replaced: string, text: string): boolean {
  const lower = text.toLowerCase();
  return (
    isBalanced(replaced) &&
    isBalanced(text) &&
    [...SIGNS].every((sign) => text.split(sign).length >= replaced.split(sign).length) &&
    collectFacts(replaced).every((fact) => lower.includes(fact.toLowerCase()))
  );
}
