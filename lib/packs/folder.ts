import { parseBy } from './issues.ts';
import { type PackFileReading, readPackFile, sortFaults } from './pack-file.ts';
import type { RuleSource } from './schema.ts';
import { ruleSchema } from './schema.ts';
import { locateIssue, type OpenYaml, openYaml } from './yaml.ts';

/**
 * Reads a pack that stands in a folder as the built-in ones do: `pack.yaml` with everything but the rules, and one file a rule,
 * named for it. Never throws; each fault names its own file.
 *
 * @param folder its name, for messages, of which the last part is the pack's id where `pack.yaml` gives none
 * @param files their texts by their names within the folder
 */
export function readPackFolder(folder: string, files: ReadonlyMap<string, string>): PackFileReading {
  const id = folder.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const header = readPackFile(`${folder}/pack.yaml`, files.get('pack.yaml') ?? '', { id });
  const faults = [...header.faults];
  const rules: Record<string, RuleSource> = {};
  const places = new Map<string, OpenYaml['locate']>();
  const names = [...files.keys()].filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml').sort();
  for (const file of names) {
    const name = file.slice(0, -'.yaml'.length);
    const opened = openYaml(`${folder}/${file}`, files.get(file) as string);
    places.set(name, opened.locate);
    faults.push(...opened.faults);
    if (!opened.isReadable) continue;
    const { value, issues } = parseBy(ruleSchema, opened.raw);
    faults.push(...issues.map((issue) => locateIssue(opened.locate, issue)));
    if (value) rules[name] = value;
  }
  const locate: OpenYaml['locate'] = (path, message, isKey) => {
    const place = path[0] === 'rules' ? places.get(String(path[1])) : undefined;
    return place ? place(path.slice(2), message, isKey) : header.locate(path, message, isKey);
  };
  const file = header.file && { ...header.file, rules: { ...header.file.rules, ...rules } };
  return { file, faults: sortFaults(faults), ruleNames: [...header.ruleNames, ...places.keys()], locate };
}
