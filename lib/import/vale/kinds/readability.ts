import { createDraft, type Kind, loseAll, writeLongSentence } from '../draft.ts';

/** Of plain English prose; Flesch and Kincaid's grade of a text grows by these. */
const SYLLABLES_PER_WORD = 1.5;
const PER_WORD = 0.39;
const PER_SYLLABLE = 11.8;
const BASE = 15.59;

/**
 * The grade of a text. A reply is too short for one: its sentences are held to twice the length that a text of this grade has on
 * average, by Flesch and Kincaid's formula (1975) with 1.5 syllables a word.
 */
export const readReadability: Kind = ({ grade }) => {
  if (grade === undefined) return loseAll('grade', 'it names no grade');
  const average = (grade + BASE - PER_SYLLABLE * SYLLABLES_PER_WORD) / PER_WORD;
  const words = Math.round(average * 2);
  if (words < 5 || words > 200) return loseAll(`grade: ${grade}`, 'no length of a sentence answers to this grade');
  const draft = createDraft(1);
  draft.sentence = { 'longer-than': words };
  draft.sentences.push(writeLongSentence(words));
  draft.changed.push({
    what: `grade: ${grade}`,
    why: `a reply is too short for a grade; it flags sentences of more than ${words} words, twice the average of that grade`,
  });
  return draft;
};
