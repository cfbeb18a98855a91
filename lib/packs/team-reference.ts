import { createRenames } from '../engine/layers.ts';
import { fillMessage } from '../engine/message.ts';
import type { TeamPack } from '../engine/pack.ts';
import { tellLists } from '../engine/phrase/tell.ts';
import type { PackFile } from './pack-schema.ts';
import type { ReferencePack, ReferenceRule } from './reference.ts';

/** Enough to see what is meant; the workshop shows them all. */
const EXAMPLES = 4;

/**
 * What people are told of the packs as they speak: the built-in ones with what the team's packs change in them, then these.
 *
 * @param files what the team's packs were written as, by their ids, for the examples; a pack without one has none
 */
export function layerReference(
  builtIn: readonly ReferencePack[],
  team: readonly TeamPack[],
  files: ReadonlyMap<string, PackFile> = new Map(),
): ReferencePack[] {
  const now = createRenames(team);
  const layers = new Map(builtIn.map((pack) => [pack.id, pack]));
  // As `layerPacks` has it: of two packs with one id the later speaks.
  const chosen = new Map(team.filter(({ id }) => !layers.has(id)).map((pack) => [pack.id, pack]));
  for (const pack of chosen.values()) {
    const changes = new Map(Object.entries(pack.changes).map(([id, change]) => [now(id), change]));
    for (const [id, below] of layers) {
      const rules = below.rules.map((rule) => {
        const { off, severity = rule.severity } = { ...changes.get(id), ...changes.get(rule.id) };
        const { offBy, ...rest } = rule;
        const isOff = off ?? offBy !== undefined;
        return { ...rest, severity, ...(isOff && { offBy: off ? pack.name : offBy }) } as ReferenceRule;
      });
      layers.set(id, { ...below, rules });
    }
    layers.set(pack.id, toReference(pack, files.get(pack.id)));
  }
  return [...layers.values()];
}

function toReference({ id, name, about, lists, rules }: TeamPack, file: PackFile | undefined): ReferencePack {
  return {
    id,
    name,
    about,
    lists: tellLists(lists),
    rules: rules.map((rule) => {
      const { source, examples } = file?.rules[rule.id.slice(id.length + 1)] ?? {};
      return {
        id: rule.id,
        severity: rule.severity,
        message: fillMessage(rule.message),
        why: rule.why,
        ...(source && { source }),
        wrong: Object.entries(examples?.wrong ?? {})
          .slice(0, EXAMPLES)
          .map(([text, corrected]) => ({ text, corrected })),
        right: examples?.right.slice(0, EXAMPLES) ?? [],
      };
    }),
  };
}
