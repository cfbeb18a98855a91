import type { Messages } from '../messages.ts';
import type { DayCounts } from '../stats/counts.ts';
import { readDeltas } from '../stats/read.ts';
import { loadPolicy } from '../storage/policy.ts';
import { openStats, type StatsDatabase } from '../storage/stats-db.ts';

let open: StatsDatabase | undefined;

/**
 * Writes what a page has counted. Resolves when it is on the disk.
 *
 * @throws when it cannot be written; the page keeps it then
 */
export async function addCounts({ source, sequence, deltas }: Messages['stats.count']['ask']): Promise<void> {
  open ??= openStats();
  await open.add(String(source), Number(sequence), readDeltas(deltas));
}

/** All that was counted; nothing where the team has forbidden to count, for what was counted before grows old. */
export async function loadCounts(): Promise<DayCounts[]> {
  if ((await loadPolicy()).statistics === 'off') return [];
  open ??= openStats();
  return open.load();
}
