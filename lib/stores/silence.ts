import { createStore, type StoreApi } from 'zustand/vanilla';
import { connectClock, getTomorrow, now } from '../clock.ts';
import { withSite } from '../storage/settings.ts';
import { change, type SettingsStore } from './settings.ts';

const HOUR = 3_600_000;
/** Milliseconds between two looks at the clock: a snooze that ends is seen to end. */
const LOOK = 1_000;

/** The time, in milliseconds since 1970, for what is shown of it. */
export type ClockStore = StoreApi<{ now: number }>;

/** A clock for a page. */
export function createClockStore(signal: AbortSignal): ClockStore {
  const store = createStore(() => ({ now: now() }));
  const tick = () => store.setState({ now: now() });
  const timer = setInterval(tick, LOOK);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  connectClock(tick, signal).catch(() => undefined);
  return store;
}

/** Silence everywhere for an hour, or until the next morning. */
export function snooze(store: SettingsStore, length: 'hour' | 'tomorrow'): Promise<boolean> {
  const snoozedUntil = length === 'hour' ? now() + HOUR : getTomorrow();
  return change(store, () => ({ snoozedUntil }));
}

/** Ends a snooze before its time. */
export function wakeUp(store: SettingsStore): Promise<boolean> {
  return change(store, () => ({ snoozedUntil: 0 }));
}

/** Switches CanDo on or off at a host. */
export function switchSite(store: SettingsStore, host: string, isOn: boolean): Promise<boolean> {
  return change(store, ({ sitesOff }) => ({ sitesOff: withSite(sitesOff, host, isOn) }));
}
