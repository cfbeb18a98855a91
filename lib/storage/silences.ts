import { isDay } from '../stats/days.ts';
import { mergeSilences, type Silence, type Silences } from '../stats/silences.ts';
import { loadItem, writeItems } from './area.ts';
import { MASTERED_KEY } from './mastered.ts';
import { isRecord } from './migrations.ts';
import { inTurn } from './turns.ts';

/** Beside what was counted, the worker notes when which of the counted rules was switched off. */
export const SILENCES_KEY = 'silences';

/** What of it makes sense. */
export async function loadSilences(): Promise<Silences> {
  return readSilences(await loadItem(SILENCES_KEY));
}

/**
 * Notes those of a file beside our own. Those of rules of which nothing is counted the worker drops with its next look.
 *
 * @throws {StorageFailure} when storage cannot be read or written
 */
export function addSilences(silences: Silences): Promise<void> {
  // In turn with the worker, which notes them when it reckons what is mastered.
  return inTurn(MASTERED_KEY, async () => {
    const ours = await loadSilences();
    await writeItems({ [SILENCES_KEY]: mergeSilences(ours, silences) });
  });
}

/** From a file or storage, whatever it is: a rule whose days make no sense is left out. */
export function readSilences(raw: unknown): Silences {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([rule, silences]) =>
      Array.isArray(silences) && silences.every(isSilence)
        ? [[rule, silences.map(({ from, to }) => ({ from, ...(to !== undefined && { to }) }))]]
        : [],
    ),
  );
}

function isSilence(raw: unknown): raw is Silence {
  return isRecord(raw) && isDay(raw.from) && (raw.to === undefined || isDay(raw.to));
}
