import type { Day } from './counts.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MILLISECONDS = 86_400_000;

/** Whether this is a day of the calendar, written as days are here. */
export function isDay(raw: unknown): raw is Day {
  return typeof raw === 'string' && DAY.test(raw) && toDay(toTime(raw)) === raw;
}

/** The calendar day, in the machine's time zone, of a time in milliseconds since 1970. */
export function getDay(at: number): Day {
  const date = new Date(at);
  return toDay(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

export function addDays(day: Day, count: number): Day {
  return toDay(toTime(day) + count * MILLISECONDS);
}

/** Days from one to the other; 0 for the same. */
export function countDays(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / MILLISECONDS);
}

/** The Monday of the day's week, by which weeks are named. */
export function getWeek(day: Day): Day {
  const weekday = new Date(toTime(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function toTime(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
