import { has, wordSet } from '../text/forms.ts';
import type { Predicate } from './types.ts';

const REPORTERS = wordSet('you he she they customer client guest message email photo screenshot page site note it');
const SAYING = wordSet(
  'mention mentioned say said saying says write wrote written tell told report reported explain explained describe ' +
    'described ask asked note noted think thought wondering wondered',
);
const SORRY = wordSet('sorry hear read see understand know realise realize appreciate gather');
/** Nobody has said it yet: "tell me if you can say whether…". */
const ASKED = wordSet('can could would to');
const YOU = wordSet('you your');
const BEING = wordSet('are were');
const OURS = wordSet('i we');
const PROMISES = wordSet('will shall');
/** "You're right that it isn't there": what they wrote, granted. */
const GRANTED = wordSet('right correct');
const TURNS = wordSet('but however although though yet so');

/**
 * The words are somebody else's, told again: "You mentioned you can't log in", "I'm sorry that you couldn't get in",
 * "I see you were unable to pay".
 */
export const isReported: Predicate = ({ words, hit }) => {
  for (let index = 0; index < hit.from; index++) {
    if (turnsBefore(index)) continue;
    if (
      has(words[index], SAYING) &&
      !has(words[index - 1], ASKED) &&
      words.slice(Math.max(0, index - 3), index).some((w) => has(w, REPORTERS))
    ) {
      return true;
    }
    if (has(words[index], GRANTED) && has(words[index - 1], BEING) && has(words[index - 2], YOU)) return true;
    if (has(words[index], SORRY) && speaksOfCustomer(index)) return true;
  }
  return false;

  /** The report is over before the hit: "You wrote about the fee, but we can't…". */
  function turnsBefore(index: number): boolean {
    return words
      .slice(index + 1, hit.from + 1)
      .some(
        (word, at) =>
          word.limit || has(word, TURNS) || (word.comma && has(word, OURS)) || promisesAfter(index + 1 + at),
      );
  }

  /** "We appreciate your feedback and (we) will pass it on". */
  function promisesAfter(index: number): boolean {
    if (!words[index]?.forms.includes('and')) return false;
    return has(words[index + 1], PROMISES) || (has(words[index + 1], OURS) && has(words[index + 2], PROMISES));
  }

  function speaksOfCustomer(index: number): boolean {
    // "Sorry, you can't" refuses; "sorry you can't" is sorry for it.
    if (words[index]?.forms.includes('sorry') && words[index + 1]?.comma) return false;
    // "We hear you" is no report.
    if (words[index]?.forms.includes('hear') && has(words[index - 1], OURS)) return false;
    const next = words[index + 1]?.forms.includes('that') ? index + 2 : index + 1;
    const reach = words.slice(next, Math.max(next, hit.from + 1)).slice(0, 4);
    return !reach.some((word) => has(word, OURS)) && reach.slice(0, 3).some((word) => has(word, YOU));
  }
};
