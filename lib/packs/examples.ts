import { type Checker, createChecker } from '../engine/checker.ts';
import type { CompiledPack, CompiledRule } from '../engine/pack.ts';
import { createScanner, type Scanner } from '../engine/scanner.ts';
import type { Flag, Span } from '../engine/types.ts';
import { listExceptions } from './exceptions.ts';
import type { ReadPack } from './read.ts';
import type { RuleSource } from './schema.ts';

/**
 * The contract of examples, learned from LanguageTool: a wrong example is flagged once, exactly at its mark; its first
 * rewrite gives exactly what the example says; what it gives is quiet. A right example is quiet, at every key while it
 * is typed too. An exception's sentence is quiet, and is flagged when the exception goes.
 */

/** A broken promise of a rule, in a sentence. */
export interface Failure {
  ruleId: string;
  file: string;
  example: string;
  problem: string;
}

/** An example's text without its angle brackets, and the span they marked. */
export function readMark(example: string): { text: string; span: Span | undefined } {
  const start = example.indexOf('<');
  const end = example.indexOf('>') - 1;
  const text = example.replace('<', '').replace('>', '');
  return { text, span: start >= 0 && end > start ? { start, end } : undefined };
}

/** Runs the examples of every rule, or of those whose id starts with `only`. */
export function runExamples(packs: readonly ReadPack[], only = ''): { examples: number; failures: Failure[] } {
  const tools = { checker: createChecker(packs), scanner: createScanner(packs), packs, concerns: () => true };
  const failures: Failure[] = [];
  let examples = 0;
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const source = pack.sources.get(rule.id);
      if (!source || !rule.id.startsWith(only)) continue;
      for (const { example, problem } of runRule(rule, source.rule, tools)) {
        examples++;
        if (problem !== undefined) failures.push({ ruleId: rule.id, file: source.file, example, problem });
      }
    }
  }
  return { examples, failures };
}

/** An example of a rule, and what came of it. */
export interface Tried {
  /** Where it stands below the rule. */
  path: string[];
  example: string;
  /** What happened instead of what it promises; undefined where it holds. */
  problem: string | undefined;
}

/** With what examples are tried. */
export interface Tools {
  checker: Checker;
  scanner: Scanner;
  /** In which the rule stands. */
  packs: readonly CompiledPack[];
  /** Whether a flag is a matter of these examples; others may stand beside it. */
  concerns(ruleId: string): boolean;
}

/** Tries the examples of a rule one after the other, and the sentences of its exceptions. */
export function* runRule(rule: CompiledRule, source: RuleSource, tools: Tools): Generator<Tried> {
  for (const [example, expected] of Object.entries(source.examples.wrong))
    yield { path: ['examples', 'wrong', example], example, problem: findWrong(rule, example, expected, tools) };
  for (const [index, example] of source.examples.right.entries())
    yield { path: ['examples', 'right', String(index)], example, problem: findNoise(example, tools) };
  const off = new Set(tools.packs.flatMap((pack) => pack.rules.map(({ id }) => id)).filter((id) => id !== rule.id));
  for (const [index, { under, written, text }] of listExceptions(source).entries()) {
    const bare = { ...rule, unless: rule.unless.filter((_, at) => at !== index) };
    const without = tools.packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((other) => (other.id === rule.id ? bare : other)),
    }));
    const isNeeded = () => createChecker(without, { off }).check(text).length > 0;
    const problem = findNoise(text, tools) ?? (isNeeded() ? undefined : NOT_NEEDED);
    yield { path: [under, written], example: text, problem };
  }
}

export const NOT_NEEDED = 'is quiet without its exception too: it needs none, or another sentence';

/** What is wrong with a wrong example, or undefined. */
function findWrong(
  rule: CompiledRule,
  example: string,
  expected: string | null,
  { checker, concerns }: Tools,
): string | undefined {
  const { text, span } = readMark(example);
  if (!span) return 'marks nothing: put < and > around what is to be marked';
  const flags = checker.check(text);
  const own = flags.filter((flag) => flag.ruleId === rule.id);
  const [flag] = own;
  if (!flag) return `is not flagged${describe(flags, text)}`;
  if (own.length > 1) return `is flagged ${own.length} times`;
  if (flag.span.start !== span.start || flag.span.end !== span.end) {
    return `is marked at "${text.slice(flag.span.start, flag.span.end)}"`;
  }
  const [rewrite] = flag.rewrites;
  if (!rewrite) return expected === null ? undefined : 'has no rewrite';
  const corrected = text.slice(0, rewrite.span.start) + rewrite.text + text.slice(rewrite.span.end);
  if (corrected !== expected) return `is rewritten as "${corrected}"`;
  const before = new Set(flags.map(({ ruleId }) => ruleId));
  const left = checker
    .check(corrected)
    .filter(({ ruleId, category }) => category !== 'blank' && (concerns(ruleId) || !before.has(ruleId)));
  return left.length > 0 ? `is flagged again when rewritten${describe(left, corrected)}` : undefined;
}

function describe(flags: readonly Flag[], text: string): string {
  if (flags.length === 0) return '';
  return `, but by ${flags.map(({ ruleId, span }) => `${ruleId} at "${text.slice(span.start, span.end)}"`).join(', ')}`;
}

/** What is wrong with a text that must be quiet, whole and at every key, or undefined. */
function findNoise(example: string, { checker, scanner, concerns }: Tools): string | undefined {
  const flags = checker.check(example).filter(({ ruleId }) => concerns(ruleId));
  if (flags.length > 0) return `is flagged by ${flags.map((flag) => flag.ruleId).join(', ')}`;
  for (let end = 1; end < example.length; end++) {
    const typed = example.slice(0, end);
    const { findings, unsure } = scanner.scan(typed);
    const grammatical = unsure.flatMap(({ passage }) => checker.patterns(passage));
    const flash = [...findings, ...grammatical].find(({ tentative, ruleId }) => !tentative && concerns(ruleId));
    if (flash) return `flashes when "${typed}" is typed, by ${flash.ruleId}`;
  }
  return undefined;
}
