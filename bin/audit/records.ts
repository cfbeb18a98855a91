import Papa from 'papaparse';

/** Where a record ends: bytes of the text as UTF-8, the line after it (from 1), and how many there were before. */
export interface Place {
  offset: number;
  line: number;
  record: number;
}

export const START: Place = { offset: 0, line: 1, record: 0 };

/** A record as it is written: cells of CSV, or a whole line in one; each character is a byte. */
export interface Record {
  cells: string[];
  line: number;
  after: Place;
  /** Why it cannot be read. */
  fault?: string;
}

/** Bytes; nobody wrote a longer row, so a quote in it was never closed. */
const LONGEST_ROW = 1 << 20;
/** Bytes of a line of JSON: a ticket with all its comments. */
export const LONGEST_LINE = 64 << 20;

/** Bytes without the end of a line that are put together before they are looked through. */
const TOGETHER = 1 << 20;

interface Piece {
  records: { cells: string[]; end: number; fault?: string }[];
  /** The first line of what is left is no record, for this reason. */
  drop?: string;
}

/**
 * Cuts bytes into records, a piece at a time. What comes out is the same however the bytes are cut and wherever it starts again.
 * Bytes are taken as Latin 1, so that every place in a string is one in the file.
 */
async function* cutRecords(
  pieces: AsyncIterable<Buffer>,
  from: Place,
  newline: string,
  cut: (text: string, isLast: boolean) => Piece,
): AsyncGenerator<Record[]> {
  let held = '';
  let dropped: string | undefined;
  let place = from;
  const step = (end: number, count: number): Place => {
    let line = place.line;
    for (let at = held.indexOf(newline); at >= 0 && at < end; at = held.indexOf(newline, at + 1)) line++;
    held = held.slice(end);
    place = { offset: place.offset + end, line, record: place.record + count };
    return place;
  };

  function* read(isLast: boolean): Generator<Record> {
    for (;;) {
      if (dropped !== undefined) {
        const line = place.line;
        const end = held.indexOf(newline);
        if (end < 0 && !isLast) {
          // Its place is not told before its end is found.
          step(held.length, 0);
          return;
        }
        const fault = dropped;
        dropped = undefined;
        yield { cells: [], line, after: step(end < 0 ? held.length : end + newline.length, 1), fault };
      }
      if (held === '') return;
      const { records, drop } = cut(held, isLast);
      let start = 0;
      for (const { end, ...record } of records) {
        const line = place.line;
        const isEmpty = record.cells.length === 1 && record.cells[0]?.trim() === '';
        const after = step(end - start, isEmpty ? 0 : 1);
        start = end;
        if (!isEmpty) yield { ...record, line, after };
      }
      if (drop === undefined) return;
      dropped = drop;
    }
  }

  let waiting: string[] = [];
  let units = 0;
  for await (const piece of pieces) {
    const text = piece.toString('latin1');
    waiting.push(text);
    units += text.length;
    // A very long line would be put together anew with every piece of it.
    if (units < TOGETHER && !text.includes(newline)) continue;
    held += waiting.join('');
    [waiting, units] = [[], 0];
    yield [...read(false)];
  }
  held += waiting.join('');
  yield [...read(true)];
}

/** How rows of CSV are written. */
export interface Table {
  delimiter: string;
  newline: '\n' | '\r';
  columns: readonly string[];
}

/**
 * The rows of CSV. A row whose quotes do not match is a fault; one that never ends, or that runs on into the quotes of another row,
 * costs its first line alone.
 */
export function readCsvRecords(
  pieces: AsyncIterable<Buffer>,
  { delimiter, newline, columns }: Table,
  from: Place,
  longest = LONGEST_ROW,
): AsyncGenerator<Record[]> {
  const NEVER_ENDS = 'a quote opens here and is never closed';
  const NO_MATCH = 'its quotes do not match';
  const TOO_LONG = `is longer than ${longest >> 20} MB, or opens a quote that is never closed`;
  return cutRecords(pieces, from, newline, (text, isLast) => {
    const records: Piece['records'] = [];
    let start = 0;
    let drop: string | undefined;
    const parser = new Papa.Parser({
      delimiter,
      newline,
      step: ({ data: [cells = []], errors, meta: { cursor } }: Papa.ParseStepResult<string[][]>) => {
        const isUnclosed = errors.some(({ code }) => code === 'MissingQuotes');
        const runsOn = () =>
          cells.length !== columns.length || opensLater(text.slice(start, cursor), delimiter, newline);
        if (isUnclosed || cursor - start > longest) drop = cursor - start > longest ? TOO_LONG : NEVER_ENDS;
        else if (errors.length > 0 && runsOn()) drop = NO_MATCH;
        if (drop !== undefined) {
          parser.abort();
          return;
        }
        cells.push((cells.pop() ?? '').replace(/\r$/, ''));
        records.push({ cells, end: cursor, ...(errors.length > 0 && { fault: NO_MATCH }) });
        start = cursor;
      },
    });
    parser.parse(text, 0, !isLast);
    if (!drop && !isLast && text.length - start > longest) drop = TOO_LONG;
    return { records, ...(drop !== undefined && { drop }) };
  });
}

/** Whether a quote opens a cell in a later line of a row: that line is a row of its own. A backslash before a quote is no beginning. */
function opensLater(row: string, delimiter: string, newline: string): boolean {
  const [, ...later] = row.split(newline);
  return later.some((line) => {
    for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
      const isFirst = at === 0 || line.startsWith(delimiter, at - delimiter.length);
      if (isFirst && /[^"\r]/.test(line[at + 1] ?? '"') && !line.startsWith(delimiter, at + 1)) return true;
    }
    return false;
  });
}

/** Lines, each a record of one cell. */
export function readLineRecords(
  pieces: AsyncIterable<Buffer>,
  from: Place,
  longest = LONGEST_LINE,
): AsyncGenerator<Record[]> {
  return cutRecords(pieces, from, '\n', (text, isLast) => {
    const records: Piece['records'] = [];
    const drop = `is longer than ${longest >> 20} MB`;
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start);
      if ((end < 0 ? text.length : end) - start > longest) return { records, drop };
      if (end < 0 && !isLast) break;
      const to = end < 0 ? text.length : end + 1;
      records.push({ cells: [text.slice(start, to).replace(/\r?\n$/, '')], end: to });
      start = to;
    }
    return { records };
  });
}
