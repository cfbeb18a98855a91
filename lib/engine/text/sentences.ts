import type { Span } from '../types.ts';

/** A sentence, and whether it is finished: ended by a mark or by the end of its line. */
export interface Sentence extends Span {
  /** A mark ends it, so that no further word belongs to it. */
  closed: boolean;
  /** White space follows, so that its last word is whole. */
  spaced: boolean;
  /** It stands on a line that begins with a number, a dash or a bullet. */
  item: boolean;
}

/** After these a full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no nr vs approx eg ie e.g i.e a.m p.m am pm etc ext dept est min max inc ltd co fig ref tel'.split(
    ' ',
  ),
);
/** These may end one all the same, when a capital follows. */
const MAY_END = new Set('am pm a.m p.m etc inc ltd co min max'.split(' '));

/** No prose sentence is longer (UTF-16 units); a longer run of words is cut, so that its cost stays that of its length. */
const MAX_LENGTH = 1200;

/** The initials or the name with which an agent signs a short message: "^JK", "/RS", "~Kate". */
const INITIALS =
  /\s(?:\^\s?[A-Za-z]{1,5}|\/[A-Z]{1,3}|[~*][A-Z][a-z]+(?:\s[A-Z]\.?)?)(?=\s*(?:\d\/\d\s*)?(?:https?:\S+\s*)*$)/;

const ITEM = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 13 || code === 0x202f;
}

function endsByStop(text: string, lineStart: number, stop: number, next: number, end: number): boolean {
  let from = stop;
  while (from > lineStart && !isSpace(text.charCodeAt(from - 1)) && text[from - 1] !== '(') from--;
  const before = text.slice(from, stop).toLowerCase();
  const follower = text[next] ?? '';
  const capital = follower !== follower.toLowerCase();
  if (ABBREVIATIONS.has(before)) return next >= end || (MAY_END.has(before) && capital);
  // An initial ("J. Brown"), or the number of a list item ("1. Open Settings").
  if (before.length === 1 && /[a-z]/.test(before) && before !== 'i') return next >= end;
  return !(/^\d{1,2}$/.test(before) && from === lineStart);
}

/** Where the signing initials of a line begin, or -1. */
function findInitials(text: string, from: number, end: number): number {
  const tail = Math.max(from, end - 120);
  const at = text.slice(tail, end).search(INITIALS);
  return at < 0 ? -1 : tail + at;
}

function splitLine(text: string, start: number, end: number, sentences: Sentence[]): void {
  const marker = ITEM.exec(text.slice(start, Math.min(end, start + 12)));
  const item = marker !== null;
  let from = start + (marker?.[0].length ?? 0);
  const push = (to: number, closed: boolean) => {
    let head = from;
    let tail = to;
    while (head < tail && isSpace(text.charCodeAt(head))) head++;
    while (tail > head && isSpace(text.charCodeAt(tail - 1))) tail--;
    if (tail > head)
      sentences.push({
        start: head,
        end: tail,
        closed,
        spaced: tail < text.length && isSpace(text.charCodeAt(tail)),
        item,
      });
    from = to;
  };
  const signed = findInitials(text, from, end);
  for (let at = from; at < end; at++) {
    if (at === signed) push(at, true);
    const char = text[at] as string;
    if (char === ' ' && at - from > MAX_LENGTH) push(at, false);
    if (char !== '.' && char !== '!' && char !== '?' && char !== '…') continue;
    let last = at;
    while (last + 1 < end && '.!?…'.includes(text[last + 1] as string)) last++;
    let after = last + 1;
    while (after < end && '"\'”’)]'.includes(text[after] as string)) after++;
    let next = after;
    while (next < end && isSpace(text.charCodeAt(next))) next++;
    if (next === after && after < end) {
      at = last;
      continue;
    }
    if (char === '.' && last === at && !endsByStop(text, from, at, next, end)) continue;
    push(after, true);
    at = after - 1;
  }
  push(end, false);
}

/**
 * The sentences of a text, in order. A line break always ends one; abbreviations, initials and decimals do not.
 */
export function splitSentences(text: string, start = 0, end = text.length): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  while (from < end) {
    let to = text.indexOf('\n', from);
    if (to < 0 || to > end) to = end;
    splitLine(text, from, to, sentences);
    from = to + 1;
  }
  return sentences;
}
