import { i18n } from '#i18n';
import type { Day } from '../../lib/stats/counts.ts';
import type { Range } from '../../lib/stats/range.ts';
import { getShare } from '../../lib/stats/rate.ts';
import { getLocales } from '../language.ts';

const numbers = new Map<string, Intl.NumberFormat>();
const days = new Map<string, Intl.DateTimeFormat>();

export function writeCount(count: number): string {
  return getNumbers('count', { maximumFractionDigits: 0 }).format(count);
}

/** Flags in 100 words: the rarer they are, the more places. */
export function writeRate(rate: number | undefined): string {
  if (rate === undefined) return '–';
  if (rate === 0) return writeCount(0);
  if (rate < 0.1) return getNumbers('rare', { minimumSignificantDigits: 2, maximumSignificantDigits: 2 }).format(rate);
  const digits = rate < 1 ? 2 : 1;
  return getNumbers(`rate${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(rate);
}

/** A percentage, or "3 of 7" where there is too little for one. */
export function writeShare(part: number, whole: number): string {
  const share = getShare(part, whole);
  if (share === undefined) return i18n.t('stats.partOf', [writeCount(part), writeCount(whole)]);
  return getNumbers('share', { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function writeDay(day: Day): string {
  return getDays('medium', { dateStyle: 'medium' }).format(toDate(day));
}

/** As on an axis: the day and its month, or where there are many the month and its year. */
export function writeShortDay(day: Day, isOfMany: boolean): string {
  if (isOfMany) return getDays('month', { month: 'short', year: 'numeric' }).format(toDate(day));
  return getDays('short', { day: 'numeric', month: 'short' }).format(toDate(day));
}

export function writeRange({ from, to }: Range): string {
  return getDays('medium', { dateStyle: 'medium' }).formatRange(toDate(from), toDate(to));
}

function getNumbers(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = numbers.get(name) ?? new Intl.NumberFormat(getLocales(), options);
  numbers.set(name, known);
  return known;
}

function getDays(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Days are days of the calendar, in whatever time zone they were.
  const known = days.get(name) ?? new Intl.DateTimeFormat(getLocales(), { ...options, timeZone: 'UTC' });
  days.set(name, known);
  return known;
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
