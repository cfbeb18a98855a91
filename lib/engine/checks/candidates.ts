import { type CompiledPack, type CompiledPattern, type CompiledRule, getLists } from '../pack.ts';
import { createWordIndex } from '../phrase/word-index.ts';
import type { Word } from '../text/words.ts';

const NONE: ReadonlySet<CompiledPattern> = new Set();

/**
 * Finds which grammar rules may have something to say of a sentence, from its words alone, so that the parser sees
 * few sentences.
 */
export function createCandidates(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (words: readonly Word[]) => ReadonlySet<CompiledPattern> {
  const lists = getLists(packs);
  const index = createWordIndex(
    rules.flatMap((rule) =>
      rule.patterns.flatMap((owner) => owner.words.map((phrase) => ({ phrase, lists: lists(rule.category), owner }))),
    ),
  );
  return (words) => {
    let found: Set<CompiledPattern> | undefined;
    index.search(words, (pattern) => {
      found ??= new Set();
      found.add(pattern);
    });
    return found ?? NONE;
  };
}
