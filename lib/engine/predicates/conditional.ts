import { has, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Predicate } from './types.ts';

const OPENERS = wordSet('if when whenever whether unless once where wherever');
const SHOULD = wordSet('should');
const CASE = wordSet('case');
const TURNS = wordSet('but however');
const OURS = wordSet('i we you it');
const FINITE = wordSet('is are was were has have been does did bought paid');
const THEN = wordSet('then');
const SUBJECTS = wordSet('it its the that this you we i they he she there your our');
const YOU = wordSet('you your it the this');

/** The hit stands inside a conditional clause: "If you can't find it", "in case it isn't there", "should you not…". */
export const isConditional: Predicate = ({ words, hit }) => {
  for (let index = hit.from; index >= 0; index--) {
    const word = words[index];
    if (index < hit.from) {
      if (has(word, OPENERS)) return !isMainClause(words, index, hit.from);
      if (has(word, CASE) && words[index - 1]?.forms.includes('in')) return true;
      if (has(word, SHOULD) && has(words[index + 1], YOU) && (index === 0 || words[index]?.comma)) return true;
    }
    if (word?.comma || word?.limit || has(word, TURNS)) return false;
    if (has(word, THEN) && words.slice(index + 1, index + 3).some((next) => has(next, SUBJECTS))) return false;
  }
  return false;
};

/** The condition is over, though no comma says so: "Once a plan is deleted you can't get it back". */
function isMainClause(words: readonly Word[], opener: number, hit: number): boolean {
  return (
    has(words[hit], OURS) &&
    words.slice(opener + 2, hit).some((word) => has(word, FINITE) || isPast(word.forms[0] ?? ''))
  );
}

function isPast(form: string): boolean {
  return form.length > 5 && form.endsWith('ed');
}
