import { RULE_MEASURES, type RuleCounts, splitVersion, TOTAL_MEASURES, type Totals, zeros } from './counts.ts';
import { addDays } from './days.ts';
import { getLength, type Range } from './range.ts';
import type { Dimension, Extent, Filter, Replaced, StatsSource, Sum } from './source.ts';

/** Totals, and what became of the phrases in them. */
export type Both = Totals & RuleCounts;

/** One of several: a week, a desk, a rule, a version. */
export type Part = Both & { key: string };

/** All that the page shows of a period, from one source. */
export interface Report {
  filter: Filter;
  all: Both;
  /** Whether `times` are days, as in short periods, or weeks, named by their Monday. */
  unit: 'day' | 'week';
  /** Each day or week of the period, also where nothing was written, from the first with a word to the last. */
  times: Part[];
  desks: Part[];
  /** By `pack`. The words are those of the replies in which it spoke. */
  packs: Part[];
  /** By `pack/rule`. The words are those of the replies in which its pack spoke, but for weeks in which the rule was off. */
  rules: Part[];
  /** What there is to say of a rule that was flagged or not: the totals of its pack, by the pack's id. */
  spoken: ReadonlyMap<string, Totals>;
  /** Rules that were switched off in some of it, where that is known. */
  off: readonly RuleOff[];
  /** `times` without these rules: what a trend is told from. */
  steady: readonly Part[];
  /** By `pack@version`. The words are those of the replies in which it spoke. */
  versions: Part[];
  /** Empty where nobody is in a group. */
  groups: Part[];
  replaced: Replaced[];
}

/** A rule that was off in some weeks of a period. */
export interface RuleOff {
  /** `pack/rule` */
  rule: string;
  /** Of replies that went out in the other weeks. */
  words: number;
}

/** Days up to which a period is shown by day. */
const SHORT = 31;

/**
 * Asks a source for all that the page shows of a period.
 *
 * @throws whatever the source throws
 */
export async function askReport(source: StatsSource, filter: Filter, extent: Extent): Promise<Report> {
  const unit = getLength(cut(filter, extent)) <= SHORT ? 'day' : 'week';
  const by = (dimension: Dimension) => askParts(source, filter, dimension);
  const [times, desks, versions, groups, packs, rules, replaced] = await Promise.all([
    by(unit),
    by('desk'),
    by('version'),
    extent.groups.length > 0 ? by('group') : [],
    by('pack'),
    source.sumRules({ ...filter, by: ['rule'] }),
    source.sumReplaced(filter),
  ]);
  const spoken = new Map(packs.map((part) => [part.key, pickTotals(part)]));
  const filled = fillGaps(times, unit);
  return {
    filter,
    all: addUp(times, ''),
    unit,
    times: filled,
    desks,
    versions,
    groups,
    rules: sortByFlags(rules.map((sum) => ({ ...createRule(sum.rule ?? '', spoken), ...pickCounts(sum) }))),
    packs: sortByFlags(packs.filter(({ flagged }) => flagged > 0)),
    spoken,
    off: [],
    steady: filled,
    replaced,
  };
}

/** What there is of a rule, flagged in this period or not. */
export function findRule({ rules, off, spoken }: Report, rule: string): Part {
  const found = rules.find(({ key }) => key === rule);
  if (found) return found;
  const known = off.find((one) => one.rule === rule);
  return { ...createRule(rule, spoken), ...(known && { words: known.words }) };
}

/** A rule of which nothing is counted, in the drafts in which its pack spoke. */
function createRule(rule: string, spoken: Report['spoken']): Part {
  return { ...createPart(rule), ...spoken.get(splitVersion(`${rule}@`).pack) };
}

/** Totals and what became of phrases, told apart by one thing. */
async function askParts(source: StatsSource, filter: Filter, dimension: Dimension): Promise<Part[]> {
  const question = { ...filter, by: [dimension] };
  const [totals, rules] = await Promise.all([source.sumTotals(question), source.sumRules(question)]);
  const parts = new Map<string, Part>();
  const get = (key: string) => parts.get(key) ?? createPart(key);
  for (const sum of totals) parts.set(sum[dimension] ?? '', { ...get(sum[dimension] ?? ''), ...pickTotals(sum) });
  for (const sum of rules) parts.set(sum[dimension] ?? '', { ...get(sum[dimension] ?? ''), ...pickCounts(sum) });
  return [...parts.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What is flagged and not yet mended, ignored, sent or dropped: drafts that are not done. */
export function getOpen({
  flagged,
  undone,
  mended,
  reworded,
  rewritten,
  ignored,
  switchedOff,
  sent,
  dropped,
}: RuleCounts): number {
  return Math.max(0, flagged + undone - mended - reworded - rewritten - ignored - switchedOff - sent - dropped);
}

export function createPart(key: string): Part {
  return { key, ...zeros(TOTAL_MEASURES), ...zeros(RULE_MEASURES) };
}

export function addUp(parts: readonly Both[], key: string): Part {
  const sum = createPart(key);
  for (const part of parts) for (const measure of MEASURES) sum[measure] += part[measure];
  return sum;
}

const MEASURES = [...TOTAL_MEASURES, ...RULE_MEASURES] as const;

function pick<Measure extends string>(sum: Record<Measure, number>, measures: readonly Measure[]) {
  return Object.fromEntries(measures.map((measure) => [measure, sum[measure]])) as Record<Measure, number>;
}

const pickTotals = (sum: Sum<Totals>): Totals => pick(sum, TOTAL_MEASURES);
const pickCounts = (sum: Sum<RuleCounts>): RuleCounts => pick(sum, RULE_MEASURES);

function sortByFlags(parts: Part[]): Part[] {
  return parts.sort((a, b) => b.flagged - a.flagged || (a.key < b.key ? -1 : 1));
}

/** With a part for each day or week between the first and the last. */
function fillGaps(parts: readonly Part[], unit: Report['unit']): Part[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  const known = new Map(parts.map((part) => [part.key, part]));
  const filled: Part[] = [];
  for (let key = first.key; key <= last.key; key = addDays(key, unit === 'day' ? 1 : 7))
    filled.push(known.get(key) ?? createPart(key));
  return filled;
}

/** What of the period there is to ask for. */
function cut({ from, to }: Range, { first = from, last = to }: Extent): Range {
  return { from: first > from ? first : from, to: last < to ? last : to };
}
