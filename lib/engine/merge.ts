import { resolveOverlaps } from './checks/overlaps.ts';
import type { CompiledRule } from './pack.ts';
import type { Finding } from './types.ts';

/**
 * Joins what the phrase pass and the grammar rules found: one for each category and overlapping span, sentence by
 * sentence, in order of their start.
 */
export function mergeFindings(
  phrases: readonly Finding[],
  grammatical: readonly Finding[],
  rules: ReadonlyMap<string, CompiledRule>,
): Finding[] {
  if (grammatical.length === 0) return [...phrases];
  const merged = phrases.filter((finding) => finding.category === 'blank');
  const bySentence = Map.groupBy([...phrases, ...grammatical], (finding) => finding.sentence.start);
  for (const findings of bySentence.values()) {
    const hits = findings.flatMap((finding) => {
      const rule = rules.get(finding.ruleId);
      return rule ? [{ rule, span: finding.span, finding }] : [];
    });
    merged.push(...resolveOverlaps(hits).map((hit) => hit.finding));
  }
  return merged.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
