import { isDay } from '../stats/days.ts';
import type { Silence, Silences } from '../stats/silences.ts';
import { loadItem } from './area.ts';
import { isRecord } from './migrations.ts';

/** Beside what was counted, the worker notes when which of the counted rules was switched off. */
export const SILENCES_KEY = 'silences';

/** What of it makes sense. */
export async function loadSilences(): Promise<Silences> {
  const stored = await loadItem(SILENCES_KEY);
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([rule, silences]) =>
      Array.isArray(silences) && silences.every(isSilence) ? [[rule, silences]] : [],
    ),
  );
}

function isSilence(raw: unknown): raw is Silence {
  return isRecord(raw) && isDay(raw.from) && (raw.to === undefined || isDay(raw.to));
}
