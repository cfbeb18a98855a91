import { type CompiledPack, type CompiledPattern, type CompiledRule, getLists } from '../pack.ts';
import { createWordIndex, type IndexedPhrases, type WordIndex } from '../phrase/word-index.ts';

/** What a search gives for a phrase that a sentence meets; a kind that is left out is not searched for. */
export interface Owners<Owner> {
  /** For the phrase at this index of the rule. */
  phrase?(rule: CompiledRule, by: number): Owner;
  /** For a phrase that opens one of a rule's patterns. */
  pattern?(pattern: CompiledPattern): Owner;
}

/** The word index of those rules of the packs that speak; every other phrase is passed over. */
export function indexRules<Owner>(
  packs: readonly CompiledPack[],
  rules: readonly CompiledRule[],
  owners: Owners<Owner>,
): WordIndex<Owner> {
  const speaking = new Map(rules.map((rule) => [rule.id, rule]));
  const lists = getLists(packs);
  return createWordIndex(readPacks());

  function* readPacks(): Generator<IndexedPhrases<Owner>> {
    for (const { id, index, rules: all } of packs) {
      const phrases = all.flatMap((written) => listOwned(written, speaking.get(written.id)));
      yield { index, lists: lists(id), phrases };
    }
  }

  function listOwned(written: CompiledRule, rule: CompiledRule | undefined): IndexedPhrases<Owner>['phrases'] {
    const { phrase: ofPhrase, pattern: ofPattern } = owners;
    return [
      ...written.phrases.map((phrase, by) => rule && ofPhrase && { written: phrase, owner: ofPhrase(rule, by) }),
      ...written.patterns.flatMap((pattern) =>
        pattern.words.map((phrase) => rule && ofPattern && { written: phrase, owner: ofPattern(pattern) }),
      ),
    ];
  }
}
