import type { Draft } from '../../lib/stores/workshop.ts';
import { getId } from '../../lib/stores/workshop.ts';
import { getPackName, listOutlines, type RuleOutline } from './outline.ts';
import type { Sought } from './Search.tsx';

/** The rules of a draft that are sought. */
export function findOutlines(draft: Draft, { query, severity, pack }: Sought): RuleOutline[] {
  if (pack && pack !== getId(draft)) return [];
  const words = fold(query).split(/\s+/).filter(Boolean);
  const name = getPackName(draft);
  return listOutlines(draft).filter((rule) => {
    const text = fold(JSON.stringify([name, rule]));
    return words.every((word) => text.includes(word)) && (!severity || rule.severity === severity);
  });
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'");
}
