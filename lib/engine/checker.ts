import { judgeAround, readPassage } from './checks/around.ts';
import { createPatternCheck } from './checks/pattern.ts';
import { mergeFindings } from './merge.ts';
import { fillMessage } from './message.ts';
import type { CompiledPack, CompiledRule } from './pack.ts';
import { replaceMarked } from './rewrite/replace.ts';
import { type Attempt, MAX_REWRITES, tryRewrites } from './rewrite/rewriter.ts';
import { chooseRules, createScanner, type ScannerOptions, shiftFinding, toFinding } from './scanner.ts';
import { splitSentences } from './text/sentences.ts';
import type { Context, Finding, Flag, Passage, Reader, Rewrite, Span } from './types.ts';

/** What a flag says of its place. */
type Marked = Pick<Finding, 'ruleId' | 'span' | 'instead'>;

/** The whole engine: the scanner's phrases, the grammar rules, and the rewrites. Wants compromise, so no page loads it. */
export interface Checker {
  /** All flags of a text, in order of their start. Rewrites are computed when they are read. */
  check(text: string, context?: Context): Flag[];
  /** What the grammar rules alone say of one sentence, spans within its text. */
  patterns(passage: Passage, context?: Context): Finding[];
  /** The rewrites for a finding in `text`, best first, at most three. */
  rewrites(text: string, finding: Marked, context?: Context): Rewrite[];
  /** How these came about: every template of the rule, with what filled it or why it was left out. */
  tryRewrites(text: string, finding: Marked, context?: Context): Attempt[];
}

const BLANK = {
  message: 'Fill in what only you know.',
  why: 'A blank left open would reach the customer as it stands.',
};

/** UTF-16 units; a longer line is no paragraph of a reply. */
const LONG_LINE = 2000;

/** What of a line is asked whether a rewrite is quiet: all of it, or the sentence and those beside it. */
function findNear(line: string, span: Span): Span {
  if (line.length <= LONG_LINE) return { start: 0, end: line.length };
  const sentences = splitSentences(line);
  const at = sentences.findIndex(({ end }) => end >= span.end);
  const [first, last] = [sentences[Math.max(0, at - 2)], sentences[at + 2]];
  return { start: Math.min(first?.start ?? 0, span.start), end: Math.max(last?.end ?? line.length, span.end) };
}

/**
 * Makes a checker of compiled packs.
 *
 * @throws {RangeError} when a pack holds a phrase that cannot be compiled
 */
export function createChecker(packs: readonly CompiledPack[], options: ScannerOptions = {}): Checker {
  const scanner = createScanner(packs, options);
  const rules = new Map<string, CompiledRule>();
  for (const pack of packs) for (const rule of pack.rules) rules.set(rule.id, rule);
  // Made when first asked for, as the scanner's are: few sentences need one.
  const patternChecks: Partial<Record<Reader, ReturnType<typeof createPatternCheck>>> = {};

  const checker: Checker = {
    check(text, context = {}) {
      return find(text, context).map((finding) => toFlag(text, finding, context));
    },

    patterns(passage, context = {}) {
      const read = readPassage(passage, context);
      if (!read) return [];
      const reader = context.reader ?? 'public';
      const check = patternChecks[reader] ?? createPatternCheck(packs, chooseRules(packs, options, reader));
      patternChecks[reader] = check;
      const whole = { start: 0, end: passage.text.length };
      const waitsOn = { start: 0, end: whole.end + 1 + (passage.next?.length ?? 0) };
      return judgeAround(check(read.own), read.neighbours).map((hit) => ({
        ...toFinding(hit, whole),
        ...(hit.mayClearNext && { waitsOn }),
      }));
    },

    rewrites(text, marked, context = {}) {
      const rule = rules.get(marked.ruleId);
      const rewrites: Rewrite[] = [];
      if (!rule) return rewrites;
      for (const { rewrite, template } of listAttempts(rule, text, marked)) {
        if (rewrite && isQuiet(rule, text, rewrite, context)) rewrites.push({ ...rewrite, template });
        if (rewrites.length === MAX_REWRITES) break;
      }
      return rewrites;
    },

    tryRewrites(text, marked, context = {}) {
      const rule = rules.get(marked.ruleId);
      if (!rule) return [];
      return [...listAttempts(rule, text, marked)].map(({ rewrite, ...attempt }) => {
        if (!rewrite || isQuiet(rule, text, rewrite, context)) return { ...attempt, ...(rewrite && { rewrite }) };
        return { ...attempt, fault: `it would be flagged again: "${rewrite.text}"` };
      });
    },
  };
  return checker;

  /** What it has to say in place of just these words, and then what the rule's templates give. */
  function* listAttempts(rule: CompiledRule, text: string, { span, instead = [] }: Marked): Generator<Attempt> {
    yield* replaceMarked(text, span, instead);
    yield* tryRewrites(rule, text, span, options.variety);
  }

  /** A rewrite that would be flagged again for the same thing helps nobody. Only its own line can tell, however long the draft. */
  function isQuiet(rule: CompiledRule, text: string, rewrite: Rewrite, context: Context): boolean {
    const from = text.lastIndexOf('\n', rewrite.span.start - 1) + 1;
    const lineEnd = text.indexOf('\n', rewrite.span.end);
    const line = text.slice(from, lineEnd < 0 ? undefined : lineEnd);
    const near = findNear(line, { start: rewrite.span.start - from, end: rewrite.span.end - from });
    const before = line.slice(near.start, near.end);
    const start = rewrite.span.start - from - near.start;
    const end = start + rewrite.text.length;
    const after = before.slice(0, start) + rewrite.text + before.slice(start + rewrite.span.end - rewrite.span.start);
    const name = ({ ruleId, span }: Finding, of: string) => `${ruleId} ${of.slice(span.start, span.end).toLowerCase()}`;
    // What another rule marked before may stay marked: "because the item is out of stock" is a matter of its own.
    const others = new Set(
      find(before, context).flatMap((finding) => (finding.ruleId === rule.id ? [] : name(finding, before))),
    );
    return !find(after, context).some(
      (finding) =>
        finding.category === rule.category &&
        finding.span.start < end &&
        finding.span.end > start &&
        !others.has(name(finding, after)),
    );
  }

  function find(text: string, context: Context): Finding[] {
    const { findings, unsure } = scanner.scan(text, context);
    const grammatical = unsure.flatMap(({ start, passage }) =>
      checker.patterns(passage, context).map((finding) => shiftFinding(finding, start)),
    );
    return mergeFindings(findings, grammatical, rules);
  }

  function toFlag(text: string, { ruleId, category, severity, span, instead }: Finding, context: Context): Flag {
    const { message, why } = rules.get(ruleId) ?? BLANK;
    const wording = text.slice(span.start, span.end);
    let known: Rewrite[] | undefined;
    return {
      ruleId,
      category,
      severity,
      span,
      message: fillMessage(message, { wording, instead }),
      why,
      ...(instead && { instead }),
      get rewrites() {
        const marked = { ruleId, span, ...(instead && { instead }) };
        known ??= checker.rewrites(text, marked, context).map(({ template: _, ...rewrite }) => rewrite);
        return known;
      },
    };
  }
}
