import { type CompiledPack, type CompiledRule, getLists } from '../pack.ts';
import type { Match } from '../phrase/run.ts';
import { createWordIndex } from '../phrase/word-index.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { createJudge, type Judge, type SentenceSituation } from './exceptions.ts';

export interface PhraseHit {
  rule: CompiledRule;
  span: Span;
  tentative: boolean;
  /** How many words were met, the marked ones and those around them. */
  reach?: number;
  /** Asks the sentences around it, where the rule wants to know. */
  judgeAround?: Judge['judgeAround'];
  /** The sentence after it, still to be written, may clear it. */
  mayClearNext?: true;
}

interface LiveRule {
  rule: CompiledRule;
  judge: Judge;
}

/**
 * The phrase check of a set of rules: one pass over the word index, then each hit's own exceptions. Hits may overlap, and
 * those with `judgeAround` are still to be judged by the sentences around them.
 */
export function createPhraseCheck(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: SentenceSituation) => PhraseHit[] {
  const lists = getLists(packs);
  const index = createWordIndex(
    rules.flatMap((rule) => {
      const own = lists(rule.category);
      const owner: LiveRule = { rule, judge: createJudge(rule, own) };
      return rule.phrases.map((phrase) => ({ phrase, lists: own, owner }));
    }),
  );

  return (sentence) => {
    const hits: { live: LiveRule; match: Match }[] = [];
    index.search(sentence.words, (live, match) => hits.push({ live, match }));
    if (hits.length === 0) return [];
    return hits.flatMap(({ live: { rule, judge }, match }): PhraseHit[] => {
      const verdict = judge.judge({ ...sentence, hit: match });
      if (verdict === 'silenced') return [];
      const reach = match.to - match.from;
      const { judgeAround } = judge;
      return [{ rule, span: toSpan(sentence, match), tentative: verdict === 'tentative', reach, judgeAround }];
    });
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
