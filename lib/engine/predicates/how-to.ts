import { has, is, wordSet } from '../text/forms.ts';
import { isStep } from './step.ts';
import type { Predicate } from './types.ts';

const LEADS = wordSet('please then first next now and so also finally once just simply');
const ACTS = wordSet(
  'click tap press open select choose go navigate scroll type enter sign log restart reboot unplug plug turn switch hold ' +
    'download install uninstall paste drag swipe toggle tick untick expand launch clear reset refresh reinstall',
);
const ASKED =
  /\bhow (?:do|can|could|to|would|should)\b|\bwhere (?:do|can) i\b|\b(?:what|which) steps\b|\bwalk me through\b/i;
const MENU = /\S\s*(?:>|→|»)\s*[A-Z]/;

/**
 * The sentence tells how something is done: a step, an instruction ("Open Settings, then…"), a path through a menu, a purpose first
 * ("To change it, you need to…"), or the answer to a customer who asked how.
 */
export const isHowTo: Predicate = (situation) => {
  const { text, words, hit, context } = situation;
  if (isStep(situation) || MENU.test(text)) return true;
  const first = words.findIndex((word) => !has(word, LEADS));
  if (has(words[first], ACTS)) return true;
  if (is(words[first], 'to') && words.slice(first + 2, hit.from + 1).some((word) => word.comma)) return true;
  return context.customer !== undefined && ASKED.test(context.customer);
};
