import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const STEPS = wordSet('steps how instructions');

/** The sentence is a step of an instruction: on a numbered or bulleted line, or after "here are the steps". */
export const isStep: Predicate = ({ sentence, words, hit }) =>
  sentence.item ||
  (words[0]?.forms.includes('here') === true && words.slice(1, hit.from).some((word) => has(word, STEPS)));
