import type { ReferencePack, ReferenceRule } from '../../lib/packs/reference.ts';

/** What rules and packs are called. Those that are gone from this browser keep their id. */
export interface RuleNames {
  getPack(pack: string): string;
  /** `cannot until` for `cant-focus/cannot-until` */
  getRule(rule: string): string;
  find(rule: string): ReferenceRule | undefined;
}

export function createRuleNames(packs: readonly ReferencePack[]): RuleNames {
  const names = new Map(packs.map(({ id, name }) => [id, name]));
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));
  return {
    getPack: (pack) => names.get(pack) ?? pack,
    getRule: (rule) => rule.replace(/^[^/]*\//, '').replaceAll('-', ' '),
    find: (rule) => rules.get(rule),
  };
}
