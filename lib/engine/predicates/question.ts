import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const AUXILIARIES = wordSet(
  'can could will would shall should do does did is are am was were have has had may might must',
);
/** No statement opens with these, save one without its subject ("Is not available"). */
const ASKERS = wordSet('is are was were does did has');
const ASKING = wordSet('what which who whom whose when where why how');
const SUBJECTS = wordSet('i you he she it we they this that these those there anyone anything someone your the my our');

/** The sentence asks: it ends in a question mark, or opens as a question does ("Can't you see…", "Is it that…"). */
export const isQuestion: Predicate = ({ text, sentence, words }) => {
  if (
    text
      .slice(sentence.start, sentence.end)
      .trimEnd()
      .replace(/["'”’)\]]+$/, '')
      .endsWith('?')
  )
    return true;
  const lead = has(words[0], ASKING) ? 1 : 0;
  if (!has(words[lead], AUXILIARIES)) return false;
  if (has(words[lead], ASKERS) && words[lead + 1] !== undefined && !words[lead + 1]?.forms.includes('not')) return true;
  const negated = words[lead + 1]?.forms.includes('not') ? 1 : 0;
  return has(words[lead + 1 + negated], SUBJECTS);
};
