/** Milliseconds after which the name of a weekday would be doubtful. */
const WEEK = 6 * 24 * 3_600_000;

/**
 * A moment to come, in words: the time alone today, with the weekday this week, else with the date. In the form that the browser's
 * user is used to, where that is of the interface's language.
 */
export function writeMoment(at: number, now: number, language = document.documentElement.lang || 'en'): string {
  const locales = [...navigator.languages.filter((one) => one.startsWith(language)), language];
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (isToday) return new Intl.DateTimeFormat(locales, time).format(at);
  if (at - now < WEEK) return new Intl.DateTimeFormat(locales, { weekday: 'long', ...time }).format(at);
  return new Intl.DateTimeFormat(locales, { dateStyle: 'long' }).format(at);
}
