import type { CompiledPack, CompiledRule } from '../pack.ts';
import { type Automaton, compilePhrase, type Lists, type Match, runFrom } from '../phrase/automaton.ts';
import type { PhraseNode } from '../phrase/syntax.ts';
import { createWordIndex, type IndexedPhrase } from '../phrase/word-index.ts';
import { predicates } from '../predicates/index.ts';
import type { Predicate, Situation } from '../predicates/types.ts';
import type { Word } from '../text/words.ts';
import type { Span } from '../types.ts';
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
  predicates: Predicate[];
  exceptions: Automaton[];
}

export type SentenceSituation = Omit<Situation, 'hit'>;

/** Words that must follow a hit at the end of an unfinished sentence before it is certain. */
const WORDS_TO_BE_SURE = 2;

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
        const owner = toLive(byId.get(rule.id) as CompiledRule, lists);
        return rule.phrases.map((phrase) => ({ phrase, automaton: compilePhrase(phrase, lists), owner }));
      });
    return createWordIndex(phrases, lists);
  });

  return (sentence) => {
    const hits: { live: LiveRule; match: Match }[] = [];
    for (const index of indexes) index.search(sentence.words, (live, match) => hits.push({ live, match }));
    if (hits.length === 0) return [];
    const standing = hits.flatMap(({ live, match }): PhraseHit[] => {
      const situation: Situation = { ...sentence, hit: match };
      if (live.predicates.some((predicate) => predicate(situation))) return [];
      const verdict = judge(live.exceptions, situation);
      if (verdict === 'silenced') return [];
      const tentative = !sentence.sentence.closed && (verdict === 'open' || isUnsure(situation));
      return [{ rule: live.rule, span: toSpan(sentence, match), tentative, reach: match.to - match.from }];
    });
    return resolveOverlaps(standing);
  };
}

function toLive(rule: CompiledRule, lists: Lists): LiveRule {
  return {
    rule,
    predicates: rule.unless.flatMap((exception) => {
      if (!('predicate' in exception)) return [];
      const predicate = predicates[exception.predicate];
      return predicate ? [predicate] : [];
    }),
    exceptions: rule.unless.flatMap((exception) =>
      'phrase' in exception ? [compilePhrase(exception.phrase, lists)] : [],
    ),
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

/**
 * Whether an exception overlaps the hit, or could still do so when the sentence goes on.
 */
function judge(exceptions: readonly Automaton[], situation: Situation): 'silenced' | 'open' | 'none' {
  const { words, hit } = situation;
  const complete = countComplete(situation);
  let open = false;
  for (const exception of exceptions) {
    for (let start = 0; start < hit.to; start++) {
      const { match } = runFrom(exception, words, start);
      if (match && match.to > hit.from && match.from < hit.to) return 'silenced';
      if (!open && runFrom(exception, words, start, complete).open >= hit.to) open = true;
    }
  }
  return open ? 'open' : 'none';
}

/** How many words are certainly whole: the one being typed at the very end is not. */
function countComplete({ text, words, sentence }: SentenceSituation): number {
  const last = words.at(-1);
  return last && last.end >= text.length && !sentence.spaced
    ? words.findIndex((word) => word.start === last.start)
    : words.length;
}

/** Too little follows the hit, in a sentence still being written, to be sure of it. */
function isUnsure(situation: Situation): boolean {
  const { text, words, hit } = situation;
  const after = text.slice((words[hit.to - 1] as Word).end).trimStart();
  if (after !== '' && ',;:—–'.includes(after[0] as string)) return false;
  return countComplete(situation) - hit.to < WORDS_TO_BE_SURE;
}
