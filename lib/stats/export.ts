import Papa from 'papaparse';
import type { Filter } from './source.ts';
import type { Table } from './table.ts';

/** A line for each row, with the names of columns in the first one. What a spreadsheet would run as a formula is text. */
export function toCsv({ columns, rows }: Table): string {
  return write(
    columns.map(({ name }) => name),
    rows.map((row) => row.map((cell) => cell ?? '')),
  );
}

/** All tables in one: a line for each number, with the table's name, what the row is about, and the measure. */
export function toLongCsv(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ name, columns, rows }) => {
    const isNumber = columns.map(({ kind }) => kind === 'count' || kind === 'rate');
    return rows.flatMap((row) => {
      const about = row.filter((cell, at) => !isNumber[at] && cell !== undefined && cell !== '').join(' | ');
      return columns.flatMap((column, at) =>
        isNumber[at] && row[at] !== undefined ? [[name, about, column.name, row[at]]] : [],
      );
    });
  });
  return write(['table', 'about', 'measure', 'value'], lines);
}

/** What was asked, and each table with its rows as objects. */
export function toJson(place: string, filter: Filter, tables: readonly Table[]): string {
  const named = tables.map(({ name, columns, rows }) => [
    name,
    rows.map((row) => Object.fromEntries(columns.map((column, at) => [column.name, row[at] ?? null]))),
  ]);
  return `${JSON.stringify({ format: 'cando-statistics', version: 1, place, filter, tables: Object.fromEntries(named) }, null, 2)}\n`;
}

function write(fields: string[], data: unknown[][]): string {
  return `${Papa.unparse({ fields, data }, { escapeFormulae: true })}\r\n`;
}
