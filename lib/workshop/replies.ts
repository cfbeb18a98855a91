import Papa from 'papaparse';
import { findText, isHeader } from './columns.ts';
import { flatten } from './flatten.ts';
import { toPlain } from './plain.ts';

/** Files of past replies, as help desks export them: CSV, JSONL or JSON. Read in the browser, and not kept. */

/** What a file holds, as a table. */
export interface Table {
  columns: string[];
  rows: string[][];
  /** The column that holds what agents wrote, as far as it can be told; -1 for none. */
  text: number;
}

/** Rows that are read; the rest of a longer file is left out. */
const MOST = 50_000;

/**
 * Reads a table out of a file's text. Lists within a line of JSON become rows of their own: a ticket has many comments.
 * Undefined where there is nothing to read.
 */
export function readTable(text: string): Table | undefined {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source === '') return undefined;
  const records = /^[{[]/.test(source) ? readJson(source) : undefined;
  const { columns, rows } = records ? toRows(records) : readCsv(source);
  if (rows.length === 0) return undefined;
  return { columns, rows, text: findText(columns, rows) };
}

/** The replies of a column: plain text, without what is empty. */
export function listReplies({ rows }: Table, column: number): string[] {
  return rows.flatMap((row) => {
    const text = toPlain(row[column] ?? '').trim();
    return text === '' ? [] : [text];
  });
}

function readCsv(source: string): { columns: string[]; rows: string[][] } {
  const { data } = Papa.parse<string[]>(source, { skipEmptyLines: 'greedy', preview: MOST + 1 });
  const [first = [], ...rest] = data;
  if (isHeader(first)) return { columns: first, rows: rest };
  if (first.length > 1 && rest.length > 0 && rest.every(({ length }) => length === first.length))
    return { columns: first.map((_, at) => String(at + 1)), rows: data };
  // Lines that were pasted: each is a reply.
  return { columns: [''], rows: source.split(/\n\s*\n/).flatMap((part) => toParts(part, source)) };
}

/** Paragraphs where empty lines part them, lines otherwise. */
function toParts(part: string, source: string): string[][] {
  const parts = /\n\s*\n/.test(source) ? [part] : part.split('\n');
  return parts.map((one) => [one.trim()]).filter(([one]) => one !== '');
}

/** One value a line, or one for the whole file. */
function readJson(source: string): unknown[] | undefined {
  try {
    const whole: unknown = JSON.parse(source);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    const values = source.split('\n', MOST).flatMap((line) => {
      try {
        return line.trim() === '' ? [] : [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
    return values.length > 0 ? values : undefined;
  }
}

function toRows(records: readonly unknown[]): { columns: string[]; rows: string[][] } {
  const flat = records.flatMap((record) => flatten(record)).slice(0, MOST);
  const columns = [...new Set(flat.flatMap((record) => [...record.keys()]))];
  return { columns, rows: flat.map((record) => columns.map((column) => record.get(column) ?? '')) };
}
