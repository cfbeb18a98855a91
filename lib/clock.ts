import { browser } from 'wxt/browser';

const KEY = 'clock';
let ahead = 0;

/** The one clock of everything that has a date: milliseconds since 1970. */
export function now(): number {
  return Date.now() + ahead;
}

/** The start of tomorrow's working day: five in the morning of the next calendar day, in the machine's time zone. */
export function getTomorrow(at = now()): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 5).getTime();
}

/**
 * In the demo build a test sets the clock: milliseconds ahead of the machine's, under `clock` in local storage. Elsewhere this
 * does nothing. Calls back when the clock was set.
 */
export async function connectClock(onSet: () => void, signal: AbortSignal): Promise<void> {
  if (import.meta.env.MODE !== 'demo') return;
  const take = (value: unknown) => {
    ahead = typeof value === 'number' ? value : 0;
    onSet();
  };
  const listen = (changes: Record<string, { newValue?: unknown }>) => changes[KEY] && take(changes[KEY].newValue);
  browser.storage.local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.local.onChanged.removeListener(listen), { once: true });
  take((await browser.storage.local.get(KEY))[KEY]);
}
