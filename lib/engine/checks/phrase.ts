import { type CompiledPack, type CompiledPattern, type CompiledRule, getLists } from '../pack.ts';
import type { Match } from '../phrase/run.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
import { createJudge, type Judge, type SentenceSituation } from './exceptions.ts';
import { indexRules } from './index-rules.ts';
import { createSignSearch } from './signs.ts';
import { findInWhole } from './whole.ts';

export interface PhraseHit {
  rule: CompiledRule;
  span: Span;
  tentative: boolean;
  /** How many words were met, the marked ones and those around them. */
  reach?: number;
  /** Asks the sentences around it, where the rule wants to know. */
  judgeAround?: Judge['judgeAround'];
  phrase?: string | undefined;
  instead?: string[] | undefined;
  /** The sentence after it, still to be written, may clear it. */
  mayClearNext?: true;
}

/** A rule that met something, before its exceptions have judged. */
export interface Met {
  rule: CompiledRule;
  judge: Judge;
  /** The index of its phrase, or of its pattern; -1 for the sentence as a whole. */
  by: number;
  /** As the rule's file has it; see `Finding`. */
  phrase?: string | undefined;
  /** What to say in its place. */
  instead?: string[] | undefined;
  span: Span;
  /** The words that were met. */
  hit: { from: number; to: number };
}

/** What one pass over the word index finds in a sentence. */
export interface Found<One> {
  found: One[];
  /** Patterns that may have something to say: the grammar is to be asked. */
  patterns: ReadonlySet<CompiledPattern>;
}

export interface PhraseSearch<One> {
  find(sentence: SentenceSituation): Found<One>;
  /** Makes ready, one step more, for the first sentence; false when there is nothing left to do. */
  prepare(): boolean;
}

/** Finds everything that the phrases of these rules meet. */
export function createPhraseMatcher(packs: readonly CompiledPack[], rules: readonly CompiledRule[]): PhraseSearch<Met> {
  const lists = getLists(packs);
  const index = indexRules<{ rule: CompiledRule; by: number } | { pattern: CompiledPattern }>(packs, rules, {
    phrase: (rule, by) => ({ rule, by }),
    pattern: (pattern) => ({ pattern }),
  });
  const findSigned = createSignSearch(rules);
  const ofWhole = rules.filter((rule) => rule.sentence);
  // Made when the rule first meets something: most never do.
  const judges = new Map<CompiledRule, Judge>();
  const getJudge = (rule: CompiledRule): Judge => {
    const judge = judges.get(rule) ?? createJudge(rule, lists(rule.category));
    judges.set(rule, judge);
    return judge;
  };
  return {
    prepare: index.prepare,
    find(sentence) {
      const found: Met[] = [];
      const patterns = new Set<CompiledPattern>(findSigned(sentence.text));
      index.search(sentence.words, (owner, hit) => {
        if ('pattern' in owner) patterns.add(owner.pattern);
        else {
          const { rule, by } = owner;
          const instead = rule.instead?.[by - rule.phrases.length + rule.instead.length];
          const phrase = rule.phrases[by];
          found.push({ ...owner, judge: getJudge(rule), span: toSpan(sentence, hit), hit, phrase, instead });
        }
      });
      for (const rule of ofWhole) {
        for (const hit of findInWhole(rule, sentence)) {
          const span = toSpan(sentence, { ...hit, markFrom: hit.from, markTo: hit.to });
          found.push({ rule, by: -1, judge: getJudge(rule), span, hit });
        }
      }
      return { found, patterns };
    },
  };
}

/**
 * The phrase check of a set of rules: what they meet, judged by each rule's own exceptions. Hits may overlap, and
 * those with `judgeAround` are still to be judged by the sentences around them.
 */
export function createPhraseCheck(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): PhraseSearch<PhraseHit> {
  const { find, prepare } = createPhraseMatcher(packs, rules);
  return {
    prepare,
    find(sentence) {
      const { found, patterns } = find(sentence);
      return { found: found.flatMap((met) => judgeHit(met, sentence, met.hit.to - met.hit.from)), patterns };
    },
  };
}

/** The hit, where its rule's exceptions let it stand. */
export function judgeHit(
  { rule, judge, span, hit, phrase, instead }: Met,
  sentence: SentenceSituation,
  reach?: number,
): PhraseHit[] {
  const verdict = judge.judge({ ...sentence, hit });
  if (verdict === 'silenced') return [];
  const { judgeAround } = judge;
  return [
    {
      ...{ rule, span, tentative: verdict === 'tentative', judgeAround, phrase, instead },
      ...(reach !== undefined && { reach }),
    },
  ];
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
