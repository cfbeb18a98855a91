import { splitVersion } from './counts.ts';
import type { Filter } from './source.ts';

/** A key of counts, as sums are told apart by it. */
export interface Named {
  pack: string;
  /** `pack@version` */
  version: string;
  /** `pack/rule` */
  rule: string;
}

/** Of `pack@version` or `pack/rule@version`. */
export function nameKey(key: string): Named {
  const { pack, rule, version } = splitVersion(key);
  return { pack, version: `${pack}@${version}`, rule: `${pack}/${rule}` };
}

/** Whether a pack's version is asked for: of a rule, the versions of its pack. */
export function isVersionAsked(filter: Filter, { pack, version }: Named): boolean {
  const asked = filter.pack ?? (filter.rule === undefined ? pack : splitVersion(`${filter.rule}@`).pack);
  return asked === pack && (filter.version ?? version) === version;
}

export function isRuleAsked(filter: Filter, named: Named): boolean {
  return (filter.rule ?? named.rule) === named.rule && isVersionAsked(filter, named);
}
