import { ask } from '../messages.ts';
import type { DayCounts } from '../stats/counts.ts';
import type { Silences } from '../stats/silences.ts';
import { eraseIdentity } from '../storage/identity.ts';
import { addSilences } from '../storage/silences.ts';
import { openStats, type StatsDatabase, watchStats } from '../storage/stats-db.ts';
import { loadTrouble, watchTrouble } from '../storage/stats-trouble.ts';

/** What this browser has counted, in a few numbers. */
export interface CountsSummary {
  days: number;
  replies: number;
  flagged: number;
  /** Bytes, as JSON. */
  size: number;
}

/** What was counted, and whether counts cannot be written at the moment. Never rejects. */
export async function readSummary(): Promise<{ summary: CountsSummary | undefined; isFailing: boolean }> {
  const [all, isFailing] = await Promise.all([loadCounts().catch(() => undefined), loadTrouble().catch(() => true)]);
  if (!all) return { summary: undefined, isFailing: true };
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const summary = {
    days: new Set(all.map(({ day }) => day)).size,
    replies: sum(all.map(({ totals }) => totals.replies ?? 0)),
    flagged: sum([...countFired(all).values()]),
    size: JSON.stringify(all).length,
  };
  return { summary, isFailing };
}

/** Calls back when the summary may read otherwise. */
export function watchSummary(onChange: () => void, signal: AbortSignal): void {
  watchStats(onChange, signal);
  watchTrouble(onChange, signal);
}

/** All that was counted. Rejects where the database is broken. */
export function loadCounts(): Promise<DayCounts[]> {
  return withStats((stats) => stats.load());
}

/** Takes over counts from a file; those that are later than ours stand. With them, when which rule was switched off. */
export async function mergeCounts(days: readonly DayCounts[], silences: Silences = {}): Promise<void> {
  await withStats((stats) => stats.merge(days));
  await addSilences(silences);
  lookAgain();
}

/** With the pseudonym: files that were shared before would otherwise stand against what is counted from now on. */
export async function eraseCounts(): Promise<void> {
  await withStats((stats) => stats.erase());
  await eraseIdentity();
  lookAgain();
}

/** Which marks are small follows. Where the worker does not answer, with its next look. */
function lookAgain(): void {
  ask('mastery.look', {}).catch(() => undefined);
}

/** How often each rule was flagged, by `pack/rule`, whatever its pack's version. Empty where it is not known. */
export async function loadFired(): Promise<Map<string, number>> {
  return countFired(await loadCounts().catch(() => []));
}

function countFired(days: readonly DayCounts[]): Map<string, number> {
  const fired = new Map<string, number>();
  for (const { rules } of days)
    for (const [key, { flagged = 0 }] of Object.entries(rules)) {
      const rule = key.slice(0, key.lastIndexOf('@'));
      fired.set(rule, (fired.get(rule) ?? 0) + flagged);
    }
  return fired;
}

async function withStats<Value>(act: (stats: StatsDatabase) => Promise<Value>): Promise<Value> {
  const stats = openStats();
  try {
    return await act(stats);
  } finally {
    stats.close();
  }
}
