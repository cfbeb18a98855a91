import type { z } from 'zod';
import type { PackFault } from './faults.ts';
import { parseBy } from './issues.ts';
import { LIMITS } from './limits.ts';
import { type PackFile, packFileSchema, partSchemas, type TermSource, termSchema } from './pack-schema.ts';
import { locateIssue, type OpenYaml, openYaml } from './yaml.ts';

/** What could be read of a pack file. */
export interface PackFileReading {
  /** Without the parts that are broken; undefined where the header is, so that nothing can be made of it. */
  file: PackFile | undefined;
  /** All of them, in the order of their places; of very many the first. */
  faults: PackFault[];
  /** The names of all its rules, the broken ones too. */
  ruleNames: string[];
  /** A fault at the place of a path in the file; see `OpenYaml`. */
  locate: OpenYaml['locate'];
}

/** Without these nothing can be made of a file. */
const ESSENTIAL: readonly PropertyKey[] = ['id', 'name', 'version'];

/**
 * Reads a pack file. Never throws: whatever is wrong is in `faults`.
 *
 * @param name the file's, for messages
 * @param defaults what holds where the file does not say it
 */
export function readPackFile(name: string, text: string, defaults: Partial<PackFile> = {}): PackFileReading {
  const opened = openYaml(name, text.replace(/^\uFEFF/, ''));
  const { faults, locate } = opened;
  const raw = isRecord(opened.raw) ? { ...defaults, ...opened.raw } : opened.raw;
  const ruleNames = Object.keys(isRecord(raw) && isRecord(raw.rules) ? raw.rules : {});
  const give = (file: PackFile | undefined) => ({ file, faults: sortFaults(faults), ruleNames, locate });
  if (!opened.isReadable) return give(undefined);
  if (!isRecord(raw)) {
    faults.push(locate([], 'a pack file begins with its keys: id, name, version and rules'));
    return give(undefined);
  }
  if (countTooMany(raw, opened)) return give(undefined);
  const { words, rules, changes, renamed, terms, ...header } = raw;
  const read = readHeader(header, opened);
  const parts = {
    words: readRecord('words', words, opened),
    rules: readRecord('rules', rules, opened),
    changes: readRecord('changes', changes, opened),
    renamed: readRecord('renamed', renamed, opened),
  };
  const glossary = readTerms(terms, opened);
  const reading = give(read && { ...read, ...parts, terms: glossary.map(({ term }) => term) });
  // Terms that are left out move those behind them.
  const toPlace = (path: readonly PropertyKey[]) =>
    path[0] === 'terms' && path.length > 1 ? ['terms', glossary[Number(path[1])]?.at ?? 0, ...path.slice(2)] : path;
  return { ...reading, locate: (path, message, isKey) => locate(toPlace(path), message, isKey) };
}

/** Faults in the order of their places, as many as are told. */
export function sortFaults(faults: readonly PackFault[]): PackFault[] {
  const sorted = [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.slice(0, LIMITS.faults);
}

function countTooMany(raw: Record<string, unknown>, { faults, locate }: OpenYaml): boolean {
  const counted = (['rules', 'changes', 'renamed', 'words', 'terms'] as const).flatMap((part) => {
    const count = Object.keys(raw[part] ?? {}).length;
    return count > LIMITS[part] ? [locate([part], `there are ${count} ${part}; at most ${LIMITS[part]}`, true)] : [];
  });
  faults.push(...counted);
  return counted.length > 0;
}

/** The header without what is broken in it, as long as it says whose pack this is. */
function readHeader(raw: Record<string, unknown>, { faults, locate }: OpenYaml): PackFile | undefined {
  const { value, issues } = parseBy(packFileSchema, raw);
  faults.push(...issues.map((issue) => locateIssue(locate, issue)));
  if (value || issues.some(({ path }) => ESSENTIAL.includes(path[0] as PropertyKey))) return value;
  const broken = new Set(issues.map(({ path }) => path[0]));
  const sound = Object.fromEntries(Object.entries(raw).filter(([key]) => !broken.has(key)));
  return parseBy(packFileSchema, sound).value;
}

/** Entries by their names, each read by itself: the broken ones are left out. */
function readRecord<Part extends keyof typeof partSchemas>(
  part: Part,
  raw: unknown,
  { faults, locate }: OpenYaml,
): z.output<(typeof partSchemas)[Part]> {
  const schema: z.ZodType = partSchemas[part];
  const sound: [string, unknown][] = [];
  if (raw !== undefined && raw !== null && !isRecord(raw)) {
    faults.push(locate([part], `${part}: this must be names, each with what stands under it`));
  } else {
    for (const [name, entry] of Object.entries(raw ?? {})) {
      const { value, issues } = parseBy(schema, Object.fromEntries([[name, entry]]));
      faults.push(...issues.map((issue) => locateIssue(locate, issue, [part])));
      if (value) sound.push(...Object.entries(value as object));
    }
  }
  return Object.fromEntries(sound) as z.output<(typeof partSchemas)[Part]>;
}

function readTerms(raw: unknown, { faults, locate }: OpenYaml): { term: TermSource; at: number }[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    faults.push(locate(['terms'], 'terms: this must be a list, each line after a hyphen'));
    return [];
  }
  return raw.flatMap((entry, at) => {
    const { value: term, issues } = parseBy(termSchema, entry);
    faults.push(...issues.map((issue) => locateIssue(locate, issue, ['terms', at])));
    return term ? [{ term, at }] : [];
  });
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
