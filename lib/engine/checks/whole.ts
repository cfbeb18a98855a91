import type { CompiledRule } from '../pack.ts';
import type { Word } from '../text/words.ts';
import type { SentenceSituation } from './exceptions.ts';

type Hit = { from: number; to: number };

const SMALL = /^\p{Ll}(?!\p{Lu})/u;
const LETTERS = /\p{L}/u;

/** What a rule says of a sentence as a whole: too many words, a word twice running, a small letter at its start. */
export function findInWhole({ sentence: asked }: CompiledRule, { text, words, sentence }: SentenceSituation): Hit[] {
  const hits: Hit[] = [];
  if (!asked) return hits;
  const { longerThan = Number.POSITIVE_INFINITY, doubled, startsSmall } = asked;
  let count = 0;
  let before: Word | undefined;
  for (const [at, word] of words.entries()) {
    // The second part of a contraction.
    if (word.start === before?.start) continue;
    // The word at which it grows too long, so that other marks of the pack keep their room.
    if (++count === longerThan + 1) hits.push({ from: at, to: at + 1 });
    if (doubled && before && isSame(before, word, text)) hits.push({ from: at - 1, to: at + 1 });
    before = word;
  }
  const first = words[0];
  if (startsSmall && first && !first.opaque && !sentence.item && SMALL.test(text) && first.start === 0)
    hits.push({ from: 0, to: 1 });
  return hits;
}

function isSame(a: Word, b: Word, text: string): boolean {
  const form = a.forms[0];
  return form !== undefined && form === b.forms[0] && LETTERS.test(form) && /^\s+$/.test(text.slice(a.end, b.start));
}
