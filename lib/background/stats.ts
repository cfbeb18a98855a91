import type { Messages } from '../messages.ts';
import type { DayCounts } from '../stats/counts.ts';
import { readDeltas } from '../stats/read.ts';
import { loadSettings } from '../storage/index.ts';
import { layPolicy, loadPolicy } from '../storage/policy.ts';
import { openStats, type StatsDatabase } from '../storage/stats-db.ts';
import { setTrouble } from '../storage/stats-trouble.ts';

let open: StatsDatabase | undefined;

/**
 * Writes what a page has counted; where counting was switched off meanwhile, it is forgotten. Resolves when it is on the disk.
 *
 * @throws when it cannot be written; the page keeps it then, and the options say so
 */
export async function addCounts({ source, sequence, deltas }: Messages['stats.count']['ask']): Promise<void> {
  if (!(await isCounting())) return;
  open ??= openStats();
  const mine = open;
  try {
    await mine.add(String(source), Number(sequence), readDeltas(deltas));
  } catch (error) {
    // Opened anew with the next batch: a database that was broken may be well again. Another tab's batch may have failed before this one.
    mine.close();
    if (open === mine) open = undefined;
    await setTrouble(true);
    throw error;
  }
  await setTrouble(false);
}

/** All that was counted; nothing where nothing is counted any more, for what was counted before grows old. */
export async function loadCounts(): Promise<DayCounts[]> {
  if (!(await isCounting())) return [];
  open ??= openStats();
  return open.load();
}

/** As the agent and the team have it. */
async function isCounting(): Promise<boolean> {
  const [{ settings }, policy] = await Promise.all([loadSettings(), loadPolicy()]);
  return layPolicy(settings, policy).counting;
}
