import Papa from 'papaparse';
import { parseBy } from '../packs/issues.ts';
import { LIMITS } from '../packs/limits.ts';
import { termSchema, type WrittenPackFile } from '../packs/pack-schema.ts';

/** A glossary as a spreadsheet has it: one term a line, in columns of these names, in any order. */

export type WrittenTerm = NonNullable<WrittenPackFile['terms']>[number];

export interface Glossary {
  terms: WrittenTerm[];
  /** Lines that no term could be made of, and columns that mean nothing; lines count from 1. */
  faults: { line: number; message: string }[];
}

const COLUMNS = ['say', 'not', 'kind', 'variety', 'severity', 'why'] as const;
type Column = (typeof COLUMNS)[number];

/** What else people call them. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
  use: 'say',
  preferred: 'say',
  term: 'say',
  right: 'say',
  approved: 'say',
  avoid: 'not',
  "don't say": 'not',
  'do not say': 'not',
  'not that': 'not',
  wrong: 'not',
  banned: 'not',
  forbidden: 'not',
  instead: 'not',
  type: 'kind',
  english: 'variety',
  level: 'severity',
  reason: 'why',
  note: 'why',
  notes: 'why',
  comment: 'why',
};

/** Between several words in a cell. */
const SEVERAL = /[|;\n]/;
/** A spreadsheet would take such a cell for a formula; a quotation mark before it says that it is text. */
const FORMULA = /^'(?=[=+\-@\t\r])/;

/**
 * Reads a glossary from the text of a CSV file, or from cells that were pasted. The first line may name the columns; without
 * names, the first is `say` and the second `not`. Several words under `not` stand between `|`, `;` or on lines of their own.
 */
export function readGlossary(text: string): Glossary {
  const faults: Glossary['faults'] = [];
  const source = text.replace(/^\uFEFF/, '');
  const [top = ''] = source.split('\n', 1);
  const { data } = Papa.parse<string[]>(source, {
    // Cells that were pasted out of a spreadsheet.
    ...(top.includes('\t') ? { delimiter: '\t' } : { delimitersToGuess: [',', ';'] }),
    preview: LIMITS.terms + 2,
  });
  const [first = []] = data;
  const isNamed = first.some((cell) => toColumn(cell) !== undefined);
  const columns = isNamed ? first.map(toColumn) : (['say', 'not'] as (Column | undefined)[]);
  for (const [at, cell] of (isNamed ? first : []).entries()) {
    if (!columns[at] && cell.trim() !== '')
      faults.push({ line: 1, message: `no column "${cell.trim()}"; there are ${COLUMNS.join(', ')}` });
  }
  const terms: WrittenTerm[] = [];
  for (const [index, cells] of data.entries()) {
    if ((isNamed && index === 0) || cells.every((cell) => cell.trim() === '')) continue;
    const line = index + 1;
    if (terms.length === LIMITS.terms) {
      faults.push({ line, message: `a glossary holds ${LIMITS.terms} terms at most; the rest is left out` });
      break;
    }
    const term = toTerm(cells, columns);
    const { value, issues } = parseBy(termSchema, term);
    if (!value) faults.push(...issues.map(({ path, message }) => ({ line, message: `${path.join('.')}: ${message}` })));
    else if (value.say === undefined && value.not.length === 0)
      faults.push({ line, message: 'it says neither what to say nor what not' });
    else terms.push(term);
  }
  return { terms, faults };
}

/** The glossary as CSV, with the columns that it uses; a cell that looks like a formula is marked as text. */
export function writeGlossary(terms: readonly WrittenTerm[]): string {
  const rows = terms.map((term) => COLUMNS.map((column) => toCell(term[column])));
  const used = COLUMNS.map((column, at) => column === 'say' || column === 'not' || rows.some((row) => row[at] !== ''));
  const keep = (row: readonly string[]) => row.filter((_, at) => used[at]);
  return `${Papa.unparse([keep(COLUMNS), ...rows.map(keep)], { escapeFormulae: true, newline: '\n' })}\n`;
}

function toColumn(cell: string): Column | undefined {
  const name = cell.trim().toLowerCase().replaceAll('’', "'");
  const column = COLUMNS.find((one) => one === name);
  return column ?? (Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined);
}

function toTerm(cells: readonly string[], columns: readonly (Column | undefined)[]): WrittenTerm {
  const term: Record<string, unknown> = {};
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').replace(FORMULA, '').trim();
    if (!column || cell === '') continue;
    if (column === 'not') {
      const words = cell
        .split(SEVERAL)
        .map((one) => one.trim())
        .filter(Boolean);
      term.not = words.length === 1 ? words[0] : words;
    } else term[column] = column === 'say' || column === 'why' ? cell : cell.toLowerCase();
  }
  if (term.severity === 'hint') term.severity = 'info';
  // Words to leave out, with nothing to say in their place, are what a banned word is.
  if (term.say === undefined && term.kind === undefined) term.kind = 'banned';
  return term as WrittenTerm;
}

function toCell(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(' | ') : (value ?? '');
}
