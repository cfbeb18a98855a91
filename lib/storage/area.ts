import { browser } from 'wxt/browser';

/** Storage could not be read or written. `isFull` when it has no room. */
export class StorageFailure extends Error {
  readonly isFull: boolean;
  constructor(cause: unknown) {
    super(String(cause), { cause });
    this.isFull = /quota|full|space/i.test(this.message);
  }
}

/** @throws {StorageFailure} */
export async function loadItem(key: string): Promise<unknown> {
  const stored = await browser.storage.local.get(key).catch(fail);
  return stored[key];
}

/**
 * All of them or none.
 *
 * @throws {StorageFailure}
 */
export async function writeItems(items: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(items).catch(fail);
}

/** @throws {StorageFailure} */
export async function removeItems(keys: string[]): Promise<void> {
  await browser.storage.local.remove(keys).catch(fail);
}

/** Calls back with what stands under this key at every change, made here or elsewhere, and with what stood there before. */
export function watchItem(
  key: string,
  onChange: (stored: unknown, before: unknown) => void,
  signal: AbortSignal,
): void {
  const listen = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[key]) onChange(changes[key].newValue, changes[key].oldValue);
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage?.onChanged.removeListener(listen), { once: true });
}

function fail(error: unknown): never {
  throw new StorageFailure(error);
}
