import { loadItem, removeItems, StorageFailure, watchItem, writeItems } from './area.ts';
import { MASTERED_KEY } from './mastered.ts';
import { migrate } from './migrations.ts';
import { type ReadSettings, readSettings, type Settings } from './settings.ts';
import { SILENCES_KEY } from './silences.ts';

export { StorageFailure };

const KEY = 'settings';
/** What could not be read is kept here, so that a change does not wipe it out; part of an export. */
const BROKEN = 'broken';
/** Which rules were ignored of late, as `ignores.ts` counts them. */
export const IGNORES_KEY = 'ignores';

/**
 * The settings as stored now, and which of them were broken.
 *
 * @throws {StorageFailure} when storage cannot be read
 */
export async function loadSettings(): Promise<ReadSettings> {
  return readSettings(await loadItem(KEY));
}

/**
 * Changes the settings from what is stored now, so that two tabs do not undo each other. Settings that a later version wrote
 * beside ours are kept.
 *
 * @param beside what else is written in the same stroke, by its key
 * @throws {StorageFailure} when storage cannot be read or written; nothing is changed then
 */
export function changeSettings(
  change: (settings: Settings) => Partial<Settings>,
  beside: Record<string, unknown> = {},
): Promise<void> {
  // One after the other: two clicks in a row read what the first has written.
  const mine = last.then(async () => {
    const stored = await loadItem(KEY);
    const { settings, broken } = readSettings(stored);
    await writeItems({
      [KEY]: { ...migrate(stored), ...settings, ...change(settings) },
      ...(broken.length > 0 && { [BROKEN]: stored }),
      ...beside,
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
  await writeItems({ [KEY]: settings, ...(broken !== undefined && { [BROKEN]: broken }) });
  if (broken === undefined) await removeItems([BROKEN]);
}

/**
 * Forgets all settings, those that could not be read too, and what was counted: everything is as on the first day.
 *
 * @throws {StorageFailure}
 */
export async function eraseSettings(): Promise<void> {
  await removeItems([KEY, BROKEN, IGNORES_KEY, MASTERED_KEY, SILENCES_KEY]);
}

/**
 * Lets what could not be read go; the settings stay as they are.
 *
 * @throws {StorageFailure}
 */
export async function forgetBroken(): Promise<void> {
  const stored = await loadItem(KEY);
  if (readSettings(stored).broken.length > 0) await changeSettings(() => ({}));
  await removeItems([BROKEN]);
}

/**
 * Settings that cannot be read, or once could not, as they were found; undefined when there are none.
 *
 * @throws {StorageFailure}
 */
export async function loadBroken(): Promise<unknown> {
  const stored = await loadItem(KEY);
  return readSettings(stored).broken.length > 0 ? stored : loadItem(BROKEN);
}

/** Calls back with every change, made here or elsewhere. */
export function watchSettings(onChange: (read: ReadSettings) => void, signal: AbortSignal): void {
  watchItem(KEY, (stored) => onChange(readSettings(stored)), signal);
}
