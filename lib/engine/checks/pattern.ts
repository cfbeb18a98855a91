import nlp from 'compromise';
import { type CompiledPack, type CompiledPattern, type CompiledRule, getLists } from '../pack.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { createCandidates } from './candidates.ts';
import { createJudge, type SentenceSituation } from './exceptions.ts';
import { judgeHit, type Met, type PhraseHit } from './phrase.ts';
import { type Budget, createBudget, createRegexSearch } from './regex.ts';

interface Term {
  /** Empty for the second part of a contraction, which lies at the contraction's end. */
  text: string;
  offset: { start: number; length: number };
}

/** The spans of a sentence that a pattern marks. `parse` gives the sentence as compromise takes it apart, once. */
type Search = (sentence: SentenceSituation, parse: () => ReturnType<typeof nlp>, budget: Budget) => Span[];

/**
 * Finds what the patterns of these rules meet: compromise match syntax or a regular expression, asked only of sentences
 * that hold what opens the pattern. A capture named `mark` is what is marked; without one, the whole match is.
 */
export function createPatternMatcher(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: SentenceSituation) => Met[] {
  const lists = getLists(packs);
  const patterns = rules.flatMap((rule) => {
    if (rule.patterns.length === 0) return [];
    const judge = createJudge(rule, lists(rule.category));
    return rule.patterns.map((pattern, by) => ({ rule, judge, by, pattern, search: createSearch(pattern) }));
  });
  const findCandidates = createCandidates(packs, rules);

  return (sentence) => {
    const { words } = sentence;
    const met = findCandidates(sentence);
    const candidates = patterns.filter(({ pattern }) => met.has(pattern));
    if (candidates.length === 0) return [];
    const budget = createBudget();
    let doc: ReturnType<typeof nlp> | undefined;
    const parse = () => {
      doc ??= nlp(sentence.text);
      return doc;
    };
    return candidates.flatMap(({ rule, judge, by, search, pattern }) =>
      search(sentence, parse, budget).flatMap((span): Met[] => {
        const hit = findWords(words, span);
        return hit ? [{ rule, judge, by, span, hit, phrase: nameWords(pattern), instead: pattern.instead }] : [];
      }),
    );
  };
}

function createSearch(pattern: CompiledPattern): Search {
  const { regex, match } = pattern;
  if (regex !== undefined) {
    const find = createRegexSearch({ ...pattern, regex });
    return ({ text, words }, _, budget) => {
      const opaque = words.filter((word) => word.opaque);
      return find(text, budget).filter(
        ({ start, end }) => !opaque.some((word) => word.start < end && start < word.end),
      );
    };
  }
  const net = nlp.parseMatch(match ?? '');
  return ({ words }, parse) => {
    const met = parse().match(net);
    const captures = met.groups() as Record<string, typeof met>;
    const marked = (captures.mark ?? met).json({ offset: true }) as { terms: Term[] }[];
    return marked.flatMap(({ terms }) => toSpan(terms, words) ?? []);
  };
}

/** The phrases that open the pattern; without any, the expression itself. */
function nameWords({ words, regex, match }: CompiledPattern): string | undefined {
  return words.join(' | ') || (regex ?? match);
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

/** The words of a span; of one that holds signs alone, the word before it or the one after. */
function findWords(words: readonly Word[], span: Span): { from: number; to: number } | undefined {
  const from = words.findIndex((word) => word.end > span.start);
  const to = words.findLastIndex((word) => word.start < span.end) + 1;
  if (from >= 0 && to > from) return { from, to };
  const beside = Math.max(0, to - 1);
  return words[beside] && { from: beside, to: beside + 1 };
}
