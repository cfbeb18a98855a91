import { createLists } from '../../lib/engine/phrase/lists.ts';
import { assemblePack, compileRule } from '../../lib/packs/compile.ts';
import type { ReadPack } from '../../lib/packs/read.ts';
import type { RuleSource } from '../../lib/packs/schema.ts';
import { PackError } from '../../lib/packs/yaml.ts';

/** The packs with one rule more, as if its file stood in the folder. */
export function addRule(packs: readonly ReadPack[], id: string, rule: RuleSource): ReadPack[] {
  const fault = (_: unknown, message: string) => new PackError(`${id}.yaml`, 1, 1, message);
  return packs.map((pack) => {
    if (!id.startsWith(`${pack.id}/`)) return pack;
    const rules = [...pack.rules, compileRule(id, { value: rule, fault }, createLists(pack.lists))];
    const sources = new Map([...pack.sources, [id, { file: `rules/${id}.yaml`, rule }]]);
    return { ...assemblePack(pack.id, pack, pack.lists, rules), sources };
  });
}
