import type { CompiledPattern, CompiledRule } from '../pack.ts';

/** Finds the patterns one of whose signs stands in a text: what opens an expression that no word opens. */
export function createSignSearch(rules: readonly CompiledRule[]): (text: string) => CompiledPattern[] {
  const signed = rules.flatMap((rule) => rule.patterns.filter((pattern) => pattern.signs));
  return (text) => {
    if (signed.length === 0) return signed;
    const lower = text.toLowerCase();
    return signed.filter((pattern) => pattern.signs?.some((sign) => lower.includes(sign)));
  };
}
