/**
 * The text of a run of words with the marks that belong to it and are no part of any word: a currency sign before the
 * first, a percent sign or the dot of an abbreviation after the last, quotes and brackets that it opens or closes.
 */

const MONEY = /[£$€₹¥]$/;
const UNIT = /^(?:\s?%|\s?°)/;
const CLOSERS = new Map([
  ['"', '"'],
  ['”', '“'],
  ['»', '«'],
  [')', '('],
  [']', '['],
]);
const OPENERS = new Map([...CLOSERS].map(([closer, opener]) => [opener, closer]));
/** "9 a.m", "etc": with these the dot is a part of the word, though it may end the sentence too. */
const ABBREVIATION = /(?:^|[^\p{L}.])(?:(?:\p{L}\.)+\p{L}|etc|approx|inc|ltd|incl)$/iu;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Whether every quote and bracket of the text has its other half in it. */
export function isBalanced(text: string): boolean {
  // Half of a pair of Markdown's marks would change the look of all that follows.
  if (count(text, '**') % 2 === 1 || count(text, '`') % 2 === 1) return false;
  return [...CLOSERS].every(([closer, opener]) =>
    opener === closer ? count(text, closer) % 2 === 0 : count(text, closer) === count(text, opener),
  );
}

/** The end of a run that starts at `start`, given the end of its last word. */
export function findRunEnd(text: string, start: number, wordEnd: number): number {
  let end = wordEnd + (UNIT.exec(text.slice(wordEnd, wordEnd + 2))?.[0].length ?? 0);
  if (text[end] === '.' && ABBREVIATION.test(text.slice(start, end))) end++;
  for (let opener = CLOSERS.get(text[end] ?? ''); opener; opener = CLOSERS.get(text[end] ?? '')) {
    const own = text.slice(start, end);
    const open =
      opener === text[end] ? count(own, opener) % 2 === 1 : count(own, opener) > count(own, text[end] as string);
    if (!open) break;
    end++;
  }
  return end;
}

/** The start of a run whose first word starts at `wordStart`, given the end of its last word. */
export function findRunStart(text: string, wordStart: number, wordEnd: number): number {
  let start = MONEY.test(text.slice(0, wordStart)) ? wordStart - 1 : wordStart;
  const closer = OPENERS.get(text[start - 1] ?? '');
  if (closer && text.slice(start, findRunEnd(text, start - 1, wordEnd)).includes(closer)) start--;
  return start;
}
