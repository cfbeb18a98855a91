import { browser } from 'wxt/browser';
import { migrate } from './migrations.ts';
import { type ReadSettings, readSettings, type Settings } from './settings.ts';

const KEY = 'settings';
/** What could not be read is kept here, so that a change does not wipe it out; part of an export. */
const BROKEN = 'broken';
/** Which rules were ignored of late, as `ignores.ts` counts them. */
export const IGNORES_KEY = 'ignores';

/** The settings could not be read or written. `isFull` when the browser's storage has no room. */
export class StorageFailure extends Error {
  readonly isFull: boolean;
  constructor(cause: unknown) {
    super(String(cause), { cause });
    this.isFull = /quota|full|space/i.test(this.message);
  }
}

/**
 * The settings as stored now, and which of them were broken.
 *
 * @throws {StorageFailure} when storage cannot be read
 */
export async function loadSettings(): Promise<ReadSettings> {
  return readSettings(await load());
}

/**
 * Changes the settings from what is stored now, so that two tabs do not undo each other. Settings that a later version wrote
 * beside ours are kept.
 *
 * @throws {StorageFailure} when storage cannot be read or written; nothing is changed then
 */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  // One after the other: two clicks in a row read what the first has written.
  const mine = last.then(async () => {
    const stored = await load();
    const { settings, broken } = readSettings(stored);
    await write({
      [KEY]: { ...migrate(stored), ...settings, ...change(settings) },
      ...(broken.length > 0 && { [BROKEN]: stored }),
    });
  });
  last = mine.catch(() => undefined);
  return mine;
}

let last: Promise<void> = Promise.resolve();

/**
 * Puts these settings in the place of all others, and what could not be read beside them.
 *
 * @throws {StorageFailure}
 */
export async function replaceSettings(settings: Settings, broken?: unknown): Promise<void> {
  await write({ [KEY]: settings, ...(broken !== undefined && { [BROKEN]: broken }) });
  if (broken === undefined) await remove([BROKEN]);
}

/**
 * Forgets all settings, those that could not be read too, and what was counted: everything is as on the first day.
 *
 * @throws {StorageFailure}
 */
export async function eraseSettings(): Promise<void> {
  await remove([KEY, BROKEN, IGNORES_KEY]);
}

/**
 * Lets what could not be read go; the settings stay as they are.
 *
 * @throws {StorageFailure}
 */
export async function forgetBroken(): Promise<void> {
  const stored = await load();
  if (readSettings(stored).broken.length > 0) await changeSettings(() => ({}));
  await remove([BROKEN]);
}

/**
 * Settings that cannot be read, or once could not, as they were found; undefined when there are none.
 *
 * @throws {StorageFailure}
 */
export async function loadBroken(): Promise<unknown> {
  const stored = await load();
  return readSettings(stored).broken.length > 0 ? stored : load(BROKEN);
}

/** Calls back with every change, made here or elsewhere. */
export function watchSettings(onChange: (read: ReadSettings) => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(readSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(listen), { once: true });
}

async function load(key = KEY): Promise<unknown> {
  const stored = await browser.storage.local.get(key).catch((error: unknown) => {
    throw new StorageFailure(error);
  });
  return stored[key];
}

async function remove(keys: string[]): Promise<void> {
  await browser.storage.local.remove(keys).catch((error: unknown) => {
    throw new StorageFailure(error);
  });
}

async function write(items: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(items).catch((error: unknown) => {
    throw new StorageFailure(error);
  });
}
