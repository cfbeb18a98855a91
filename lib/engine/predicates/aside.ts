import type { Predicate } from './types.ts';

/** The hit stands in brackets, behind what the sentence has to say: "You can do it on your desk (it isn't in the app)". */
export const isAside: Predicate = ({ text, sentence, words, hit }) => {
  const at = words[hit.from]?.start;
  if (at === undefined) return false;
  const before = text.slice(sentence.start, at);
  const opened = before.lastIndexOf('(');
  return opened > before.lastIndexOf(')') && /[\p{L}\p{N}]\s*$/u.test(before.slice(0, opened));
};
