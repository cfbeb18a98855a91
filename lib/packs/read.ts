import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledPack, CompiledRule } from '../engine/pack.ts';
import { createLists } from '../engine/phrase/lists.ts';
import { assemblePack, compileLists, compileRule } from './compile.ts';
import { PackError } from './faults.ts';
import { packSchema, type RuleSource, ruleSchema, type WordsSource, wordsSchema } from './schema.ts';
import { type Located, readYaml } from './yaml.ts';

/** The built-in packs' folder. */
export const RULES_FOLDER = fileURLToPath(new URL('../../rules', import.meta.url));

/** A pack with what only tests and documentation need: its rules as written. */
export interface ReadPack extends CompiledPack {
  sources: Map<string, { file: string; rule: RuleSource }>;
}

/**
 * Reads and compiles every pack of a folder: `words.yaml` for all, then one folder a pack with `pack.yaml` and one
 * file a rule. Packs and rules come in the order of their names.
 *
 * @throws {PackError} with file, line and column at the first fault
 */
export function readPacks(folder = RULES_FOLDER): ReadPack[] {
  const shared = readYaml('rules/words.yaml', readFileSync(join(folder, 'words.yaml'), 'utf8'), wordsSchema);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readPack(folder, entry.name, shared))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readPack(folder: string, id: string, shared: ReturnType<typeof readYaml<typeof wordsSchema>>): ReadPack {
  const read = (name: string) => readFileSync(join(folder, id, name), 'utf8');
  if (!existsSync(join(folder, id, 'pack.yaml'))) {
    const message = 'is missing: a pack needs a name and a sentence about it';
    throw new PackError({ file: `rules/${id}/pack.yaml`, line: 1, column: 1, path: [], message });
  }
  const header = readYaml(`rules/${id}/pack.yaml`, read('pack.yaml'), packSchema);
  const words: Located<WordsSource> = {
    value: header.value.words,
    refuse: (path, message) => header.refuse(['words', ...path], message),
  };
  const lists = compileLists([shared, words]);
  const known = createLists(lists);
  const sources: ReadPack['sources'] = new Map();
  const rules: CompiledRule[] = [];
  const files = readdirSync(join(folder, id)).filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml');
  for (const name of files.sort()) {
    const file = `rules/${id}/${name}`;
    const source: Located<RuleSource> = readYaml(file, read(name), ruleSchema);
    const rule = compileRule(`${id}/${name.slice(0, -'.yaml'.length)}`, source, known);
    rules.push(rule);
    sources.set(rule.id, { file, rule: source.value });
  }
  return { ...assemblePack(id, header.value, lists, rules), sources };
}

/** The packs as they are shipped, without their examples. */
export function readCompiledPacks(folder = RULES_FOLDER): CompiledPack[] {
  return readPacks(folder).map(({ sources, ...pack }) => pack);
}
