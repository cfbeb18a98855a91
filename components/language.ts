import { i18n } from '#i18n';

/** Milliseconds after which the name of a weekday would be doubtful. */
const WEEK = 6 * 24 * 3_600_000;

/** Things in a row as the interface's language lists them, which may hold an "and" themselves. What is false or empty is left out. */
export function joinWords(words: readonly (string | number | false | undefined)[]): string {
  const [first = '', ...others] = words.filter(Boolean).map(String);
  // What makes lists takes ten milliseconds to load, and most hold one thing.
  if (others.length === 0) return first;
  return new Intl.ListFormat(getLocales(), { type: 'unit', style: 'short' }).format([first, ...others]);
}

/** A day and its time, as in a table. */
export function writeDate(at: number): string {
  return new Intl.DateTimeFormat(getLocales(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A moment to come, in words: the time alone today, with the weekday this week, else with the date. */
export function writeMoment(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (isToday) return new Intl.DateTimeFormat(getLocales(), time).format(at);
  if (at - now < WEEK) return new Intl.DateTimeFormat(getLocales(), { weekday: 'long', ...time }).format(at);
  return new Intl.DateTimeFormat(getLocales(), { dateStyle: 'long' }).format(at);
}

/** The form that the browser's user is used to, where that is of the interface's language: "en-GB" has 14:30. */
export function getLocales(): string[] {
  const language = i18n.t('language') || 'en';
  return [...navigator.languages.filter((one) => one.split('-')[0] === language), language];
}
