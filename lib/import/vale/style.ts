import type { CompiledPack } from '../../engine/pack.ts';
import { PackError } from '../../packs/faults.ts';
import { readYaml } from '../../packs/yaml.ts';
import { ImportError, type ImportFile, openFiles, type TextFile } from '../files.ts';
import { writePack } from './compile.ts';
import { type Converted, convertRule } from './convert.ts';
import { loseAll, type Note } from './draft.ts';
import { proveRules } from './prove.ts';
import { valeSchema } from './rule.ts';

/** What became of one rule of a style. */
export interface RuleReport {
  /** As its file is named: `GenderBias`. */
  name: string;
  /** In the pack; undefined where nothing was carried over. */
  ruleId: string | undefined;
  outcome: 'whole' | 'part' | 'none';
  /** Its words and expressions, and how many of them were carried over. */
  entries: number;
  carried: number;
  /** What was left behind, and what holds a little differently. */
  lost: Note[];
  changed: Note[];
}

export interface StyleImport {
  /** Of the pack. */
  id: string;
  /** Of the style: its folder. */
  name: string;
  /** The pack file, as YAML. */
  yaml: string;
  rules: RuleReport[];
}

const RULE_FILE = /\.ya?ml$/i;

/**
 * Turns Vale styles, each a folder of rules, into pack files. Nothing that the files say is run or fetched.
 *
 * @param below the packs among which the new one will speak: its examples are tried with them
 * @throws {ImportError} where no rule is found, or an archive is broken
 */
export function importVale(files: readonly ImportFile[], below: readonly CompiledPack[] = []): StyleImport[] {
  const texts = openFiles(files, (name) => RULE_FILE.test(name) && !/(?:^|\/)(?:\.[^/]*$|__MACOSX\/)/.test(name));
  const rules = texts.filter(({ text }) => /^extends\s*:/m.test(text));
  if (rules.length === 0) throw new ImportError('no rule of a Vale style was found: a .yml file with "extends:"');
  const styles = Map.groupBy(rules, ({ name }) => nameFolder(name));
  return [...styles].map(([name, own]) => importStyle(name, own, below));
}

function importStyle(name: string, files: readonly TextFile[], below: readonly CompiledPack[]): StyleImport {
  const taken = new Set(below.map((pack) => pack.id));
  const id = findFree(toId(name) || 'style', taken);
  const names = new Set<string>();
  const converted = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => {
      const written = (file.name.split('/').at(-1) as string).replace(RULE_FILE, '');
      const own = findFree(toId(written) || 'rule', names);
      names.add(own);
      return { own, written, ...readRule(file, name) };
    });
  const rules = new Map<string, Converted>(converted.map(({ own, rule, draft }) => [own, { rule, draft }]));
  const header = {
    id,
    name,
    about: `Carried over from the Vale style “${name}”.`,
    version: '1.0.0',
    language: 'en',
    imported: `Vale style ${name}`,
  };
  proveRules(header, rules, below);
  return {
    id,
    name,
    yaml: writePack(header, rules),
    rules: converted.map(({ own, written }) => toReport(written, `${id}/${own}`, rules.get(own) as Converted)),
  };
}

function readRule({ name, text }: TextFile, style: string): Converted {
  try {
    return convertRule(readYaml(name.split('/').at(-1) ?? name, text, valeSchema).value, style);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { rule: undefined, draft: loseAll('the file', error.message) };
  }
}

function toReport(name: string, ruleId: string, { rule, draft }: Converted): RuleReport {
  const { entries, lost, changed } = draft;
  if (!rule) return { name, ruleId: undefined, outcome: 'none', entries, carried: 0, lost, changed };
  const carried = Math.max(0, entries - lost.length);
  return { name, ruleId, outcome: lost.length === 0 ? 'whole' : 'part', entries, carried, lost, changed };
}

/** The folder in which a rule lies: the style's name. */
function nameFolder(name: string): string {
  return (
    name
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .at(-2)
      ?.slice(0, 100) ?? 'Style'
  );
}

/** "GenderBias" as "gender-bias". */
function toId(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50);
}

function findFree(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let next = 2; taken.has(free); next++) free = `${id}-${next}`;
  return free;
}
