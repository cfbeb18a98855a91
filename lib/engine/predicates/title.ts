import type { Predicate } from './types.ts';

/** The hit's own words are a name written with capitals in mid-sentence: "the board game Can't Stop". */
export const isTitle: Predicate = ({ words, hit }) => {
  if (hit.from === 0) return false;
  const first = words[hit.from];
  const neighbour = words.slice(hit.from + 1, hit.to + 1).find((word) => word.start !== first?.start);
  return first?.capital === true && !first.forms.includes('i') && neighbour?.capital === true;
};
