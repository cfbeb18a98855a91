import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const PAST = wordSet('was were did had could');

/** The hit tells what happened, and refuses nothing: "I couldn't reach you", "we weren't able to find it". */
export const isPast: Predicate = ({ words, hit }) => words.slice(hit.from, hit.to).some((word) => has(word, PAST));
