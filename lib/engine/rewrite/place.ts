import { findBlanks } from '../blanks.ts';
import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Rewrite, Span } from '../types.ts';
import { findAddress } from './address.ts';
import type { Sentence } from './clause.ts';
import { keepsFacts, readsWell } from './gate.ts';
import { lowerFirst } from './letters.ts';
import type { Parsed } from './refusal.ts';
import type { Slots } from './slots.ts';

/** How a filled template takes its place in the sentence: taken out, put instead of some words, set in its letters. */

export type Filled = { slots?: Slots } & ({ rewrite: Rewrite } | { fault: string });

/** The mark that ends the sentence belongs to the rewrite, so that it reads as a whole. */
export const STOP = /^\s*[.!…]+$/;

/** Its reason stands behind what is done instead, and must not read as the reason of what is not. */
const REASON_BEHIND =
  /^\s+(?:because|since|as (?:we|i|it|they|you|this|that|the|our|your|these|those)|due to|owing to)\b/i;

/** The comma before a reason that stays where it is: "… instead of refunding it, because it was worn". */
export function partReason(template: string, behind: string): string {
  return /instead of \{/.test(template) && REASON_BEHIND.test(behind) ? ',' : '';
}

/** The sentence goes, where it holds no fact. */
export function takeOut({ clause }: Parsed, { text, words, hit }: Sentence): Filled {
  const [from, to] = [(words[hit.from] as Word).start, (words[hit.to - 1] as Word).end];
  // A name in the stock words themselves is the sender's: "Thank you for choosing Larkhill".
  const told = text.slice(0, from) + text.slice(from, to).toLowerCase() + text.slice(to);
  // Whom the sentence speaks to is no fact of it.
  const address = findAddress(told);
  if (!keepsFacts(address < 0 ? told : told.slice(0, address), ''))
    return { fault: 'a fact would go with the sentence' };
  return { rewrite: { text: '', span: clause.span, blanks: [] } };
}

/** A sentence that goes takes the space behind it along, or the one before it where its line ends. */
export function withSpace(text: string, { start, end }: Span): Span {
  const behind = /^[ \t\u00a0]+/.exec(text.slice(end))?.[0].length ?? 0;
  if (behind > 0) return { start, end: end + behind };
  const before = /[ \t\u00a0]+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end };
}

const IFS = wordSet('if when where once provided');
/** What nobody does when asked: "you have to be 18". */
const STATES = wordSet('be have know understand realise realize believe bear not');
/** Behind them a statement goes on; a request would break it. */
const STATING = wordSet(
  'that because since as which who why think believe afraid sorry please what when where how whether',
);

const BE = wordSet('is are was were');
/** "…, and not to leave it": one of two acts would hang. */
const ANOTHER_TO = /\b(?:and|or|but)\s(?:not\s)?to\s/i;

function takesPlease(words: readonly Word[], hit: Sentence['hit']): boolean {
  // "You need to": the act stands behind; behind "we insist on" stands a thing.
  const asks = words.slice(hit.from, hit.to).some((word) => is(word, 'to'));
  return asks && !has(words[hit.to], STATES) && !has(words[hit.from - 1], STATING);
}

/** The template stands in place of the marked words alone; the rest of the sentence stays as it is. */
export function putInstead(
  template: string,
  { clause }: Parsed,
  { text, words, hit }: Sentence,
  spell: (text: string) => string,
): Filled {
  const [from, to] = [(words[hit.from] as Word).start, (words[hit.to - 1] as Word).end];
  const put = template.replace('{instead}', '').trim();
  // A condition takes the place of a condition only.
  if (/^if \[/.test(put) && !has(words[hit.from], IFS)) return { fault: 'a condition would come in' };
  if (/^helps\b/.test(put) && !has(words[hit.from], BE)) return { fault: 'no verb stands there' };
  const placed = from === (words[0] as Word).start ? put.charAt(0).toUpperCase() + put.slice(1) : put;
  if (/\bplease$/i.test(put) && (!takesPlease(words, hit) || ANOTHER_TO.test(text.slice(to))))
    return { fault: 'no request stands there' };
  const { start, end } = clause.span;
  const stop = STOP.exec(text.slice(end))?.[0] ?? '';
  const rewritten = spell(text.slice(start, from) + placed + text.slice(to, end) + stop);
  if (!readsWell(rewritten)) return { fault: `it would not read well: "${rewritten}"` };
  if (!keepsFacts(text.slice(from, to), placed)) return { fault: `it would lose a fact: "${rewritten}"` };
  return { rewrite: { text: rewritten, span: { start, end: end + stop.length }, blanks: findBlanks(rewritten) } };
}

/** A subject that does not open the rewrite loses its capital. */
export function placeSubject(template: string, slots: Slots): Slots {
  if (slots.clause !== undefined && !template.startsWith('{clause}'))
    return { ...slots, clause: lowerFirst(slots.clause) };
  if (slots.subject === undefined || template.startsWith('{subject}')) return slots;
  return { ...slots, subject: lowerFirst(slots.subject) };
}

/** A template's own first word loses its capital where the sentence goes before it. */
export function placeTemplate(template: string, filled: string, { clause }: Parsed): string {
  return clause.opens || clause.prefix || !/^[A-Z]/.test(template) ? filled : lowerFirst(filled);
}

/** Joins contractions, sets the first letter, keeps the reply's own quotes. */
export function finish(filled: string, { clause }: Parsed, sentence: Sentence): string {
  const joined = filled
    .replace(/ '(?=ll\b)/g, "'")
    // A time stands before the link, not behind it.
    .replace(/((?:\s+(?:here|at|via))?:?\s+https?:\/\/\S+)( by \[[^\]]*\])/, '$2$1')
    .replace(/\s+/g, ' ')
    .trim();
  const cased = clause.opens ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined;
  const quoted = sentence.text.includes('’') ? cased.replaceAll("'", '’') : cased;
  return clause.prefix + quoted;
}
