import type { Day } from './counts.ts';
import { addDays, countDays } from './days.ts';

/** The first and the last day, both counted in. */
export interface Range {
  from: Day;
  to: Day;
}

export const PRESETS = ['week', 'month', 'quarter', 'year', 'all', 'own'] as const;
export type Preset = (typeof PRESETS)[number];

const LENGTHS = { week: 7, month: 28, quarter: 91, year: 364 } as const;

/** With what a period is compared: the days right before it, the same a year ago, or days of one's own. */
export const COMPARISONS = ['none', 'before', 'year', 'own'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Whole weeks up to today, or all that there is since the first day. */
export function getPreset(preset: Exclude<Preset, 'own'>, today: Day, first: Day = today): Range {
  if (preset === 'all') return { from: first < today ? first : today, to: today };
  return { from: addDays(today, 1 - LENGTHS[preset]), to: today };
}

/** Days in it, the first and the last among them. */
export function getLength({ from, to }: Range): number {
  return countDays(from, to) + 1;
}

/** As many days, right before. */
export function getBefore({ from, to }: Range): Range {
  return { from: addDays(from, -getLength({ from, to })), to: addDays(from, -1) };
}

/** The same days 52 weeks ago, so that Mondays meet Mondays. */
export function getYearBefore({ from, to }: Range): Range {
  return { from: addDays(from, -364), to: addDays(to, -364) };
}

/** Whether no day lies in both. */
export function isApart(one: Range, other: Range): boolean {
  return one.to < other.from || other.to < one.from;
}

/** The same two days in their order. */
export function putInOrder({ from, to }: Range): Range {
  return from <= to ? { from, to } : { from: to, to: from };
}
