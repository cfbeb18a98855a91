import type { CompiledPack, CompiledPattern, CompiledRule } from '../pack.ts';
import { compileLater, type Lists } from '../phrase/automaton.ts';
import type { PhraseNode } from '../phrase/syntax.ts';
import { createWordIndex, type WordIndex } from '../phrase/word-index.ts';
import type { Word } from '../text/words.ts';

/**
 * Finds which grammar rules may have something to say of a sentence, from its words alone, so that the parser sees
 * few sentences.
 */
export function createCandidates(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
): (words: readonly Word[]) => ReadonlySet<CompiledPattern> {
  const indexes = packs.map((pack): WordIndex<CompiledPattern> => {
    const lists: Lists = new Map<string, PhraseNode>(Object.entries(pack.lists));
    const phrases = rules
      .filter((rule) => rule.category === pack.id)
      .flatMap((rule) => rule.patterns)
      .flatMap((owner) => owner.words.map((phrase) => ({ phrase, automaton: compileLater(phrase, lists), owner })));
    return createWordIndex(phrases, lists);
  });
  return (words) => {
    const found = new Set<CompiledPattern>();
    for (const index of indexes) index.search(words, (pattern) => found.add(pattern));
    return found;
  };
}
