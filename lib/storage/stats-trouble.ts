import { loadItem, removeItems, watchItem, writeItems } from './area.ts';

const KEY = 'countingTrouble';

/** Notes that counts could not be written, or could again. A disk without room for counts may have none for this note: it is tried alone. */
export async function setTrouble(isThere: boolean): Promise<void> {
  try {
    if (isThere) await writeItems({ [KEY]: true });
    else if (await loadTrouble()) await removeItems([KEY]);
  } catch {
    // Nobody is to lose a count for it.
  }
}

export async function loadTrouble(): Promise<boolean> {
  return (await loadItem(KEY)) === true;
}

export function watchTrouble(onChange: (isThere: boolean) => void, signal: AbortSignal): void {
  watchItem(KEY, (stored) => onChange(stored === true), signal);
}
