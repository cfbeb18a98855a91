import type { Readable } from 'node:stream';
import { flatten } from '../../lib/workshop/flatten.ts';
import { InputError, readLines, write } from '../streams.ts';
import { openBytes } from './bytes.ts';
import { type Asked, createAuditChecker, createCounter } from './count.ts';
import { addKeyLine, listKeys } from './keys.ts';
import { findReplies, type Layout, parseJson } from './layout.ts';
import { readLineRecords, START } from './records.ts';
import { type Found, type Row, readRecord, readValue } from './rows.ts';
import { findSpeakers } from './speakers.ts';
import { addFault, addTotals, createTotals, type Totals } from './totals.ts';

/** Rows that are counted at a time. */
const ROWS = 200;

/**
 * A mapper: counts the lines of its input, each a record of JSON or else a reply, and writes the sums of its share at the end, as
 * `KEY<tab>COUNT` or as JSON. One thread, for there are as many mappers as cores.
 */
export async function mapLines(
  input: Readable,
  asked: Asked,
  column: string | undefined,
  asJson: boolean,
): Promise<void> {
  const count = createCounter({ ...asked, mostWorst: 0 }, createAuditChecker(asked));
  const totals = createTotals();
  let rows: Row[] = [];
  for await (const records of readLineRecords(openBytes('-', input).read(0), START)) {
    for (const record of records) {
      const {
        rows: found,
        fault,
        empty,
        others,
        isLegacy,
      } = readRecord(record, LINES, (written, line) => readMapped(written, line, asked.isMacros, column));
      totals.counts.empty += empty;
      totals.counts.others += others;
      if (isLegacy) totals.counts.legacy++;
      if (fault) {
        totals.counts.broken++;
        addFault(totals, fault);
      }
      rows.push(...found);
      if (rows.length < ROWS) continue;
      addTotals(totals, count(rows), 0);
      rows = [];
    }
  }
  addTotals(totals, count(rows), 0);
  for (const { line, message } of totals.faults) process.stderr.write(`cando audit: line ${line} ${message}\n`);
  for (const [key, sum] of listKeys(totals))
    await write(asJson ? `${JSON.stringify({ key, count: sum })}\n` : `${key}\t${sum}\n`);
}

const LINES: Layout = {
  kind: 'lines',
  delimiter: ',',
  newline: '\n',
  heads: 0,
  columns: ['line'],
  text: 0,
  id: undefined,
  customer: undefined,
  title: undefined,
  usage: undefined,
  speakers: [],
  isMacros: false,
  isActions: false,
};

/** Each line speaks for itself: which share of the lines a mapper is given must not matter. */
function readMapped(written: string, line: number, isMacros: boolean, column: string | undefined): Found | undefined {
  if (!/^\s*\{/.test(written)) return undefined;
  const value = parseJson(written);
  const columns = value === undefined ? [] : listColumns(value);
  const path = column ?? columns[findReplies(columns)];
  const none = { rows: [], empty: 0, others: 0 };
  if (value === undefined) return { ...none, fault: { line, message: 'is not JSON' } };
  if (path === undefined) return { ...none, fault: { line, message: 'has no column that is known to hold replies' } };
  const known = [path, ...columns.filter((one) => one !== path)];
  const speakers = isMacros ? [] : findSpeakers(known, 0).filter((at) => at > 0);
  return readValue(value, line, { ...LINES, kind: 'jsonl', columns: known, speakers, isMacros });
}

function listColumns(value: unknown): string[] {
  return [...new Set(flatten(value).flatMap((record) => [...record.keys()]))];
}

/**
 * A reducer: adds up what mappers wrote.
 *
 * @throws {InputError} at the first line that no mapper writes
 */
export async function reduceLines(input: Readable): Promise<Totals> {
  const totals = createTotals();
  let number = 0;
  for await (const line of readLines({ name: 'standard input', input })) {
    number++;
    if (line.trim() !== '' && !addKeyLine(totals, line)) {
      throw new InputError(`standard input, line ${number}: is no sum of a mapper (KEY, a tab, COUNT)`);
    }
  }
  return totals;
}
