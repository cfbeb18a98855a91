import type { Explanation } from '../engine/explain.ts';
import type { CompiledException, CompiledRule } from '../engine/pack.ts';
import type { Severity } from '../engine/types.ts';
import { PREDICATES } from '../packs/pages.ts';

/** How it came about that a rule spoke or was quiet, as plain data. */
export interface Trace {
  ruleId: string;
  /** The words that it met. */
  words: string;
  /** The phrase or pattern that met them. */
  by: string;
  outcome: Outcome;
}

export type Outcome =
  | { kind: 'flagged'; severity: Severity; attempts: TracedAttempt[] }
  | {
      kind: 'silenced' /** A predicate or a phrase. */;
      by: string /** What the predicate asks, in English. */;
      told: string | undefined;
    }
  | { kind: 'yields'; to: string }
  | { kind: 'again' };

export interface TracedAttempt {
  template: string;
  /** What came of it; empty takes the sentence out. */
  text?: string;
  /** Why it was left out, in English. */
  fault?: string;
}

/** Puts an explanation into words and phrases of the rule that it speaks of. */
export function toTrace(explanation: Explanation, text: string, rule: CompiledRule): Trace {
  const { ruleId, span, phrase, pattern } = explanation;
  const met = phrase === undefined ? rule.patterns[pattern ?? 0] : rule.phrases[phrase];
  const by = typeof met === 'string' ? met : String(met && ('match' in met ? met.match : Object.values(met)[0]));
  return { ruleId, words: text.slice(span.start, span.end), by, outcome: toOutcome(explanation, rule) };
}

function toOutcome({ silencedBy, givesWayTo, attempts }: Explanation, rule: CompiledRule): Outcome {
  if (silencedBy !== undefined) {
    const by = nameException(rule.unless[silencedBy]);
    return { kind: 'silenced', by, told: PREDICATES[by] };
  }
  if (attempts) {
    return {
      kind: 'flagged',
      severity: rule.severity,
      attempts: attempts.map(({ template, rewrite, fault }) => ({
        template,
        ...(rewrite && !fault && { text: rewrite.text }),
        ...(fault !== undefined && { fault }),
      })),
    };
  }
  return givesWayTo ? { kind: 'yields', to: givesWayTo } : { kind: 'again' };
}

function nameException(exception: CompiledException | undefined): string {
  if (!exception) return '?';
  if ('predicate' in exception) return exception.predicate;
  return 'phrase' in exception ? exception.phrase : exception.spelled;
}
