import { has, wordSet } from '../text/forms.ts';
import { findSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const ACTING = wordSet('will who is has from in can and');
const PROMISING = wordSet('will is has who');
const NO_NAMES = wordSet(
  'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december dm pm am',
);

/** Somebody with a name takes it on: "Priya will ring you", "I've passed it to Dan, who is changing the mix". */
export const hasNamedOwner: Predicate = (situation) => {
  const { text, words } = situation;
  const { from, to } = findSegment(situation);
  return words.slice(from, to).some((word, index) => {
    if (!word.capital || has(word, NO_NAMES) || isShouted(text.slice(word.start, word.end))) return false;
    const next = words[from + index + 1];
    return (
      has(next, from + index === 0 ? PROMISING : ACTING) &&
      word.start !== next?.start &&
      isName(text, word.start, from + index)
    );
  });
};

/** An acronym is nobody: "IT will call". */
function isShouted(written: string): boolean {
  return written === written.toUpperCase();
}

const OPENERS = wordSet(
  'the this that it he she they we you our your there which what who someone somebody everyone one',
);

function isName(text: string, start: number, index: number): boolean {
  if (index > 0) return true;
  const [first = ''] = text.slice(start).split(/[^\p{L}]/u);
  return first.length > 2 && !OPENERS.has(first.toLowerCase());
}
