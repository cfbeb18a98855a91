import { has, wordSet } from '../text/forms.ts';
import { splitWords } from '../text/words.ts';
import type { Predicate } from './types.ts';

const RULES = wordSet('policy policies terms conditions rules rule regulations guidelines');
const POINTERS = wordSet('attached linked link below');
const YOU = wordSet('you your');

/** The policy is the answer, for it was asked for: "Here is our returns policy", "You asked what our policy is…". */
export const isAsked: Predicate = ({ words, hit, context }) => {
  if (words[0]?.forms.includes('here')) return true;
  const asked = words.findIndex((word) => word.forms.includes('asked'));
  if (asked > 0 && has(words[asked - 1], YOU)) return true;
  if (words.slice(hit.from, hit.to + 4).some((word) => has(word, POINTERS))) return true;
  return context.customer !== undefined && splitWords(context.customer).some((word) => has(word, RULES));
};
