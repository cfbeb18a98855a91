import { type Day, type DayCounts, RULE_MEASURES, TOTAL_MEASURES } from './counts.ts';
import type { Sheet } from './team-sheet.ts';

/** The small file by which an agent's counts come to a team: JSON that its owner can read, a rule a line. */

export const FORMAT = 'cando-counts';
export const VERSION = 1;

/** Who exported it, and when. */
export interface TeamHead {
  /** A random UUID: the same in each file of an agent. */
  agent: string;
  /** Only when its owner ticked it. */
  name?: string;
  group?: string;
  /** `2026-11-22T18:05:31Z` */
  exported: string;
}

/** A file as it was read. */
export interface TeamFile extends TeamHead {
  sheet: Sheet;
}

/** What keeps a file from being taken. */
export type TeamFaultKind =
  | 'tooLarge'
  | 'unreadable'
  | 'notJson'
  | 'notOurs'
  | 'newer'
  | 'agent'
  | 'exported'
  | 'shape'
  | 'empty'
  | 'day'
  | 'future'
  | 'twice'
  | 'desk'
  | 'key'
  | 'number'
  | 'tooMany';

export interface TeamFault {
  kind: TeamFaultKind;
  /** Where in the file, such as `2026-11-20, zendesk, tone/a@1.0.0, flagged`; empty where the whole is meant. */
  place: string;
  /** What was found there, cut short; empty where that says nothing. */
  found: string;
}

/** `exported` as the file has it, of a time in milliseconds since 1970. */
export function toExported(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The days from one to another, both counted in. */
export function selectDays(days: readonly DayCounts[], from: Day, to: Day): DayCounts[] {
  return days.filter(({ day }) => day >= from && day <= to);
}

/**
 * The file's text: the same for the same counts, whatever their order. Zeros and days without any count are left out, and nothing
 * goes along that the types do not name.
 */
export function writeTeamFile({ agent, name, group, exported }: TeamHead, days: readonly DayCounts[]): string {
  const head = Object.entries({ format: FORMAT, version: VERSION, agent, name, group, exported })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `  ${quote(key)}: ${JSON.stringify(value)},\n`);
  const written = [...days]
    .sort((a, b) => order(a.day, b.day) || order(a.desk, b.desk))
    .map(writeDay)
    .filter((text) => text !== '');
  return `{\n${head.join('')}  "days": [\n${written.join(',\n')}\n  ]\n}\n`;
}

function writeDay({ day, desk, revision, totals, packs, rules, replaced }: DayCounts): string {
  const parts = [
    writeNumbers(totals, TOTAL_MEASURES).map((text) => `      "totals": ${text}`),
    writeEach('packs', packs, (numbers) => writeNumbers(numbers, TOTAL_MEASURES)),
    writeEach('rules', rules, (numbers) => writeNumbers(numbers, RULE_MEASURES)),
    writeEach('replaced', replaced, (times) => writeNumbers(times, Object.keys(times).sort(order))),
  ].flat();
  if (parts.length === 0) return '';
  const head = `      "day": ${quote(day)}, "desk": ${quote(desk)}, "revision": ${revision}`;
  return `    {\n${[head, ...parts].join(',\n')}\n    }`;
}

function writeEach<Some>(name: string, each: Record<string, Some>, write: (some: Some) => string[]): string[] {
  const lines = Object.keys(each)
    .sort(order)
    .flatMap((key) => write(each[key] as Some).map((text) => `        ${quote(key)}: ${text}`));
  return lines.length === 0 ? [] : [`      ${quote(name)}: {\n${lines.join(',\n')}\n      }`];
}

/** On one line; nothing when all are zero. */
function writeNumbers(numbers: Record<string, number | undefined>, names: readonly string[]): string[] {
  let line = '';
  for (const name of names) if (numbers[name]) line += `${line && ', '}${quote(name)}: ${numbers[name]}`;
  return line === '' ? [] : [`{${line}}`];
}

const quoted = new Map<string, string>();

/** The same few hundred words stand in a file again and again. */
function quote(text: string): string {
  let known = quoted.get(text);
  if (known === undefined) {
    known = JSON.stringify(text);
    quoted.set(text, known);
  }
  return known;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
