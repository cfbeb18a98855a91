import Papa from 'papaparse';

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

/** Names of columns that hold a reply, the surest first; the ending of a path counts too (`comments.body`). */
const NAMES = [
  ...['reply', 'agent_reply', 'reply_text', 'response', 'answer', 'public_comment', 'comment_body', 'plain_body'],
  ...['body', 'body_text', 'comment', 'latest_comment', 'message', 'text', 'content', 'html_body', 'description'],
];

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

/** Whether a line names columns: one that stands alone must have a name that is known. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.length === 1) return NAMES.includes(fold(cells[0] ?? ''));
  return cells.every((cell) => countWords(cell) <= 6 && !/[.!?]\s*$/.test(cell));
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

/** Plain values by their path; a list of records gives as many rows. */
function flatten(value: unknown, path = '', depth = 0): Map<string, string>[] {
  if (value === null || value === undefined || depth > 4) return [new Map()];
  if (Array.isArray(value)) {
    const rows = value.flatMap((item) => flatten(item, path, depth + 1));
    return rows.length > 0 ? rows : [new Map()];
  }
  if (typeof value !== 'object') return [new Map([[path, String(value)]])];
  let rows: Map<string, string>[] = [new Map()];
  for (const [key, inner] of Object.entries(value)) {
    const more = flatten(inner, path ? `${path}.${key}` : key, depth + 1);
    // Only one list multiplies: two together would make every pair.
    if (more.length > 1 && rows.length > 1) continue;
    rows = rows.flatMap((row) => more.map((extra) => new Map([...row, ...extra])));
  }
  return rows;
}

/** By its name, or else the column with the longest words. */
function findText(columns: readonly string[], rows: readonly string[][]): number {
  if (columns.length === 1) return 0;
  const folded = columns.map(fold);
  for (const name of NAMES) {
    const at = folded.findIndex((column) => column === name || column.endsWith(`.${name}`));
    if (at >= 0) return at;
  }
  const sample = rows.slice(0, 200);
  const lengths = columns.map((_, at) => sample.reduce((sum, row) => sum + countWords(row[at] ?? ''), 0));
  const longest = Math.max(...lengths);
  return longest >= sample.length * 3 ? lengths.indexOf(longest) : -1;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Words of a reply that was written as HTML; a text without tags stays as it is. */
function toPlain(text: string): string {
  if (!/<\/?(?:p|div|br|span|a|li|ul|b|i|strong|em)\b[^>]*>/i.test(text)) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w{2,6}));/g, (whole, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[name] ?? whole),
    )
    .replace(/\n{3,}/g, '\n\n');
}
