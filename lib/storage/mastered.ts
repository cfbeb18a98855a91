import type { Day } from '../stats/counts.ts';
import { loadItem, watchItem } from './area.ts';
import { isRecord } from './migrations.ts';
import { isLocked, type SettingsInForce } from './policy.ts';

/**
 * The rules that this agent has done without for a month, by `pack/rule`, as the worker reckons them from what was counted. Kept apart from
 * the settings: nobody has set it, and it is no part of their export.
 */
export type Mastered = Readonly<Record<string, { since: Day }>>;

export const MASTERED_KEY = 'mastered';

export async function loadMastered(): Promise<Mastered> {
  return toMastered(await loadItem(MASTERED_KEY));
}

/** Calls back when it changes. */
export function watchMastered(onChange: (mastered: Mastered) => void, signal: AbortSignal): void {
  watchItem(MASTERED_KEY, (stored) => onChange(toMastered(stored)), signal);
}

/**
 * The rules whose marks are dots. Not where the agent wants them in full, nor where the team has locked a rule or has said how
 * loud it is.
 */
export function listFaded(mastered: Mastered, { appearance, inFull, policy }: SettingsInForce): string[] {
  if (!appearance.fade) return [];
  return Object.keys(mastered).filter(
    (id) => !inFull.includes(id) && !isLocked(policy, id) && !Object.hasOwn(policy.severities, id),
  );
}

function toMastered(stored: unknown): Mastered {
  return isRecord(stored) ? (stored as Mastered) : {};
}
