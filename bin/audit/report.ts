import type { CompiledPack } from '../../lib/engine/pack.ts';
import type { Severity } from '../../lib/engine/types.ts';
import type { Counts, Fault, Tally, Totals } from './totals.ts';
import { getScore, type Worst } from './worst.ts';

/** What an audit says, as `--format json` writes it. */
export interface Report {
  counts: Counts;
  /** Flags in 100 words, and the share of replies that have one, from 0 to 1. */
  flagsIn100Words: number;
  shareFlagged: number;
  categories: Line[];
  rules: (Line & { severity: Severity })[];
  worst: (Omit<Worst, 'key' | 'flags'> & { score: number; flags: { rule: string; count: number }[] })[];
  /** The first of the records that could not be read. */
  broken: Fault[];
}

/** Where the replies stood. */
export interface Source {
  /** What the numbers of records count. */
  place: 'line' | 'item';
  /** The name of their column, where it has one. */
  column?: string;
}

export interface Line extends Tally {
  id: string;
  in100Words: number;
  share: number;
}

/** Puts totals in order: the most frequent first, the worst reply first. */
export function makeReport(
  { counts, rules, categories, faults, worst }: Totals,
  packs: readonly CompiledPack[],
): Report {
  const severities = new Map(packs.flatMap((pack) => pack.rules.map(({ id, severity }) => [id, severity] as const)));
  const toLines = (tallies: ReadonlyMap<string, Tally>): Line[] =>
    [...tallies]
      .map(([id, { flags, replies }]) => ({
        id,
        flags,
        in100Words: divide(flags * 100, counts.words),
        replies,
        share: divide(replies, counts.replies),
      }))
      .sort((a, b) => b.flags - a.flags || (a.id < b.id ? -1 : 1));
  return {
    counts,
    flagsIn100Words: divide(counts.flags * 100, counts.words),
    shareFlagged: divide(counts.flagged, counts.replies),
    categories: toLines(categories),
    // A blank left open is no rule of a pack.
    rules: toLines(rules).map((line) => ({ ...line, severity: severities.get(line.id) ?? 'error' })),
    worst: worst
      .map(({ key, flags, ...one }) => ({
        ...one,
        score: round(getScore(one)),
        flags: flags.map(([rule, count]) => ({ rule, count })),
      }))
      .sort((a, b) => b.score - a.score || a.line - b.line || a.part - b.part),
    broken: [...faults].sort((a, b) => a.line - b.line),
  };
}

function divide(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

/** Four places: more would tell of nothing. */
function round(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}
