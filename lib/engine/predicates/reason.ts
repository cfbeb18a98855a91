import { has, is, wordSet } from '../text/forms.ts';
import { getSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const WHO = wordSet('i we you they he she it our your the my that this');
const WILL = wordSet('will can could');
const CAUSES = wordSet('because since');
const ENDS = wordSet(
  'help check see look find make get confirm verify investigate track pull arrange discuss review sort fix resolve gather ' +
    'talk learn protect keep avoid prevent ensure assist locate identify understand confirm explore set change add',
);
/** Behind these "to" names a duty or a wish, no purpose: "you'll need to get in touch". */
const DUTIES = wordSet('need needs have has want wish like able going');
/** "That way", "this lets us". */
const MEANS = wordSet('way lets allows helps means');

/**
 * The sentence says what for: "because…", "so that I can check", "to find your order", "and we'll take a look", "that way we can…".
 */
export const givesReason: Predicate = (situation) => {
  const words = getSegment(situation);
  return words.some((word, index) => {
    const next = words[index + 1];
    if (has(word, CAUSES)) return index + 2 < words.length;
    if (is(word, 'so')) return has(next, WHO);
    if (is(word, 'order')) return is(words[index - 1], 'in') && (is(next, 'to') || is(next, 'for'));
    if (is(word, 'to'))
      return (
        index > 0 &&
        !has(words[index - 1], DUTIES) &&
        (has(next, ENDS) || (is(words[index - 1], 'as') && is(words[index - 2], 'so')))
      );
    if (is(word, 'and'))
      return has(next, WHO) && !is(next, 'you') && words.slice(index + 2, index + 4).some((w) => has(w, WILL));
    return (is(word, 'that') || is(word, 'this')) && has(next, MEANS);
  });
};
