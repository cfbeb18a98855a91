import { has, is, wordSet } from '../text/forms.ts';
import type { Sentence } from './clause.ts';
import { findGroup, skipAdverbs } from './group.ts';

/** Where a refusal stands that is to be turned in its place. */
export interface Refused {
  /** First word of the no, and the first word of what is refused. */
  from: number;
  to: number;
  /** Missing where no modal says it: "we don't remove". */
  can?: string;
  /** "We have no": what follows is what one does not have. */
  no?: boolean;
}

const BE = wordSet('is are am was were');
const HAVE = wordSet('have has');
const WAYS = wordSet('way option possibility chance means facility provision');
/** How far "way" may stand from "there". */
const REACH = 9;
/** Modals that speak of what is possible itself, which is no act of its own. */
const ABSTRACT = /possible|allowed|permitted|authori|entitled/;

/** The words of the no at the hit. */
export function findRefused(sentence: Sentence): Refused | undefined {
  const { words } = sentence;
  const way = findWay(sentence);
  if (way) return way;
  const group = findGroup(sentence);
  if (group?.can !== undefined && !group.state && !ABSTRACT.test(group.can)) {
    return { from: group.from, to: skipAdverbs(words, group.to), can: group.can.replace(/^'ll/, 'will') };
  }
  const works = group && is(words[skipAdverbs(words, group.to)], 'work');
  if (group && group.can === undefined && !group.verb && (works || is(words[group.from], 'do'))) {
    return { from: group.from, to: skipAdverbs(words, group.to) };
  }
  return findStanding(sentence);
}

/** "There is no way to merge them". */
function findWay({ words, hit }: Sentence): Refused | undefined {
  const there = words.findIndex((word, at) => at >= hit.from && at < hit.to && is(word, 'there'));
  if (there < 0) return undefined;
  const way = words.findIndex((word, at) => at > there && at < there + REACH && has(word, WAYS));
  return way > 0 && is(words[way + 1], 'to') ? { from: there, to: way + 2, can: 'we can' } : undefined;
}

/** "Is not refundable", "are non-refundable", "could not offer", "have no control". */
function findStanding({ words, hit }: Sentence): Refused | undefined {
  for (let at = hit.from; at < hit.to; at++) {
    const no = skipAdverbs(words, at + 1);
    if (has(words[at], HAVE) && is(words[no], 'no')) return { from: at, to: no + 1, no: true };
    if (is(words[at], 'could') && is(words[no], 'not'))
      return { from: at, to: skipAdverbs(words, no + 1), can: 'could' };
    if (!has(words[at], BE)) continue;
    const can = words[at]?.forms.find((form) => BE.has(form)) ?? '';
    if (is(words[no], 'no') && is(words[no + 1], 'longer')) return { from: at, to: no + 2, can };
    if (is(words[no], 'non') || is(words[no], 'not')) return { from: at, to: skipAdverbs(words, no + 1), can };
  }
  return undefined;
}
