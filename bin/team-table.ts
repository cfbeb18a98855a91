import Papa from 'papaparse';

export type Row = Record<string, string | number>;

/** A table with a line for its heads. What a spreadsheet would take for a formula gets a quote before it. */
export function toCsv(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse([...rows], { escapeFormulae: true, newline: '\n' })}\n`;
}
