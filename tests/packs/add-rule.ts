import { createLists } from '../../lib/engine/phrase/lists.ts';
import { assemblePack, compileRule } from '../../lib/packs/compile.ts';
import { PackError } from '../../lib/packs/faults.ts';
import type { ReadPack } from '../../lib/packs/read.ts';
import type { RuleSource } from '../../lib/packs/schema.ts';

/** The packs with one rule more, as if its file stood in the folder. */
export function addRule(packs: readonly ReadPack[], id: string, rule: RuleSource): ReadPack[] {
  const refuse = (path: readonly PropertyKey[], message: string) => {
    throw new PackError({ file: `${id}.yaml`, line: 1, column: 1, path: [...path], message });
  };
  return packs.map((pack) => {
    if (!id.startsWith(`${pack.id}/`)) return pack;
    const rules = [...pack.rules, compileRule(id, { value: rule, refuse }, createLists(pack.lists))];
    const sources = new Map([...pack.sources, [id, { file: `rules/${id}.yaml`, rule }]]);
    return { ...assemblePack(pack.id, pack, pack.lists, rules), sources };
  });
}
