import { isReplyName } from './columns.ts';

/** Levels of lists and records that are gone into. */
const DEEPEST = 4;

/**
 * Plain values by their path; a list of records gives as many rows, a list of plain values stands in one. Of several lists the
 * one with replies counts: a ticket has tags and fields beside its comments.
 *
 * @param wanted the paths that are asked for, where not all are
 */
export function flatten(value: unknown, wanted?: readonly string[], path = '', depth = 0): Map<string, string>[] {
  if (value === null || value === undefined || depth > DEEPEST) return [new Map()];
  if (Array.isArray(value)) return flattenList(value, wanted, path, depth);
  if (typeof value !== 'object') return [new Map([[path, String(value)]])];
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    const inside = path ? `${path}.${key}` : key;
    if (wanted && !wanted.some((one) => one === inside || one.startsWith(`${inside}.`))) return [];
    return [{ isList: Array.isArray(inner), rows: flatten(inner, wanted, inside, depth + 1) }];
  });
  const long = parts.filter(({ rows }) => rows.length > 1);
  const many = parts.find(({ isList, rows }) => isList && rows.some(holdsReply)) ?? long[0];
  let rows: Map<string, string>[] = [new Map()];
  for (const part of parts) {
    // Only one list multiplies: two together would make every pair.
    if (part.rows.length > 1 && part !== many) continue;
    rows = rows.flatMap((row) => part.rows.map((extra) => new Map([...row, ...extra])));
  }
  return rows;
}

function flattenList(list: unknown[], wanted: readonly string[] | undefined, path: string, depth: number) {
  const isPlain = list.every((item) => item === null || typeof item !== 'object');
  if (isPlain && !isReplyName(path)) return [new Map(list.length > 0 ? [[path, list.join(', ')]] : [])];
  const rows = list.flatMap((item) => flatten(item, wanted, path, depth + 1));
  return rows.length > 0 ? rows : [new Map<string, string>()];
}

function holdsReply(row: ReadonlyMap<string, string>): boolean {
  for (const path of row.keys()) if (isReplyName(path)) return true;
  return false;
}
