import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const GREETINGS = wordSet('hi hello hey dear morning afternoon evening greetings hiya good');
const CLOSINGS = wordSet(
  'regards wishes sincerely faithfully best kind kindest warm warmly warmest cheers thanks yours cordially respectfully',
);
const SHORT = 7;

/** The whole sentence greets or signs off: "Dear Ms Just,", "Kind regards, Tom". */
export const isGreeting: Predicate = ({ words }) =>
  words.length > 0 &&
  words.length <= SHORT &&
  (has(words[0], GREETINGS) ||
    words.slice(0, 3).every((word, index) => has(word, CLOSINGS) || (index > 0 && word.capital)));
