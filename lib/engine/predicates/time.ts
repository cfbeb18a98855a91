import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { getSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const DAYS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday tue tues thu thurs fri today tonight tomorrow ' +
    'noon midnight lunchtime midday weekend christmas easter',
);
const MONTHS = wordSet(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep ' +
    'sept oct nov dec may',
);
const UNITS = wordSet(
  'second seconds minute minutes min mins hour hours hr hrs day days week weeks month months year years',
);
const HALVES = wordSet('am pm');
const HALF_LETTERS = wordSet('a p');
const PARTS = wordSet('morning afternoon evening week month');
const POINTERS = wordSet('this next tomorrow same');
const BETWEEN = wordSet('to or and business working calendar more full');
const NUMBERS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty sixty ninety',
);
/** What stands before a time: "by {date}", "within {{hours}}". */
const LEADS = wordSet('by within in before on at until');
const THANKS = wordSet('thank thanks');
const NUMBER = /^\d{1,4}(?:st|nd|rd|th)?$/;
const CLOCK = /^(?:\d{1,2}(?:[:.]\d{2})?(?:am|pm|h)|\d{1,3}(?:hrs?|mins?|days?))$/;

/**
 * The sentence names a time that can be kept: a clock, a weekday, a date, "today", "within 2 hours", "3 to 5 working days". "Soon" and
 * "a few days" are none.
 */
export const namesTime: Predicate = (situation) => {
  const words = getSegment(situation);
  const { text } = situation;
  const isThanks = words.slice(0, 3).some((word) => has(word, THANKS));
  return words.some((word, index) => {
    const form = word.forms[0] ?? '';
    // "Thank you for reaching out today" promises nothing.
    if (has(word, DAYS)) return !(isThanks && form === 'today');
    if (CLOCK.test(form)) return true;
    // A help desk fills "by {date}" in before it sends, and an agent "by [by when]".
    if (has(word, LEADS) && /^\s{0,2}[[{]/.test(text.slice(word.end, word.end + 3))) return true;
    if (has(word, MONTHS)) return isNumber(words[index - 1]) || isNumber(words[index + 1]);
    if (has(word, PARTS))
      return has(words[index - 1], POINTERS) || (is(words[index - 2], 'end') && !isOf(words, index));
    if (!isNumber(word)) return false;
    return isHalf(words, index + 1) || isClock(words, index) || has(words[skipRange(words, index + 1)], UNITS);
  });
};

/** "pm", or "p.m." */
function isHalf(words: readonly Word[], at: number): boolean {
  return has(words[at], HALVES) || (has(words[at], HALF_LETTERS) && is(words[at + 1], 'm'));
}

function isNumber(word: Word | undefined): boolean {
  return has(word, NUMBERS) || NUMBER.test(word?.forms[0] ?? '');
}

/** "By the end of the week" names one; "at the end of a month" none. */
function isOf(words: readonly Word[], index: number): boolean {
  return is(words[index - 1], 'a');
}

/** "16:00", of which each half is a word. */
function isClock(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  const [hour, minutes] = [word?.forms[0] ?? '', next?.forms[0] ?? ''];
  return next?.start === (word?.end ?? 0) + 1 && /^(?:[01]?\d|2[0-3])$/.test(hour) && /^[0-5]\d$/.test(minutes);
}

/** Behind the rest of a range: "3 | to 5 working days". */
function skipRange(words: readonly Word[], from: number): number {
  let at = from;
  while (at < from + 4 && (has(words[at], BETWEEN) || isNumber(words[at]))) at++;
  return at;
}
