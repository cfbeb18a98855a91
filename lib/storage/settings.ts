import type { Severity } from '../engine/types.ts';

/** What an agent has set. Everything is checked on reading: what is broken falls back to its default alone. */
export interface Settings {
  version: 1;
  /** Ids of rules, `pack/rule`, that are switched off. */
  off: string[];
  /** Wordings that are never flagged again by this rule, as `getPhraseKey` makes them. */
  ignored: string[];
  /** A rule's severity where it differs from the pack's. */
  severities: Record<string, Severity>;
  /** What is said in internal notes: unkind remarks only, or nothing. */
  notes: 'unkind' | 'off';
}

export const defaults: Readonly<Settings> = { version: 1, off: [], ignored: [], severities: {}, notes: 'unkind' };

/** Enough for years of one agent's clicks, and a bound on what a page must hold. */
const MOST = 2_000;
const LONGEST = 400;

/** Reads what storage holds, whatever it is. */
export function readSettings(raw: unknown): Settings {
  if (!isRecord(raw)) return { ...defaults };
  return {
    version: 1,
    off: readStrings(raw.off),
    ignored: readStrings(raw.ignored),
    severities: readSeverities(raw.severities),
    notes: raw.notes === 'off' ? 'off' : 'unkind',
  };
}

/** Rule and wording in one string; case, quotes and spacing do not matter. */
export function getPhraseKey(ruleId: string, wording: string): string {
  const words = wording
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return `${ruleId} ${words}`.slice(0, LONGEST);
}

/** The list with `value`, once; the oldest goes when it is full. */
export function withValue(list: readonly string[], value: string): string[] {
  return [...list.filter((one) => one !== value), value].slice(-MOST);
}

function readStrings(raw: unknown): string[] {
  if (!Array.isArray(raw)) return [];
  const strings = raw.filter(
    (one): one is string => typeof one === 'string' && one.length > 0 && one.length <= LONGEST,
  );
  return [...new Set(strings)].slice(-MOST);
}

function readSeverities(raw: unknown): Record<string, Severity> {
  if (!isRecord(raw)) return {};
  const known = Object.entries(raw).filter(([, value]) => value === 'error' || value === 'warning' || value === 'info');
  return Object.fromEntries(known.slice(0, MOST)) as Record<string, Severity>;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
