import Papa from 'papaparse';
import { type Plain, readRaw, setAt } from './document.ts';

/** The glossary of a pack as a table of plain cells, in step with its file. */
export const columns = ['say', 'not', 'kind', 'variety', 'why'] as const;
export type Column = (typeof columns)[number];
export type Row = Record<Column, string>;

/** Between the words of one cell, none of which is to be said. */
const BETWEEN = '; ';
const KINDS = ['term', 'product', 'banned'];
const VARIETIES = ['british', 'american', 'indian'];

export function readTerms(text: string): Row[] {
  return listWritten(text).map((term) => {
    const read = (column: Column) => {
      const value = term?.[column];
      return Array.isArray(value) ? value.map(String).join(BETWEEN) : value == null ? '' : String(value);
    };
    return Object.fromEntries(columns.map((column) => [column, read(column)])) as Row;
  });
}

/** The file with one cell set; a row below the last one is added, and one that is left empty goes. */
export function setCell(text: string, row: number, column: Column, value: string): string {
  return setCells(text, row, column, [[value]]);
}

/** The file with a block of cells put in at this place, as pasted from a spreadsheet. What runs over the last column is let go. */
export function setCells(text: string, row: number, column: Column, cells: readonly (readonly string[])[]): string {
  const first = columns.indexOf(column);
  const count = readTerms(text).length;
  return cells.reduce((file, line, down) => {
    // Rows that would leave a gap come right after the last one.
    const at = Math.min(row + down, Math.max(count, readTerms(file).length));
    return line.reduce((one, words, along) => {
      const name = columns[first + along];
      return name ? write(one, at, name, words.trim()) : one;
    }, file);
  }, text);
}

export function removeTerm(text: string, row: number): string {
  return setAt(text, ['terms', row], undefined);
}

/** Cells of a paste: a spreadsheet's tabs and lines, or CSV. */
export function readCells(pasted: string): string[][] {
  const delimiter = pasted.includes('\t') ? '\t' : '';
  return Papa.parse<string[]>(pasted.trim(), { delimiter, skipEmptyLines: 'greedy' }).data;
}

/**
 * The glossary as a CSV file, with how grave a term is where the file says so. A cell that a spreadsheet would take for a formula
 * is set apart by a quote.
 */
export function toCsv(text: string): string {
  const severities = listWritten(text).map((term) => String(term?.severity ?? ''));
  const isSevere = severities.some(Boolean);
  const rows = readTerms(text).map((row, at) => [
    ...columns.map((column) => row[column]),
    ...(isSevere ? [severities[at]] : []),
  ]);
  return `${Papa.unparse([[...columns, ...(isSevere ? ['severity'] : [])], ...rows], { escapeFormulae: true })}\r\n`;
}

/** The file with the terms of another: in place of all that are there, or below them where they are new. */
export function takeTerms(text: string, terms: readonly Written[], how: 'replace' | 'add'): string {
  const known = listWritten(text);
  const keys = new Set(readTerms(text).map(toKey));
  // Through a file of its own, so that both are read alike.
  const rows = readTerms(setAt('', ['terms'], [...terms]));
  const next = how === 'replace' ? terms : [...known, ...terms.filter((_, at) => !keys.has(toKey(rows[at] as Row)))];
  return setAt(text, ['terms'], next.length > 0 ? (next as Plain[]) : undefined);
}

/** A term as it stands in a file. */
type Written = Readonly<Record<string, string | string[] | undefined>>;

function listWritten(text: string): (Written | null)[] {
  const terms = readRaw(text)?.terms;
  return Array.isArray(terms) ? terms : [];
}

/** What makes two rows the same term, whatever reason is given. */
function toKey({ say, not, variety }: Row): string {
  return JSON.stringify([say, not, variety].map((cell) => cell.toLowerCase()));
}

function write(text: string, row: number, column: Column, value: string): string {
  const known = readTerms(text);
  const path = ['terms', row, column];
  if (row >= known.length) {
    if (value === '') return text;
    const term = { [column]: toValue(column, value) };
    return known.length === 0 ? setAt(text, ['terms'], [term]) : setAt(text, ['terms', known.length], term);
  }
  const others = columns.filter((one) => one !== column && known[row]?.[one] !== '');
  if (value === '' && others.length === 0) return removeTerm(text, row);
  return setAt(text, path, value === '' ? undefined : toValue(column, value));
}

function toValue(column: Column, value: string): Plain {
  if (column === 'kind') return pick(KINDS, value);
  if (column === 'variety') return pick(VARIETIES, value);
  if (column !== 'not') return value;
  const words = value
    .split(/[;|]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length === 1 ? (words[0] as string) : words;
}

/** One of these, whatever its capitals; otherwise as it is, for the file's faults to say. */
function pick(list: readonly string[], value: string): string {
  return list.find((one) => one === value.toLowerCase()) ?? value;
}
