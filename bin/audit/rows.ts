import { flatten } from '../../lib/workshop/flatten.ts';
import { toPlain } from '../../lib/workshop/plain.ts';
import { tell } from '../words.ts';
import { type Bytes, decodeBytes } from './bytes.ts';
import { type Layout, parseJson, readWholeJson } from './layout.ts';
import { listMacros, readActions } from './macros.ts';
import { type Place, type Record, readCsvRecords, readLineRecords } from './records.ts';
import { isOther } from './speakers.ts';

/** A reply or a macro. */
export interface Row {
  /** Where its record begins, from 1; of a file that is one value of JSON, which record it is. */
  line: number;
  /** Which of the replies of its record, from 0. */
  part: number;
  id: string;
  text: string;
  title?: string;
  /** How often a macro was used. */
  usage?: number;
  /** It is told how often, and that is no number. */
  isUsageUnclear?: true;
  customer?: string;
}

/** What a record gives: replies, or why there is none. */
export interface Reading {
  rows: Row[];
  fault?: { line: number; message: string };
  /** Cells or comments without text. */
  empty: number;
  /** Comments of a ticket that the agent did not write to the customer: the customer's own, and private notes. */
  others: number;
  /** Written in another encoding than UTF-8. */
  isLegacy: boolean;
  after: Place;
}

/** UTF-16 units that are read of a cell; the words of a reply are some of them, for it may be HTML. */
const LONGEST_CELL = 200_000;
const LONGEST_ID = 200;

/** Reads all records from a place on, a piece of the file at a time. */
export async function* readReplies(bytes: Bytes, layout: Layout, from: Place): AsyncGenerator<Reading[]> {
  if (layout.kind === 'json') {
    const records = (await readWholeJson(bytes)).flatMap((record) => (layout.isMacros ? listMacros(record) : [record]));
    for (let at = from.record; at < records.length; at++) {
      const after = { offset: 0, line: at + 2, record: at + 1 };
      yield [{ ...readValue(records[at], at + 1, layout), isLegacy: false, after }];
    }
    return;
  }
  const pieces = bytes.read(from.offset);
  const records = layout.kind === 'csv' ? readCsvRecords(pieces, layout, from) : readLineRecords(pieces, from);
  for await (const some of records) {
    yield some.flatMap((record) => (record.after.record <= layout.heads ? [] : [readRecord(record, layout)]));
  }
}

/** What a record of a file gives; `readSelf` may know better of one than the layout of the whole. */
export function readRecord(
  { cells, line, after, fault }: Record,
  layout: Layout,
  readSelf: (written: string, line: number) => Found | undefined = () => undefined,
): Reading {
  if (fault !== undefined) return { ...nothing(line, fault), isLegacy: false, after };
  let isLegacy = false;
  const decode = (cell: string) => {
    const decoded = decodeBytes(Buffer.from(cell, 'latin1'));
    isLegacy ||= decoded.isLegacy;
    return decoded.text;
  };
  if (layout.kind === 'csv') {
    const found = readCells(cells, line, layout, decode);
    return { ...found, isLegacy, after };
  }
  const written = decode(cells[0] ?? '');
  return { ...(readSelf(written, line) ?? readLine(written, line, layout)), isLegacy, after };
}

/** What a record gives, whatever it was written in. */
export type Found = Omit<Reading, 'isLegacy' | 'after'>;

const nothing = (line: number, message: string): Found => ({ rows: [], fault: { line, message }, empty: 0, others: 0 });

function readCells(cells: readonly string[], line: number, layout: Layout, decode: (cell: string) => string): Found {
  const { columns, text } = layout;
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (extra || cells.length <= text)
    return nothing(
      line,
      `has ${tell(cells.length, 'cell')}, where there ${columns.length === 1 ? 'is' : 'are'} ${tell(columns.length, 'column')}`,
    );
  const get = (at: number | undefined) => (at === undefined || cells[at] === undefined ? undefined : decode(cells[at]));
  const actions = layout.isActions ? get(text)?.trim() : undefined;
  if (actions && readActions(actions) === undefined) return nothing(line, 'has actions that are no list of JSON');
  return toFound([get], line, layout);
}

function readLine(written: string, line: number, layout: Layout): Found {
  if (layout.kind === 'lines')
    return toFound([(column) => (column === layout.text ? written : undefined)], line, layout);
  const value = parseJson(written);
  if (value === undefined) return nothing(line, 'is not JSON');
  return readValue(value, line, layout);
}

/** What a value of JSON gives. */
export function readValue(value: unknown, line: number, layout: Layout): Found {
  if (value === null || typeof value !== 'object') return nothing(line, 'is no record');
  const { columns, text, id, customer, title, usage, speakers } = layout;
  const wanted = [text, id, customer, title, usage, ...speakers].flatMap((at) =>
    at === undefined ? [] : [columns[at] as string],
  );
  const opened = layout.isMacros && layout.kind === 'jsonl' ? listMacros(value) : [value];
  const flat = opened.flatMap((record) => flatten(record, [...wanted, ...nameOthers(columns[text] as string)]));
  const own = flat.filter((record) => !isOthers(record, columns[text] as string));
  const rows = own.map(
    (record) => (at: number | undefined) => (at === undefined ? undefined : record.get(columns[at] as string)),
  );
  const found = toFound(rows, line, layout);
  return { ...found, others: found.others + flat.length - own.length };
}

/** What tells, in a ticket of Zendesk, who wrote a comment and for whom. */
function nameOthers(text: string): string[] {
  const dot = text.lastIndexOf('.');
  const beside = text.slice(0, Math.max(0, dot));
  return dot < 0 ? [] : [`${beside}.author_id`, `${beside}.public`, 'requester_id', 'requester.id'];
}

function isOthers(record: ReadonlyMap<string, string>, text: string): boolean {
  const [author = '', isPublic = '', ...requesters] = nameOthers(text);
  if (record.get(isPublic) === 'false') return true;
  const by = record.get(author);
  return by !== undefined && requesters.some((requester) => record.get(requester) === by);
}

type Get = (column: number | undefined) => string | undefined;

function toFound(gets: readonly Get[], line: number, layout: Layout): Found {
  const rows: Row[] = [];
  let empty = 0;
  let others = 0;
  for (const [part, get] of gets.entries()) {
    if (isNotOurs(get, layout)) {
      others++;
      continue;
    }
    const cell = get(layout.text) ?? '';
    const text = toPlain(((layout.isActions ? readActions(cell) : undefined) ?? cell).slice(0, LONGEST_CELL)).trim();
    if (text === '') {
      empty++;
      continue;
    }
    const [title, used, customer] = [get(layout.title), get(layout.usage)?.trim() ?? '', get(layout.customer)];
    const usage = readUsage(used);
    rows.push({
      line,
      part,
      id: (get(layout.id) ?? '').slice(0, LONGEST_ID),
      text,
      ...(title !== undefined && { title: title.slice(0, LONGEST_ID) }),
      ...(usage !== undefined && { usage }),
      ...(usage === undefined && used !== '' && { isUsageUnclear: true }),
      ...(customer && { customer }),
    });
  }
  return { rows, empty, others };
}

/** A customer's own words, or a private note, as a column beside it says. */
function isNotOurs(get: Get, { columns, text, speakers }: Layout): boolean {
  return speakers.some((at) => isOther(columns[at] as string, columns[text] as string, get(at) ?? ''));
}

/** Thousands are parted as people do it, all by the same sign. */
const THOUSANDS = /^\d{1,3}(?:([.,'’\s])\d{3}(?:\1\d{3})*)?$/;

/** How often a macro was used; undefined where that is no whole number. */
function readUsage(written: string): number | undefined {
  const whole = written.replace(/[.,]0{1,2}$/, '');
  if (!/^\d{1,12}$/.test(whole) && !THOUSANDS.test(whole)) return undefined;
  return Number(whole.replace(/\D/g, ''));
}
