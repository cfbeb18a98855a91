import { stringify } from 'yaml';
import type { CompiledPack } from '../../engine/pack.ts';
import { compilePackFile } from '../../packs/compile-file.ts';
import { readPackFile } from '../../packs/pack-file.ts';
import type { WrittenPackFile } from '../../packs/pack-schema.ts';
import type { ReadPack } from '../../packs/read.ts';
import { ImportError } from '../files.ts';
import type { Converted } from './convert.ts';

/** What a style becomes, apart from its rules. */
export type Header = Omit<WrittenPackFile, 'rules'>;

/** The pack file of converted rules, as YAML. */
export function writePack(header: Header, rules: ReadonlyMap<string, Converted>): string {
  const written = [...rules].flatMap(([name, { rule }]) => (rule ? [[name, rule]] : []));
  const file: WrittenPackFile = { ...header, rules: Object.fromEntries(written) };
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Compiles converted rules as any pack file is; a rule that has a fault loses itself, with the fault as its reason.
 *
 * @throws {ImportError} where nothing can be made of the whole, as when it grows too large
 */
export function compileConverted(
  header: Header,
  rules: Map<string, Converted>,
  below: readonly CompiledPack[],
): ReadPack {
  const file = `${header.id}.yaml`;
  const reading = readPackFile(file, writePack(header, rules));
  const { pack, faults } = compilePackFile(reading, below);
  for (const { path, message } of faults) {
    const name = path[0] === 'rules' ? String(path[1]) : '';
    const converted = rules.get(name);
    if (!converted) throw new ImportError(`the style "${header.name}" becomes no pack: ${message}`);
    converted.draft.lost.push({ what: 'the rule', why: message });
    rules.set(name, { ...converted, rule: undefined });
  }
  if (!pack || !reading.file) throw new ImportError(`the style "${header.name}" becomes no pack`);
  const sources = Object.entries(reading.file.rules).map(
    ([name, rule]) => [`${header.id}/${name}`, { file, rule }] as const,
  );
  return { ...pack, sources: new Map(sources) };
}
