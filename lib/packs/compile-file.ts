import type { CompiledPack, CompiledRule, TeamPack } from '../engine/pack.ts';
import { createLists, type Lists } from '../engine/phrase/lists.ts';
import { compileChanges } from './changes.ts';
import { assemblePack, compileLists, compileRule } from './compile.ts';
import type { PackFault } from './faults.ts';
import { LIMITS } from './limits.ts';
import { type PackFileReading, sortFaults } from './pack-file.ts';
import type { PackFile } from './pack-schema.ts';
import { makeSound, type Refuse, refuseBelow } from './refuse.ts';
import type { RuleSource } from './schema.ts';
import { suggest } from './suggest.ts';
import { createTermRules } from './terms.ts';
import { findExcess, type Weight, weighDearest, weighRule } from './weigh.ts';

const TOO_DEAR = 'the phrases would slow down whoever types: shorten their lists, gaps and optional words';

/** What came of a pack file: the pack, unless nothing could be made of it, and all faults, those of its reading too. */
export interface CompiledPackFile {
  pack: TeamPack | undefined;
  faults: PackFault[];
}

/**
 * Compiles a pack file; a rule, change or term that is broken is left out with its fault. Never throws.
 *
 * @param known the packs below it, the built-in ones among them; an older version of the pack itself is passed over
 */
export function compilePackFile(
  { file, faults: before, ruleNames, locate }: PackFileReading,
  known: readonly CompiledPack[],
): CompiledPackFile {
  if (!file) return { pack: undefined, faults: before };
  const faults = [...before];
  const refuse: Refuse = (path, message, isKey) => faults.push(locate(path, message, isKey));
  const below = known.filter((pack) => pack.id !== file.id || !('version' in pack));
  const refuseWhole = (path: readonly PropertyKey[], message: string) => {
    refuse(path, message);
    return { pack: undefined, faults: sortFaults(faults) };
  };
  if (below.some(({ id }) => id === file.id))
    return refuseWhole(['id'], `"${file.id}" is the id of a built-in pack; choose another`);
  const lists = readLists(file, below, refuse);
  const excess = findExcess(file, lists);
  if (excess !== undefined) return refuseWhole(['rules'], excess);
  const weights = compileRules(file, ruleNames, createLists(lists), refuse);
  if (!weights) return refuseWhole(['rules'], TOO_DEAR);
  const changes = compileChanges(file.id, file.changes, below, lists, refuseBelow(refuse, 'changes'));
  const { id, version, language, maintainer } = file;
  const pack: TeamPack = {
    ...assemblePack(id, file, lists, [...weights.keys()]),
    version,
    language,
    ...(maintainer && { maintainer }),
    changes,
    renamed: compileRenamed(file, ruleNames, refuseBelow(refuse, 'renamed')),
  };
  if (weighDearest(pack, weights) > LIMITS.stepsOfWord) return refuseWhole(['rules'], TOO_DEAR);
  return { pack, faults: sortFaults(faults) };
}

/** Its own word lists, and those of the packs that it extends. */
function readLists(file: PackFile, below: readonly CompiledPack[], refuse: Refuse): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [index, id] of file.extends.entries()) {
    const pack = below.find((one) => one.id === id);
    if (pack) Object.assign(inherited, pack.lists);
    else {
      const meant = suggest(
        id,
        below.map((one) => one.id),
      );
      refuse(['extends', index], `there is no pack "${id}" below${meant}`);
    }
  }
  return compileLists([{ value: file.words, refuse: refuseBelow(refuse, 'words') }], inherited);
}

/** The rules with what each weighs; undefined where that is too much, so that no time goes into the rest. */
function compileRules(
  file: PackFile,
  ruleNames: readonly string[],
  lists: Lists,
  refuse: Refuse,
): Map<CompiledRule, Weight> | undefined {
  const weights = new Map<CompiledRule, Weight>();
  let all = 0;
  const take = (name: string, value: RuleSource, refuseHere: Refuse, isBare: boolean, more = {}) => {
    if (all > LIMITS.steps) return;
    const id = `${file.id}/${name}`;
    const rule = makeSound(refuseHere, (note) => compileRule(id, { value, refuse: note }, lists, !isBare));
    if (!rule) return;
    const weight = weighRule(rule, lists);
    all += weight.all;
    weights.set({ ...rule, ...more }, weight);
  };
  for (const [name, value] of Object.entries(file.rules))
    take(name, value, refuseBelow(refuse, 'rules', name), file.imported !== undefined);
  const terms = createTermRules(file.terms, ruleNames, refuseBelow(refuse, 'terms'));
  for (const { at, name, rule, spelled, onlyIn } of terms) {
    const more = { ...(spelled && { unless: [{ spelled }] }), ...(onlyIn && { onlyIn }) };
    take(name, rule, (_, message) => refuse(['terms', at], message), true, more);
  }
  return all > LIMITS.steps ? undefined : weights;
}

function compileRenamed(
  { id, renamed }: PackFile,
  ruleNames: readonly string[],
  refuse: Refuse,
): Record<string, string> {
  const rules = new Set(ruleNames);
  const sound = Object.entries(renamed).filter(([before, now]) => {
    if (rules.has(before)) refuse([before], `"${before}" is the name of a rule; it has not been renamed`, true);
    else if (!rules.has(now) && !Object.hasOwn(renamed, now))
      refuse([before], `there is no rule "${now}"${suggest(now, rules)}`);
    else return true;
    return false;
  });
  return Object.fromEntries(sound.map(([before, now]) => [`${id}/${before}`, `${id}/${now}`]));
}
