import type { Variety } from '../types.ts';

/** British and American spelling of the words that replies and rewrites use, so that a rewrite keeps the reply's own. */

type Spelling = 'british' | 'american';

const ISE =
  'apolog|organ|recogn|real|priorit|author|personal|custom|final|summar|minim|maxim|optim|emphas|familiar|categor|compens|pressur|util';
const OUR = 'col|fav|hon|neighb|behavi|lab|flav|endeav';
const DOUBLED = 'cancel|label|travel|model|signal|total|fuel|level|dial|channel|counsel|initial';
const PAIRS: readonly [british: string, american: string][] = [
  ['centre', 'center'],
  ['centres', 'centers'],
  ['fulfil', 'fulfill'],
  ['fulfils', 'fulfills'],
  ['catalogue', 'catalog'],
  ['enquiry', 'inquiry'],
  ['enquiries', 'inquiries'],
  ['grey', 'gray'],
];

const british = new Map(PAIRS);
const american = new Map(PAIRS.map(([one, other]) => [other, one]));
const BRITISH_ISE = new RegExp(`^(${ISE})(is)(e|es|ed|ing|ation)$`);
const AMERICAN_ISE = new RegExp(`^(${ISE})(iz)(e|es|ed|ing|ation)$`);
const BRITISH_OUR = new RegExp(`^(${OUR})(our)(s|ed|ing|ite|able|)$`);
const AMERICAN_OUR = new RegExp(`^(${OUR})(or)(s|ed|ing|ite|able|)$`);
const BRITISH_DOUBLED = new RegExp(`^(${DOUBLED})(l)(ed|ing|er|ers)$`);
const AMERICAN_SINGLE = new RegExp(`^(${DOUBLED})()(ed|ing|er|ers)$`);

/** The word as the other side of the Atlantic spells it, or undefined where both agree. */
function toAmerican(word: string): string | undefined {
  if (BRITISH_ISE.test(word)) return word.replace(BRITISH_ISE, '$1iz$3');
  if (BRITISH_OUR.test(word)) return word.replace(BRITISH_OUR, '$1or$3');
  if (BRITISH_DOUBLED.test(word)) return word.replace(BRITISH_DOUBLED, '$1$3');
  return british.get(word);
}

function toBritish(word: string): string | undefined {
  if (AMERICAN_ISE.test(word)) return word.replace(AMERICAN_ISE, '$1is$3');
  if (AMERICAN_OUR.test(word)) return word.replace(AMERICAN_OUR, '$1our$3');
  if (AMERICAN_SINGLE.test(word)) return word.replace(AMERICAN_SINGLE, '$1l$3');
  return american.get(word);
}

const WORD = /\p{L}+/gu;

/** How a text spells, by the words that tell; where none does, as its variety of English does. */
export function findSpelling(text: string, variety?: Variety): Spelling | undefined {
  let lead = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (toAmerican(word) !== undefined) lead++;
    else if (toBritish(word) !== undefined) lead--;
  }
  if (lead !== 0) return lead > 0 ? 'british' : 'american';
  if (variety === undefined) return undefined;
  return variety === 'american' ? 'american' : 'british';
}

/** A rewrite in the spelling of the text it is for. Names and words that the text spells so itself stay. */
export function respell(rewrite: string, spelling: Spelling | undefined, text: string): string {
  if (!spelling) return rewrite;
  const turn = spelling === 'american' ? toAmerican : toBritish;
  return rewrite.replace(WORD, (word) => (text.includes(word) ? word : (turn(word) ?? word)));
}
