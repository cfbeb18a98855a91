import { tellPhrase } from '../../lib/engine/phrase/tell.ts';
import type { Severity } from '../../lib/engine/types.ts';
import type { ReferencePack, ReferenceRule } from '../../lib/packs/reference.ts';
import { isRuleOff, type SettingsInForce } from '../../lib/storage/policy.ts';

/** What rules and packs are called. Those that are gone from this browser keep their id. */
export interface RuleNames {
  getPack(pack: string): string;
  /** `cannot until` for `cant-focus/cannot-until` */
  getRule(rule: string): string;
  find(rule: string): ReferenceRule | undefined;
  /** A phrase of the rule as people read it. */
  tellPhrase(rule: string, phrase: string): string;
}

/** Severities of the rules that are on, by their ids. */
export type Choosable = Readonly<Record<string, Severity>>;

export function createRuleNames(packs: readonly ReferencePack[]): RuleNames {
  const names = new Map(packs.map(({ id, name }) => [id, name]));
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));
  const lists = new Map(packs.map((pack) => [pack.id, pack.lists]));
  const told = new Map<string, string>();
  return {
    getPack: (pack) => names.get(pack) ?? pack,
    getRule: (rule) => rule.replace(/^[^/]*\//, '').replaceAll('-', ' '),
    find: (rule) => rules.get(rule),
    tellPhrase(rule, phrase) {
      const pack = rule.slice(0, rule.indexOf('/'));
      const key = `${pack}/${phrase}`;
      const known = told.get(key) ?? tellPhrase(phrase, lists.get(pack) ?? {});
      told.set(key, known);
      return known;
    },
  };
}

/** The rules that are on in this browser, which alone can be worked on. */
export function listChoosable(packs: readonly ReferencePack[], settings: SettingsInForce): Choosable {
  const on = packs.flatMap(({ rules }) => rules.filter(({ id, offBy }) => !offBy && !isRuleOff(settings, id)));
  return Object.fromEntries(on.map(({ id, severity }) => [id, settings.severities[id] ?? severity]));
}
