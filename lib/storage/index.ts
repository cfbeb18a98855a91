import { browser } from 'wxt/browser';
import { readSettings, type Settings } from './settings.ts';

const KEY = 'settings';

/** The settings as stored now; the defaults when storage cannot be read. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY).catch(() => ({}) as Record<string, unknown>);
  return readSettings(stored[KEY]);
}

/** Changes the settings from what is stored now, so that two tabs do not undo each other. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  const settings = await loadSettings();
  await browser.storage.local.set({ [KEY]: { ...settings, ...change(settings) } });
}

/** Calls back with every change, made here or in another tab. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(readSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(listen), { once: true });
}
