import Papa from 'papaparse';
import { nameSeverity } from '../streams.ts';
import { tell, tellNumber } from '../words.ts';
import { quote } from './layout.ts';
import type { Line, Report, Source } from './report.ts';

export type Format = 'table' | 'csv' | 'json';

/** A report as text. `isMacros` names what was read. */
export function printReport(
  report: Report,
  format: Format,
  isMacros: boolean,
  source: Source = { place: 'line' },
): string {
  const { column } = source;
  if (format === 'json') return `${JSON.stringify({ ...(column !== undefined && { column }), ...report }, null, 2)}\n`;
  return format === 'csv' ? toCsv(report) : toTable(report, isMacros, source);
}

const COLUMNS = [
  ...['kind', 'name', 'severity', 'flags', 'flags_in_100_words', 'replies', 'share_of_replies'],
  ...['line', 'id', 'times', 'usage', 'words', 'score', 'text'],
];

/** One table of all, told apart by its first column; no cell is taken for a formula by a spreadsheet. */
function toCsv({ counts, flagsIn100Words, shareFlagged, categories, rules, worst, broken }: Report): string {
  const toRow = (kind: string, { id, flags, in100Words, replies, share }: Line) => ({
    ...{ kind, name: id, flags, flags_in_100_words: in100Words, replies, share_of_replies: share },
  });
  const rows: Record<string, unknown>[] = [
    {
      ...{ kind: 'total', name: 'all', flags: counts.flags, flags_in_100_words: flagsIn100Words },
      ...{ replies: counts.replies, share_of_replies: shareFlagged, words: counts.words },
    },
    ...categories.map((line) => toRow('category', line)),
    ...rules.map((line) => ({ ...toRow('rule', line), severity: nameSeverity(line.severity) })),
    ...worst.map(({ flags, title, part, weight, ...rest }) => ({
      kind: 'worst',
      name: title ?? '',
      flags: flags.map(({ rule, count }) => `${rule} ${count}`).join('; '),
      ...rest,
    })),
    ...broken.map(({ line, message }) => ({ kind: 'broken', line, text: message })),
  ];
  return `${Papa.unparse({ fields: COLUMNS, data: rows }, { escapeFormulae: FORMULA, newline: '\n' })}\n`;
}

/** What a spreadsheet may take for a formula, white space and signs that nobody sees before it too. */
const FORMULA = /^[\s\p{C}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

function toTable(report: Report, isMacros: boolean, { place, column }: Source): string {
  const { counts, flagsIn100Words, shareFlagged, categories, rules, worst, broken } = report;
  const what = isMacros ? 'macros' : 'replies';
  const found = tell(counts.replies, isMacros ? 'macro' : 'reply');
  const head = [
    `${found}, ${tell(counts.words, 'word')}${column === undefined ? '' : `, read from ${quote(column)}`}`,
    `${tell(counts.flags, 'flag')} (${tell(counts.errors, 'error')}, ${tell(counts.warnings, 'warning')}, ${tell(counts.hints, 'hint')}): ${flagsIn100Words.toFixed(2)} in 100 words, in ${percent(shareFlagged)} of the ${what}`,
    ...(isMacros && counts.uses > 0 ? [`used ${tell(counts.uses, 'time')} in all`] : []),
    ...describeLeft(report),
  ];
  const lines = (title: string, all: readonly Line[]) =>
    all.length === 0
      ? []
      : ['', `${title.padEnd(36)}   flags  in 100 words  ${what.padStart(9)}   share`, ...all.map(describeLine)];
  const listed = worst.flatMap(({ line, part, id, title, usage, times, score, words, flags, text }) => [
    `  ${score.toFixed(1).padStart(8)}  ${place} ${line}${part > 0 ? `, part ${part + 1}` : ''}${id ? `  ${plain(id)}` : ''}${title ? `  ${plain(title)}` : ''}${usage === undefined ? '' : `  used ${tell(usage, 'time')}`}${times > 1 ? `  ${tell(times, 'time')}` : ''}  ${tell(words, 'word')}`,
    `            ${flags.map(({ rule, count: of }) => (of > 1 ? `${rule} ×${of}` : rule)).join(', ')}`,
    ...(text === undefined
      ? []
      : plain(text, true)
          .split('\n')
          .map((row) => `            | ${row}`)),
  ]);
  const weighed = worst.some(({ usage }) => usage !== undefined) ? ', times the uses' : '';
  return [
    ...head,
    ...lines('category', categories),
    ...lines('rule', rules),
    ...(worst.length === 0 ? [] : ['', `the worst ${what} (weight of their flags in 100 words${weighed})`, ...listed]),
    ...(broken.length === 0
      ? []
      : ['', 'could not be read', ...broken.map(({ line, message }) => `  ${place} ${line}: ${plain(message)}`)]),
    '',
  ].join('\n');
}

function describeLine({ id, flags, in100Words, replies, share }: Line): string {
  return `${id.padEnd(36)} ${tellNumber(flags).padStart(7)}  ${in100Words.toFixed(3).padStart(12)}  ${tellNumber(replies).padStart(9)}  ${percent(share).padStart(6)}`;
}

/** What was read and not counted, or not wholly. */
export function describeLeft({ counts: { broken, empty, others, unclear, cut, legacy } }: Report): string[] {
  return [
    ...(broken > 0 ? [`${tell(broken, 'broken record')} left out`] : []),
    ...(empty > 0 ? [`${tellNumber(empty)} without text`] : []),
    ...(others > 0 ? [`${tellNumber(others)} of customers, or private notes, left out`] : []),
    ...(unclear > 0
      ? [`of ${tell(unclear, 'macro')} it could not be read how often they were used; each counts as one use`]
      : []),
    ...(cut > 0 ? [`${tellNumber(cut)} very long, of which the beginning was read`] : []),
    ...(legacy > 0 ? [`${tell(legacy, 'record')} no UTF-8 and read as Windows-1252`] : []),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Without what would move a terminal's cursor or change its colours; of lines only where they are wanted. */
function plain(text: string, withLines = false): string {
  return text.replace(/\p{C}|[\u2028\u2029]/gu, (sign) => (withLines && sign === '\n' ? sign : ' '));
}
