import type { Checker } from './checker.ts';
import { findNeighbours, toSituation } from './checks/around.ts';
import { createPatternMatcher } from './checks/pattern.ts';
import { createPhraseMatcher } from './checks/phrase.ts';
import { endsDraft, isQuotation } from './exclusions.ts';
import type { CompiledPack } from './pack.ts';
import type { Attempt } from './rewrite/rewriter.ts';
import { chooseRules, type ScannerOptions } from './scanner.ts';
import { splitSentences } from './text/sentences.ts';
import type { Context, Flag, Span } from './types.ts';

/** What a rule met in a sentence, and what became of it. */
export interface Explanation {
  ruleId: string;
  span: Span;
  /** The index of the phrase or pattern that met it; -1 for the sentence as a whole. */
  phrase?: number;
  pattern?: number;
  /** The index of the exception in `rule.unless` that silenced it. */
  silencedBy?: number;
  /** The rule whose flag stands in its place. */
  givesWayTo?: string;
  /** For a flag: its rewrites and those that were left out. */
  attempts?: Attempt[];
}

export interface ExplainedSentence {
  span: Span;
  matches: Explanation[];
}

/** Explains a text sentence by sentence; spans in UTF-16 units of the text. */
export type Explain = (text: string, context?: Context) => ExplainedSentence[];

/** Makes what tells why a checker of the same packs and options says what it says. Slower than the checker. */
export function createExplain(packs: readonly CompiledPack[], checker: Checker, options: ScannerOptions = {}): Explain {
  return (text, context = {}) => {
    const rules = chooseRules(packs, options, context.reader ?? 'public');
    const findPhrases = createPhraseMatcher(packs, rules);
    const findPatterns = createPatternMatcher(packs, rules);
    const flags = checker.check(text, context);
    const explained: ExplainedSentence[] = [];
    let offset = 0;
    for (const line of text.split('\n')) {
      if (endsDraft(line)) break;
      const sentences = isQuotation(line) ? [] : splitSentences(line);
      for (const [index, sentence] of sentences.entries()) {
        const situation = toSituation(line, sentence, context);
        const neighbours = findNeighbours(line, sentences, index, context);
        const at = offset + sentence.start;
        const met = [
          ...findPhrases.find(situation).found.map((one) => ({ ...one, isPattern: false })),
          ...findPatterns(situation).map((one) => ({ ...one, isPattern: true })),
        ];
        const matches = met.map(({ rule, judge, by, span, hit, isPattern }): Explanation => {
          const place = { start: span.start + at, end: span.end + at };
          const silencer = judge.findSilencer({ ...situation, hit }, neighbours);
          const match = { ruleId: rule.id, span: place, ...(isPattern ? { pattern: by } : { phrase: by }) };
          return {
            ...match,
            ...(silencer >= 0 ? { silencedBy: silencer } : explainStanding(match, flags, text, context)),
          };
        });
        explained.push({ span: { start: at, end: offset + sentence.end }, matches: matches.filter(isWidest) });
      }
      offset += line.length + 1;
    }
    return explained;
  };

  /** A match that no exception silenced: it is the flag, or another flag stands in its place. */
  function explainStanding(
    { ruleId, span }: Explanation,
    flags: readonly Flag[],
    text: string,
    context: Context,
  ): Partial<Explanation> {
    const isSame = (flag: Flag) =>
      flag.ruleId === ruleId && flag.span.start === span.start && flag.span.end === span.end;
    const flag = flags.find(isSame);
    if (flag) return { attempts: checker.tryRewrites(text, flag, context) };
    const [category] = ruleId.split('/');
    const rivals = flags.filter((flag) => flag.category === category);
    const winner = rivals.find((flag) => flag.span.start < span.end && span.start < flag.span.end) ?? rivals[0];
    return winner ? { givesWayTo: winner.ruleId } : {};
  }
}

/** A phrase with a beginning that may be missing meets the same words more than once: the widest tells all. */
function isWidest(match: Explanation, at: number, all: readonly Explanation[]): boolean {
  return !all.some((other, index) => {
    if (other.ruleId !== match.ruleId || index === at) return false;
    const isWithin = other.span.start <= match.span.start && match.span.end <= other.span.end;
    const isSame = other.span.start === match.span.start && match.span.end === other.span.end;
    return isWithin && (!isSame || index < at);
  });
}
