import { hasForm, type Predicate, wordSet } from './types.ts';

const OPENERS = wordSet('if when whenever whether unless once while where wherever');
const SHOULD = wordSet('should');
const CASE = wordSet('case');
const YOU = wordSet('you your it the this');

/** The hit stands inside a conditional clause: "If you can't find it", "in case it isn't there", "should you not…". */
export const isConditional: Predicate = ({ words, hit }) => {
  for (let index = hit.from; index >= 0; index--) {
    const word = words[index];
    if (index < hit.from) {
      if (hasForm(word, OPENERS)) return true;
      if (hasForm(word, CASE) && words[index - 1]?.forms.includes('in')) return true;
      if (hasForm(word, SHOULD) && hasForm(words[index + 1], YOU) && (index === 0 || words[index]?.comma)) return true;
    }
    if (word?.comma || word?.limit) return false;
  }
  return false;
};
