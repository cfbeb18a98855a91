import type { CompiledPack, CompiledPattern, CompiledRule } from '../pack.ts';
import type { SentenceSituation } from './exceptions.ts';
import { indexRules } from './index-rules.ts';
import { createSignSearch } from './signs.ts';

const NONE: ReadonlySet<CompiledPattern> = new Set();

/**
 * Finds which patterns may have something to say of a sentence, from its words and signs alone, so that the parser sees
 * few sentences.
 */
export function createCandidates(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (sentence: Pick<SentenceSituation, 'text' | 'words'>) => ReadonlySet<CompiledPattern> {
  const index = indexRules(packs, rules, { pattern: (pattern) => pattern });
  const findSigned = createSignSearch(rules);
  return ({ text, words }) => {
    const signed = findSigned(text);
    let found: Set<CompiledPattern> | undefined = signed.length > 0 ? new Set(signed) : undefined;
    index.search(words, (pattern) => {
      found ??= new Set();
      found.add(pattern);
    });
    return found ?? NONE;
  };
}
