import { RE2JS } from 're2js';
import type { CompiledPattern } from '../pack.ts';
import type { Span } from '../types.ts';

/** UTF-16 units; no sentence is longer, and what comes from elsewhere is not looked at. */
const LONGEST = 2000;
/** Of one expression in a sentence. */
const MOST_MATCHES = 50;
/** Instructions times characters that all expressions may take in one sentence: half a second at worst. */
const STEPS = 3_000_000;
/** What it takes to compile an expression, for each of its characters. */
const STEPS_TO_COMPILE = 500;

/** What is left for the expressions of a sentence; one for which too little is left is not asked. */
export interface Budget {
  steps: number;
}

export const createBudget = (): Budget => ({ steps: STEPS });

/**
 * Makes what finds a pattern's regular expression in a sentence, in linear time. A group named `mark` is what is marked;
 * without one the whole match is, without the space around it. Compiled when first asked for.
 *
 * @throws {RE2JSException} when asked, for an expression that `lib/packs` would have refused
 */
export function createRegexSearch(
  pattern: CompiledPattern & { regex: string },
): (text: string, budget?: Budget) => Span[] {
  let compiled: ReturnType<typeof compile> | undefined;
  const toCompile = [pattern.regex, pattern.notBefore, pattern.without].join('').length * STEPS_TO_COMPILE;
  return (text, budget = createBudget()) => {
    if (text.length > LONGEST || (!compiled && !spend(budget, toCompile))) return [];
    compiled ??= compile(pattern);
    return spend(budget, compiled.size * text.length) ? compiled.search(text) : [];
  };
}

function spend(budget: Budget, steps: number): boolean {
  if (budget.steps < steps) return false;
  budget.steps -= steps;
  return true;
}

function compile({ regex, notBefore, without, moreThan = 0 }: CompiledPattern & { regex: string }) {
  const found = RE2JS.compile(regex, RE2JS.LOOKBEHINDS);
  const follows = notBefore === undefined ? undefined : RE2JS.compile(`^(?:${notBefore})`, RE2JS.LOOKBEHINDS);
  const clears = without === undefined ? undefined : RE2JS.compile(without, RE2JS.LOOKBEHINDS);
  const group = Object.hasOwn(found.namedGroups(), 'mark') ? 'mark' : 0;

  const search = (text: string): Span[] => {
    if (clears?.test(text)) return [];
    const spans: Span[] = [];
    const matcher = found.matcher(text);
    for (let count = 0; count < MOST_MATCHES && matcher.find(); count++) {
      const [start, end] = [matcher.start(group), matcher.end(group)];
      if (start >= 0 && !follows?.test(text.slice(end))) spans.push(trim(text, start, end));
    }
    const told = spans.filter((span) => span.end > span.start);
    return moreThan === 0 ? told : told.slice(moreThan, moreThan + 1);
  };
  const size = [found, follows, clears].reduce((sum, one) => sum + (one?.programSize() ?? 0), 0);
  return { search, size };
}

function trim(text: string, start: number, end: number): Span {
  const marked = text.slice(start, end);
  return { start: end - marked.trimStart().length, end: start + marked.trimEnd().length };
}
