import type { CompiledPack, CompiledRule, TeamPack } from '../engine/pack.ts';
import { createLists, type Lists } from '../engine/phrase/lists.ts';
import { compileChanges } from './changes.ts';
import { assemblePack, compileLists, compileRule } from './compile.ts';
import type { PackFault } from './faults.ts';
import { type PackFileReading, sortFaults } from './pack-file.ts';
import type { PackFile } from './pack-schema.ts';
import { makeSound, type Refuse, refuseBelow } from './refuse.ts';
import type { RuleSource } from './schema.ts';
import { suggest } from './suggest.ts';
import { createTermRules } from './terms.ts';

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
  if (below.some(({ id }) => id === file.id)) {
    refuse(['id'], `"${file.id}" is the id of a built-in pack; choose another`);
    return { pack: undefined, faults: sortFaults(faults) };
  }
  const lists = readLists(file, below, refuse);
  const rules = compileRules(file, ruleNames, createLists(lists), refuse);
  const changes = compileChanges(file.id, file.changes, below, lists, refuseBelow(refuse, 'changes'));
  const { id, version, language, maintainer } = file;
  const pack: TeamPack = {
    ...assemblePack(id, file, lists, rules),
    version,
    language,
    ...(maintainer && { maintainer }),
    changes,
    renamed: compileRenamed(file, ruleNames, refuseBelow(refuse, 'renamed')),
  };
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

function compileRules(file: PackFile, ruleNames: readonly string[], lists: Lists, refuse: Refuse): CompiledRule[] {
  const compile = (name: string, value: RuleSource, refuseHere: Refuse) =>
    makeSound(refuseHere, (note) => compileRule(`${file.id}/${name}`, { value, refuse: note }, lists, false));
  const rules = Object.entries(file.rules).flatMap(
    ([name, value]) => compile(name, value, refuseBelow(refuse, 'rules', name)) ?? [],
  );
  const terms = createTermRules(file.terms, ruleNames, refuseBelow(refuse, 'terms'));
  const glossary = terms.flatMap(({ at, name, rule: value, spelled, onlyIn }) => {
    const rule = compile(name, value, (_, message) => refuse(['terms', at], message));
    return rule ? [{ ...rule, ...(spelled && { unless: [{ spelled }] }), ...(onlyIn && { onlyIn }) }] : [];
  });
  return [...rules, ...glossary];
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
