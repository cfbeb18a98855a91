import type { CompiledPack, CompiledRule } from '../pack.ts';
import { compileLater, type Lists } from '../phrase/automaton.ts';
import type { Match } from '../phrase/run.ts';
import type { PhraseNode } from '../phrase/syntax.ts';
import { createWordIndex, type IndexedPhrase } from '../phrase/word-index.ts';
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
  const chosen = new Set(rules.map((rule) => rule.id));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const indexes = packs.map((pack) => {
    const lists: Lists = new Map<string, PhraseNode>(Object.entries(pack.lists));
    const phrases: IndexedPhrase<LiveRule>[] = pack.rules
      .filter((rule) => chosen.has(rule.id))
      .flatMap((rule) => {
        const own = byId.get(rule.id) as CompiledRule;
        const owner = { rule: own, judge: createExceptions(own, lists) };
        return rule.phrases.map((phrase) => ({ phrase, automaton: compileLater(phrase, lists), owner }));
      });
    return createWordIndex(phrases, lists);
  });

  return (sentence) => {
    const hits: { live: LiveRule; match: Match }[] = [];
    for (const index of indexes) index.search(sentence.words, (live, match) => hits.push({ live, match }));
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
