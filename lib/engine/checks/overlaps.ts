import type { CompiledRule } from '../pack.ts';
import type { Severity, Span } from '../types.ts';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

interface Hit {
  rule: CompiledRule;
  span: Span;
  /** How many words were met, with those around the mark: of two equal spans the one that saw more wins. */
  reach?: number;
}

/**
 * Keeps one hit for each category and overlapping span: the graver, then the longer, then the earlier, then the one that
 * met more words around it, then the first by name. A rule that yields keeps quiet beside any other hit of its category.
 */
export function resolveOverlaps<H extends Hit>(hits: readonly H[]): H[] {
  const best = [...hits].sort(
    (a, b) =>
      RANK[a.rule.severity] - RANK[b.rule.severity] ||
      length(b.span) - length(a.span) ||
      a.span.start - b.span.start ||
      (b.reach ?? 0) - (a.reach ?? 0) ||
      (a.rule.id < b.rule.id ? -1 : 1),
  );
  const outspoken = new Set(hits.flatMap(({ rule }) => (rule.yields ? [] : [rule.category])));
  const kept: H[] = [];
  for (const hit of best) {
    const rivals = kept.filter((other) => other.rule.category === hit.rule.category);
    if (hit.rule.yields && (rivals.length > 0 || outspoken.has(hit.rule.category))) continue;
    if (!rivals.some((other) => overlaps(other.span, hit.span))) kept.push(hit);
  }
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
