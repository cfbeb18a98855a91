import nlp from 'compromise';
import { type CompiledPack, type CompiledRule, getLists } from '../pack.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { createCandidates } from './candidates.ts';
import { createJudge, type SentenceSituation } from './exceptions.ts';
import { judgeHit, type Met, type PhraseHit } from './phrase.ts';

interface Term {
  /** Empty for the second part of a contraction, which lies at the contraction's end. */
  text: string;
  offset: { start: number; length: number };
}

/**
 * Finds what the patterns of these rules meet: compromise match syntax, asked only of sentences that meet one of a pattern's
 * phrases. A capture named `mark` is what is marked; without one, the whole match is.
 */
export function createPatternMatcher(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: SentenceSituation) => Met[] {
  const lists = getLists(packs);
  const patterns = rules.flatMap((rule) => {
    if (rule.patterns.length === 0) return [];
    const judge = createJudge(rule, lists(rule.category));
    return rule.patterns.map((pattern, by) => ({ rule, judge, by, pattern, net: nlp.parseMatch(pattern.match) }));
  });
  const findCandidates = createCandidates(packs, rules);

  return (sentence) => {
    const { words } = sentence;
    const met = findCandidates(words);
    const candidates = patterns.filter(({ pattern }) => met.has(pattern));
    if (candidates.length === 0) return [];
    const doc = nlp(sentence.text);
    return candidates.flatMap(({ rule, judge, by, net }) => {
      const match = doc.match(net);
      const captures = match.groups() as Record<string, typeof match>;
      const marked = (captures.mark ?? match).json({ offset: true }) as { terms: Term[] }[];
      return marked.flatMap(({ terms }): Met[] => {
        const span = toSpan(terms, words);
        const hit = span && findWords(words, span);
        return span && hit ? [{ rule, judge, by, span, hit }] : [];
      });
    });
  };
}

/** The pattern check of a set of rules: what they meet, judged by each rule's own exceptions. */
export function createPatternCheck(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: SentenceSituation) => PhraseHit[] {
  const findMet = createPatternMatcher(packs, rules);
  return (sentence) => findMet(sentence).flatMap((met) => judgeHit(met, sentence));
}

/** From the first marked term to the last; a contraction of which one part is marked is marked whole. */
function toSpan(terms: readonly Term[], words: readonly Word[]): Span | undefined {
  const first = terms[0];
  const last = terms.findLast((term) => term.text !== '') ?? first;
  if (!first || !last) return undefined;
  const { start } = first.offset;
  const host = first.text === '' ? words.find((word) => word.start < start && start <= word.end) : undefined;
  const end = Math.max(last.offset.start + last.text.length, host?.end ?? 0);
  return { start: host?.start ?? start, end };
}

function findWords(words: readonly Word[], span: Span): { from: number; to: number } | undefined {
  const from = words.findIndex((word) => word.end > span.start);
  const to = words.findLastIndex((word) => word.start < span.end) + 1;
  return from >= 0 && to > from ? { from, to } : undefined;
}
