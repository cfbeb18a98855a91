import { isBalanced } from './run.ts';

/** The gate before a rewrite is offered: what does not read well or loses a fact is held back. */

const DOUBLED = /\b(the|a|an|to|of|we|you|i|can|is|are|from|in|on|for|and|please)\s+\1\b/i;
/** "Looks after to track it". */
const MISJOINED =
  /\b(?:after|of|with) to\b|\b(?:on|at|via|by|using|from), so that\b|\bas and\b|\b(?:as|or|but|and) by \[|\bplease (?:in|getting|reaching|contacting|asking|calling|writing|sending|messaging)\b/i;
/** "…, thanks-Sha": the name under a reply, with no line of its own. */
const SIGNED =
  /\b(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers)\s?[-–—~^]+\s?\p{L}+\W*$|\p{Ll}{3}[-~^]\p{Lu}\p{Ll}+\W*$/u;
const SENTENCE_WORDS = 3;

/** At least three words, no doubled function word, no article at the wrong place. */
export function readsWell(text: string): boolean {
  return text.split(/\s+/).filter(Boolean).length >= SENTENCE_WORDS && !DOUBLED.test(text) && !MISJOINED.test(text);
}

/** Numbers with their currency or unit mark, links, names written with a capital in mid-sentence, days and number words. */
const FACT = /[£$€₹]?\d[\d.,:/-]*\d%?|[£$€₹]?\d%?|https?:\/\/\S+|\S+@\S+\.\w+/g;
const NAME = /(?<=[a-z,;]\s)(?:[A-Z][\p{L}\d]+)/gu;
const DAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow|yesterday|noon|midnight)\b|\b(?:next|this|last) (?:week|weekend|month|year)\b/gi;
const NUMBER =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|dozen)\b/gi;

/** "Thank you for contacting Print Support": the sender's own name is no fact of the reply. */
const OURSELVES =
  /\b(contacting|choosing|[Tt]he (?=School|Company|Council|Team|University|College|Hotel|Trust)|[Oo]ur (?=School|Company|Council|Team|University|College|Hotel|Trust)|(?:in touch|shopping|staying|travelling|booking|flying) with|(?:reaching|reaching out|writing|writing in) to|(?:raising|posting|asking) (?:your|this|the|a) \p{Ll}+ (?:in|on|at|with)|calling|part of)(?:\s(?:the|our))?(?:\s\p{Lu}[\p{L}\d&'’-]*)+/gu;

/** What is cited is said word for word: "click 'server settings'". */
const CITED = /(?<![\p{L}\d])['‘][^'‘’\n]{2,60}['’](?!\p{L})/gu;

function collectFacts(text: string): string[] {
  return [FACT, NAME, DAY, NUMBER, CITED].flatMap((kind) => text.match(kind) ?? []);
}

const SIGNS = '%°£$€₹¥';

/**
 * Every number, link, name and day of what is replaced stands in the replacement, and so does every currency and percent
 * sign. Quotes and brackets are whole on both sides.
 */
export function keepsFacts(replaced: string, text: string): boolean {
  const lower = text.toLowerCase();
  return (
    !SIGNED.test(replaced) &&
    isBalanced(replaced) &&
    isBalanced(text) &&
    [...SIGNS].every((sign) => text.split(sign).length >= replaced.split(sign).length) &&
    collectFacts(replaced.replace(OURSELVES, '$1')).every((fact) => lower.includes(fact.toLowerCase()))
  );
}
