import { type CompiledPack, type CompiledPattern, type CompiledRule, getLists } from '../pack.ts';
import { createWordIndex, type WordIndex } from '../phrase/word-index.ts';

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
  return createWordIndex(
    packs.map((pack) => ({
      index: pack.index,
      lists: lists(pack.id),
      phrases: pack.rules.flatMap(({ id, phrases, patterns }) => {
        const rule = speaking.get(id);
        const own = phrases.map((written, by) => rule && owners.phrase && { written, owner: owners.phrase(rule, by) });
        const opening = patterns.flatMap((pattern) =>
          pattern.words.map((written) => rule && owners.pattern && { written, owner: owners.pattern(pattern) }),
        );
        return [...own, ...opening];
      }),
    })),
  );
}
