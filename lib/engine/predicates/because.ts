import { is } from '../text/forms.ts';
import type { Predicate } from './types.ts';

/** The sentence goes on with its reason: "…, because the seat had gone". A blank left for it counts. */
export const isBecause: Predicate = ({ words, hit }) =>
  words.some((word, at) => at >= hit.to && is(word, 'because') && at + 1 < words.length);
