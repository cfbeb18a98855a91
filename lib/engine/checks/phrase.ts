import { type CompiledPack, type CompiledRule, getLists } from '../pack.ts';
import type { Match } from '../phrase/run.ts';
import { createWordIndex } from '../phrase/word-index.ts';
import type { Situation } from '../predicates/types.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { createExceptions, type SentenceSituation, type Verdict } from './exceptions.ts';
import { resolveOverlaps } from './overlaps.ts';

export interface PhraseHit {
  rule: CompiledRule;
  span: Span;
  tentative: boolean;
  /** How many words were met, the marked ones and those around them. */
  reach?: number;
}

interface LiveRule {
  rule: CompiledRule;
  judge: (situation: Situation) => Verdict;
}

/**
 * The phrase check of a set of rules: one pass over the word index, then each hit's own exceptions.
 */
export function createPhraseCheck(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: SentenceSituation) => PhraseHit[] {
  const lists = getLists(packs);
  const index = createWordIndex(
    rules.flatMap((rule) => {
      const own = lists(rule.category);
      const owner: LiveRule = { rule, judge: createExceptions(rule, own) };
      return rule.phrases.map((phrase) => ({ phrase, lists: own, owner }));
    }),
  );

  return (sentence) => {
    const hits: { live: LiveRule; match: Match }[] = [];
    index.search(sentence.words, (live, match) => hits.push({ live, match }));
    if (hits.length === 0) return [];
    const standing = hits.flatMap(({ live, match }): PhraseHit[] => {
      const verdict = live.judge({ ...sentence, hit: match });
      if (verdict === 'silenced') return [];
      const tentative = verdict === 'tentative';
      return [{ rule: live.rule, span: toSpan(sentence, match), tentative, reach: match.to - match.from }];
    });
    return resolveOverlaps(standing);
  };
}

/** The marked words, without the comma or stop that follows them; "re-enable" is marked whole. */
function toSpan({ text, words }: SentenceSituation, match: Match): Span {
  let to = match.markTo;
  while (
    words[to] &&
    (words[to] as Word).start === (words[to - 1] as Word).end + 1 &&
    isJoined(text, words[to] as Word)
  )
    to++;
  return { start: (words[match.markFrom] as Word).start, end: (words[to - 1] as Word).end };
}

function isJoined(text: string, word: Word): boolean {
  return text[word.start - 1] === '-';
}
