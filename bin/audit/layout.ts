import Papa from 'papaparse';
import { findNamed, findText, fold, isHeader } from '../../lib/workshop/columns.ts';
import { flatten } from '../../lib/workshop/flatten.ts';
import { InputError } from '../streams.ts';
import { type Bytes, decodeBytes, HEAD } from './bytes.ts';
import { holdsMacros, listMacros, readActions } from './macros.ts';
import { LONGEST_LINE } from './records.ts';
import { findSpeakers } from './speakers.ts';

/** What the caller says of the columns. */
export interface Choices {
  column?: string | undefined;
  id?: string | undefined;
  customer?: string | undefined;
  macros: boolean;
}

/** How a file is read: which way its records are parted, and what its columns hold. */
export interface Layout {
  kind: 'csv' | 'jsonl' | 'json' | 'lines';
  delimiter: string;
  newline: '\n' | '\r';
  /** Records before the first reply: the names of the columns, and before these what Excel is told of its cells. */
  heads: number;
  columns: string[];
  /** Indices of columns; undefined where there is none. */
  text: number;
  id: number | undefined;
  customer: number | undefined;
  title: number | undefined;
  usage: number | undefined;
  /** Columns that tell who wrote a reply, and for whom; see `speakers.ts`. */
  speakers: number[];
  isMacros: boolean;
  /** The text stands among a macro's actions. */
  isActions: boolean;
}

const SAMPLE = HEAD;
/** Control characters: some stray into any export, but of a text they are few. */
const NO_TEXT = /[^\P{Cc}\s]/gu;
const MOST_SIGNS = 0.02;
/** Records by which columns are told. */
const MOST = 200;

const IDS = ['id', 'reply_id', 'comment_id', 'macro_id', 'ticket_id', 'key', 'number'];
const TITLES = ['title', 'macro_title', 'macro', 'name', 'subject'];
const USAGES = ['usage_30d', 'usage_7d', 'usage_24h', 'usage', 'usage_count', 'times_used', 'uses', 'used', 'count'];
/** What is not taken for a reply unless its column is named: a title, or what help desks call the customer's own first words. */
const DOUBTFUL = [...TITLES, 'description', 'summary', 'question', 'topic'];
const MACRO_TEXTS = ['comment_value', 'comment_value_html', 'macro_text', 'action_value', 'value'];

/**
 * Tells how a file is to be read, from its beginning.
 *
 * @throws {InputError} where no column holds replies, or one that was named is not there: it says which columns there are
 */
export async function readLayout(bytes: Bytes, choices: Choices): Promise<Layout> {
  const [first, second] = await bytes.peek(2);
  if ((first === 0x50 && second === 0x4b) || (first === 0x1f && second === 0x8b))
    throw new InputError(
      `${bytes.name}: is packed (a workbook, a zip or gzip); save it as CSV, or unpack it into a pipe`,
    );
  const { text, isWhole } = await readSample(bytes, SAMPLE);
  const signs = text.match(NO_TEXT)?.length ?? 0;
  if (signs > 20 + text.length * MOST_SIGNS)
    throw new InputError(`${bytes.name}: is no text (a picture, a program?); save it as CSV, in UTF-8`);
  if (/^\s*[[{]/.test(text)) return readJsonLayout(bytes, choices);
  const newline = text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
  const shared = { newline, isMacros: choices.macros } as const;
  // The first line of what Excel saves may tell what parts its cells.
  const told = /^\uFEFF?"?sep=([^\r\n"])"?[;,\t|]*(?:\r\n?|\n)/i.exec(text);
  const table = text.slice(told?.[0].length ?? 0);
  const how = { newline, preview: MOST, skipEmptyLines: 'greedy', delimiter: told?.[1] ?? '' } as const;
  const { data, meta } = Papa.parse<string[]>(table, how);
  // The last row may be cut.
  const rows = isWhole || data.length < 2 ? data : data.slice(0, -1);
  for (const row of rows) row.push((row.pop() ?? '').replace(/\r$/, ''));
  const [names = [], ...rest] = rows;
  const { delimiter } = meta;
  const above = told ? 1 : 0;
  const isNamed = names.some((cell) => choices.column !== undefined && fold(cell) === fold(choices.column));
  const isTable = names.length > 1 && isHeader(names);
  if (isTable || isNamed || (names.length === 1 && isHeader(names)))
    return { kind: 'csv', delimiter, heads: above + 1, ...shared, ...choose(bytes.name, names, rest, choices) };
  if (names.length > 1 && (told || rest.length > 0) && rest.every(({ length }) => length === names.length)) {
    const columns = names.map((_, at) => String(at + 1));
    return { kind: 'csv', delimiter, heads: above, ...shared, ...choose(bytes.name, columns, rows, choices) };
  }
  return { kind: 'lines', delimiter, heads: 0, ...shared, ...choose(bytes.name, ['line'], [], choices) };
}

async function readJsonLayout(bytes: Bytes, choices: Choices): Promise<Layout> {
  let size = SAMPLE;
  let { text, isWhole } = await readSample(bytes, size);
  // One line may be all there is.
  while (!isWhole && !text.trim().includes('\n') && size < LONGEST_LINE) {
    size *= 4;
    ({ text, isWhole } = await readSample(bytes, size));
  }
  const lines = (isWhole ? text : text.slice(0, text.lastIndexOf('\n')))
    .split('\n', MOST)
    .filter((line) => line.trim());
  const parsed = lines.flatMap((line) => {
    const value = parseJson(line);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? [value] : [];
  });
  // What stands in one line alone is one value, such as a page of macros.
  const isOne = isWhole && lines.length === 1;
  const isLines = !isOne && !/^\s*\[/.test(text) && parsed.length * 2 > lines.length;
  const records = isLines ? parsed : await readWholeJson(bytes);
  if (!choices.macros && choices.column === undefined && records.some(holdsMacros))
    throw new InputError(`${bytes.name}: holds macros, not replies; say --macros`);
  const opened = choices.macros ? records.flatMap(listMacros) : records;
  const flat = opened.slice(0, MOST).flatMap((record) => flatten(record));
  const columns = [...new Set(flat.flatMap((record) => [...record.keys()]))];
  const rows = flat.map((record) => columns.map((column) => record.get(column) ?? ''));
  const shared = { delimiter: ',', newline: '\n', heads: 0, isMacros: choices.macros } as const;
  return { kind: isLines ? 'jsonl' : 'json', ...shared, ...choose(bytes.name, columns, rows, choices) };
}

/**
 * The records of a file that is one value of JSON.
 *
 * @throws {InputError} where it is too long to be held, or no JSON
 */
export async function readWholeJson(bytes: Bytes): Promise<unknown[]> {
  const { text, isWhole } = await readSample(bytes, LONGEST_LINE);
  if (!isWhole) {
    const limit = `${LONGEST_LINE >> 20} MB`;
    throw new InputError(`${bytes.name}: is JSON of more than ${limit}; write a record a line (jq -c '.[]' FILE)`);
  }
  const whole = parseJson(text);
  if (whole === undefined) throw new InputError(`${bytes.name}: is no JSON, and has no lines of JSON`);
  return Array.isArray(whole) ? whole : [whole];
}

/** The value of some JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readSample(bytes: Bytes, size: number): Promise<{ text: string; isWhole: boolean }> {
  const head = await bytes.peek(size + 1);
  return { text: decodeBytes(head).text, isWhole: head.length <= size };
}

function choose(
  name: string,
  columns: string[],
  rows: readonly string[][],
  choices: Choices,
): Pick<Layout, 'columns' | 'text' | 'id' | 'customer' | 'title' | 'usage' | 'speakers' | 'isActions'> {
  const there = columns.length === 0 ? 'none' : columns.map(quote).join(', ');
  const find = (wanted: string) => {
    const exact = columns.indexOf(wanted);
    const at = exact >= 0 ? exact : columns.findIndex((column) => fold(column) === fold(wanted));
    if (at < 0) throw new InputError(`${name}: has no column ${quote(wanted)}; its columns are ${there}`);
    return at;
  };
  const findFirst = (names: readonly string[]) => {
    const at = findNamed(columns, names);
    return at < 0 ? undefined : at;
  };
  // A list of nothing has no columns, and no replies.
  if (columns.length === 0 && choices.column === undefined) columns = [''];
  const holdsActions = (at: number | undefined) =>
    at !== undefined && rows.some((row) => readActions(row[at] ?? '') !== undefined);
  const named = findFirst(['actions']);
  const actions = holdsActions(named) ? named : undefined;
  const ofMacro = choices.macros ? (findFirst(MACRO_TEXTS) ?? actions) : undefined;
  if (choices.column === undefined && !choices.macros && actions !== undefined)
    throw new InputError(`${name}: holds macros, not replies (${quote(columns[actions] ?? '')}); say --macros`);
  const text = choices.column === undefined ? (ofMacro ?? findSure(columns, rows)) : find(choices.column);
  if (text < 0)
    throw new InputError(
      `${name}: no column is seen to hold replies; name one with --column. Its columns are ${there}`,
    );
  const column = columns[text] ?? '';
  if (choices.column === undefined && columns.length > 1 && isDoubtful(column))
    throw new InputError(
      `${name}: no column is seen to hold replies: ${quote(column)} is a title, or a customer’s own words. If it does hold replies, say --column ${quote(column)}. Its columns are ${there}`,
    );
  const id = choices.id === undefined ? findFirst(IDS) : find(choices.id);
  return {
    columns,
    text,
    id: id === text ? undefined : id,
    customer: choices.customer === undefined ? undefined : find(choices.customer),
    title: choices.macros ? findFirst(TITLES) : undefined,
    usage: choices.macros ? findFirst(USAGES) : undefined,
    speakers: choices.macros ? [] : findSpeakers(columns, text).filter((at) => at !== text),
    isActions: choices.macros && holdsActions(text),
  };
}

/** The column that is known by its name to hold replies; -1 where none is. */
export function findReplies(columns: readonly string[]): number {
  const at = findNamed(columns);
  return isDoubtful(columns[at] ?? '') ? -1 : at;
}

/** The column of replies among those that are not doubtful; where there is none, a doubtful one. */
function findSure(columns: readonly string[], rows: readonly string[][]): number {
  const sure = columns.flatMap((column, at) => (isDoubtful(column) ? [] : [at]));
  if (sure.length === columns.length) return findText(columns, rows);
  // One that is left alone is asked for its words as among others.
  const found = findText(
    ['', ...sure.map((at) => columns[at] ?? '')],
    rows.map((row) => ['', ...sure.map((at) => row[at] ?? '')]),
  );
  return found > 0 ? (sure[found - 1] as number) : findText(columns, rows);
}

function isDoubtful(column: string): boolean {
  const name = fold(column.slice(column.lastIndexOf('.') + 1));
  return DOUBTFUL.includes(name) || /^(?:customer|requester|client)_/.test(name);
}

/** A name as a message shows it: without what would move a terminal's cursor. */
export function quote(name: string): string {
  const plain = name.replace(/\p{C}/gu, ' ');
  return `"${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}"`;
}
