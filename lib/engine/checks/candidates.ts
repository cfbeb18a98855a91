import type { CompiledPack, CompiledPattern, CompiledRule } from '../pack.ts';
import type { Word } from '../text/words.ts';
import { indexRules } from './index-rules.ts';

const NONE: ReadonlySet<CompiledPattern> = new Set();

/**
 * Finds which grammar rules may have something to say of a sentence, from its words alone, so that the parser sees
 * few sentences.
 */
export function createCandidates(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (words: readonly Word[]) => ReadonlySet<CompiledPattern> {
  const index = indexRules(packs, rules, { pattern: (pattern) => pattern });
  return (words) => {
    let found: Set<CompiledPattern> | undefined;
    index.search(words, (pattern) => {
      found ??= new Set();
      found.add(pattern);
    });
    return found ?? NONE;
  };
}
