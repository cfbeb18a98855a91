import { type DayCounts, RULE_MEASURES, TOTAL_MEASURES, zeros } from '../stats/counts.ts';

/** A day at one desk as it is stored: numbers in the order of their measures, without the zeros at the end. */
export interface StatsRow {
  day: string;
  desk: string;
  revision: number;
  totals: number[];
  packs: Record<string, number[]>;
  rules: Record<string, number[]>;
  replaced: Record<string, Record<string, number>>;
}

export function toRow({ day, desk, revision, totals, packs, rules, replaced }: DayCounts): StatsRow {
  return {
    day,
    desk,
    revision,
    totals: fold(totals, TOTAL_MEASURES),
    packs: mapValues(packs, (counts) => fold(counts, TOTAL_MEASURES)),
    rules: mapValues(rules, (counts) => fold(counts, RULE_MEASURES)),
    replaced,
  };
}

export function toCounts({ day, desk, revision, totals, packs, rules, replaced }: StatsRow): DayCounts {
  return {
    day,
    desk,
    revision,
    totals: { ...zeros(TOTAL_MEASURES), ...unfold(totals, TOTAL_MEASURES) },
    packs: mapValues(packs, (numbers) => unfold(numbers, TOTAL_MEASURES)),
    rules: mapValues(rules, (numbers) => unfold(numbers, RULE_MEASURES)),
    replaced,
  };
}

function fold<Measure extends string>(counts: Partial<Record<Measure, number>>, measures: readonly Measure[]) {
  const numbers = measures.map((measure) => counts[measure] ?? 0);
  return numbers.slice(0, numbers.findLastIndex((number) => number > 0) + 1);
}

function unfold<Measure extends string>(numbers: readonly number[], measures: readonly Measure[]) {
  const named = measures.map((measure, at) => [measure, numbers[at] ?? 0] as const);
  return Object.fromEntries(named.filter(([, number]) => number > 0)) as Partial<Record<Measure, number>>;
}

function mapValues<From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
