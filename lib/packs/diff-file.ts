import { listExceptions } from './exceptions.ts';
import type { ChangeSource, PackFile, TermSource } from './pack-schema.ts';
import type { RuleSource } from './schema.ts';

/** What differs between two versions of a pack file, part by part, as a lead reads it. */
export interface PackDifference {
  part: 'header' | 'words' | 'rules' | 'changes' | 'renamed' | 'terms';
  /** The rule's name, the term's words, the key of the header. */
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** Of what changed: line by line what went and what came, both under the name of the field. */
  lines: { field: string; sign: '-' | '+'; text: string }[];
}

const HEADER = ['id', 'name', 'about', 'version', 'language', 'maintainer', 'extends'] as const;

/** Compares two versions of a pack file. */
export function diffPackFiles(before: PackFile, after: PackFile): PackDifference[] {
  const header = HEADER.flatMap((key) => compare('header', key, toLines(before[key], key), toLines(after[key], key)));
  const parts = (['words', 'rules', 'changes', 'renamed', 'terms'] as const).flatMap((part) => {
    const [old, now] = [listEntries(before, part), listEntries(after, part)];
    const names = [...new Set([...now.keys(), ...old.keys()])];
    return names.flatMap((name) => compare(part, name, old.get(name), now.get(name)));
  });
  return [...header, ...parts];
}

type Line = { field: string; text: string };

function compare(
  part: PackDifference['part'],
  name: string,
  before: readonly Line[] | undefined,
  after: readonly Line[] | undefined,
): PackDifference[] {
  if (!before || !after) {
    const [kind, sign, all] = after ? (['added', '+', after] as const) : (['removed', '-', before ?? []] as const);
    return [{ part, name, kind, lines: all.map((line) => ({ ...line, sign })) }];
  }
  const toKey = ({ field, text }: Line) => `${field}\n${text}`;
  const [old, now] = [new Set(before.map(toKey)), new Set(after.map(toKey))];
  const gone = before.filter((line) => !now.has(toKey(line))).map((line) => ({ ...line, sign: '-' as const }));
  const come = after.filter((line) => !old.has(toKey(line))).map((line) => ({ ...line, sign: '+' as const }));
  if (gone.length + come.length > 0) return [{ part, name, kind: 'changed', lines: [...gone, ...come] }];
  // The same lines in another order: of rewrites the first is offered first.
  if (before.map(toKey).join('\n') === after.map(toKey).join('\n')) return [];
  const moved = after.filter((line, at) => toKey(line) !== (before[at] && toKey(before[at] as Line)));
  return [{ part, name, kind: 'changed', lines: moved.map((line) => ({ ...line, sign: '+' as const })) }];
}

function listEntries(file: PackFile, part: Exclude<PackDifference['part'], 'header'>): Map<string, Line[]> {
  if (part === 'terms') return new Map(file.terms.map((term) => [nameTerm(term), toTermLines(term)]));
  if (part === 'rules') return new Map(Object.entries(file.rules).map(([name, rule]) => [name, toRuleLines(rule)]));
  return new Map(
    Object.entries(file[part]).map(([name, entry]) => [name, toEntryLines(entry as string | string[] | ChangeSource)]),
  );
}

function nameTerm({ say, not, variety }: TermSource): string {
  const [first] = toList(not);
  return (say ?? `not ${first ?? ''}`) + (variety ? ` (${variety})` : '');
}

function toTermLines({ not, ...rest }: TermSource): Line[] {
  return [...toList(not).map((text) => ({ field: 'not', text })), ...toFields(rest)];
}

function toRuleLines(rule: RuleSource): Line[] {
  const { examples, unless: _, 'unless-next': __, 'unless-previous': ___, 'only-if': ____, ...rest } = rule;
  const exceptions = listExceptions(rule).map(({ under, written, text }) => ({
    field: under,
    text: `${written}: ${text}`,
  }));
  const wrong = Object.entries(examples.wrong).map(([text, better]) => ({
    field: 'examples wrong',
    text: better === null ? text : `${text} → ${better}`,
  }));
  const right = examples.right.map((text) => ({ field: 'examples right', text }));
  return [...toFields(rest), ...exceptions, ...wrong, ...right];
}

function toEntryLines(entry: string | string[] | ChangeSource): Line[] {
  if (typeof entry === 'string' || Array.isArray(entry)) return toLines(entry, '');
  return toFields(entry);
}

function toFields(fields: object): Line[] {
  return Object.entries(fields).flatMap(([field, value]) => toLines(value, field));
}

/** One line for each entry of a list or of keys. */
function toLines(value: unknown, field: string): Line[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map((one) => ({ field, text: toText(one) }));
  if (typeof value !== 'object' || value === null) return [{ field, text: toText(value) }];
  return Object.entries(value).map(([key, one]) => ({ field, text: `${key}: ${toText(one)}` }));
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toList(not: string | string[]): string[] {
  return typeof not === 'string' ? [not] : not;
}
