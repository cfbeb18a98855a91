import type { Severity } from '../../lib/engine/types.ts';
import { addWorst, type Worst } from './worst.ts';

/** What an audit has counted so far: whole numbers, so that sums of parts are the sum of the whole. */
export interface Totals {
  counts: Counts;
  /** By rule and by category: flags, and replies that have one. */
  rules: Map<string, Tally>;
  categories: Map<string, Tally>;
  /** The first records that could not be read, by their line. */
  faults: Fault[];
  worst: Worst[];
}

export interface Tally {
  flags: number;
  replies: number;
}

export interface Fault {
  line: number;
  message: string;
}

export const COUNTS = [
  'replies',
  'words',
  'flags',
  /** Replies with a flag. */
  'flagged',
  'errors',
  'warnings',
  'hints',
  /** How often the macros were used, where the file says so. */
  'uses',
  /** Macros of which it says so in no number. */
  'unclear',
  /** Records that could not be read. */
  'broken',
  /** Records and comments without text. */
  'empty',
  /** Comments of customers, and private notes. */
  'others',
  /** Replies of which only the beginning was read. */
  'cut',
  /** Records in another encoding. */
  'legacy',
] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

/** Broken records that are named. */
const MOST_FAULTS = 20;

export const SEVERITY_COUNTS = { error: 'errors', warning: 'warnings', info: 'hints' } as const satisfies Record<
  Severity,
  keyof Counts
>;

export function createTotals(): Totals {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
  return { counts, rules: new Map(), categories: new Map(), faults: [], worst: [] };
}

/** Adds the totals of one part to those of others, whatever their order. Keeps so many of the worst. */
export function addTotals(sum: Totals, part: Totals, mostWorst: number): void {
  for (const name of COUNTS) sum.counts[name] += part.counts[name];
  for (const name of ['rules', 'categories'] as const) {
    for (const [id, { flags, replies }] of part[name]) tally(sum[name], id, flags, replies);
  }
  for (const fault of part.faults) addFault(sum, fault);
  for (const worst of part.worst) addWorst(sum.worst, worst, mostWorst);
}

export function tally(tallies: Map<string, Tally>, id: string, flags: number, replies: number): void {
  const known = tallies.get(id);
  if (!known) tallies.set(id, { flags, replies });
  else {
    known.flags += flags;
    known.replies += replies;
  }
}

/** Remembers a record that could not be read, if it is one of the first. */
export function addFault({ faults }: Totals, fault: Fault): void {
  if (faults.length < MOST_FAULTS) faults.push(fault);
}
