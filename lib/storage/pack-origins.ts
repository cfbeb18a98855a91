import { loadItem, removeItems, watchItem, writeItems } from './area.ts';
import { inTurn } from './turns.ts';

/** Match patterns that the browser was asked for to read a pack there, and where nobody is coached for that. */
const KEY = 'packOrigins';

/** @throws {StorageFailure} when storage cannot be read */
export async function loadPackOrigins(): Promise<string[]> {
  return readOrigins(await loadItem(KEY));
}

/** Calls back at every change, made here or elsewhere, with those that are no longer for packs alone. */
export function watchPackOrigins(onChange: (gone: string[]) => void, signal: AbortSignal): void {
  const isGone = (stored: unknown) => (origin: string) => !readOrigins(stored).includes(origin);
  watchItem(KEY, (stored, before) => onChange(readOrigins(before).filter(isGone(stored))), signal);
}

/** @throws {StorageFailure} */
export function changePackOrigins(change: (origins: readonly string[]) => readonly string[]): Promise<void> {
  return inTurn(KEY, async () => {
    const before = await loadPackOrigins();
    const after = [...new Set(change(before))];
    if (String(after) === String(before)) return;
    await (after.length > 0 ? writeItems({ [KEY]: after }) : removeItems([KEY]));
  });
}

function readOrigins(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
}
