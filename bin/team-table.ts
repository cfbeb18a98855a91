import { toCsv } from '../lib/stats/export.ts';

export type Row = Record<string, string | number>;

/** A table with a line for its heads. What a spreadsheet would run as a formula is text. */
export function toTable(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const columns = Object.keys(first).map((name) => ({ name, title: name, kind: 'text' as const }));
  return toCsv({ name: 'sums', columns, rows: rows.map((row) => columns.map(({ name }) => row[name])) }).replaceAll(
    '\r\n',
    '\n',
  );
}
