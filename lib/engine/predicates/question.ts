import { has, wordSet } from '../text/forms.ts';
import { findSubject } from './clause.ts';
import type { Predicate, Situation } from './types.ts';

const AUXILIARIES = wordSet(
  'can could will would shall should do does did is are am was were have has had may might must',
);
/** No statement opens with these, save one without its subject ("Is not available"). */
const ASKERS = wordSet('is are was were does did has');
const ASKING = wordSet('what which who whom whose when where why how');
const SUBJECTS = wordSet('i you he she it we they this that these those there anyone anything someone your the my our');

const TURNS = wordSet('but however');
/** "Should you wish to dispute this, …" is a condition once it has come to its full stop. */
const CONDITION = wordSet('should');

/** A tag ("…, did we?") asks of the hit itself. */
const SHORTEST_OWN_QUESTION = 4;

/** The sentence asks: it ends in a question mark, and not only behind the hit, or opens as a question does ("Can't you see…", "Is it that…"). */
export const isQuestion: Predicate = (situation) => {
  const { text, sentence, words } = situation;
  const written = text
    .slice(sentence.start, sentence.end)
    .trimEnd()
    .replace(/(?:["'”’)\]\s]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+$/u, '');
  if (written.endsWith('?')) return opensAsQuestion(words) || !isToldFirst(situation);
  return opensAsQuestion(words) && !(has(words[0], CONDITION) && written.endsWith('.'));
};

/** "We have no blue one left, would the red one do?": what our side tells comes first, the question after it. */
function isToldFirst(situation: Situation): boolean {
  const { words, hit } = situation;
  if (findSubject(situation) !== 'we') return false;
  const asks = words.findIndex(
    (word, index) =>
      index >= hit.to && (has(word, TURNS) || (word.comma && (has(word, AUXILIARIES) || has(word, ASKING)))),
  );
  return asks > 0 && words.length - asks >= SHORTEST_OWN_QUESTION;
}

function opensAsQuestion(words: Situation['words']): boolean {
  const lead = has(words[0], ASKING) ? 1 : 0;
  if (!has(words[lead], AUXILIARIES)) return false;
  if (has(words[lead], ASKERS) && words[lead + 1] !== undefined && !words[lead + 1]?.forms.includes('not')) return true;
  const negated = words[lead + 1]?.forms.includes('not') ? 1 : 0;
  return has(words[lead + 1 + negated], SUBJECTS);
}
