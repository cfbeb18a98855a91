import type { Predicate } from './types.ts';

/** The hit stands between quotation marks: somebody's words, a label, a title. */
export const isQuoted: Predicate = ({ text, sentence, words, hit }) => {
  const before = text.slice(sentence.start, words[hit.from]?.start);
  const after = text.slice(words[hit.to - 1]?.end, sentence.end);
  const straight = before.split('"').length - 1;
  if (straight % 2 === 1) return true;
  const curly = before.split('“').length - before.split('”').length;
  return curly > 0 && after.includes('”');
};
