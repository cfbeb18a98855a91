import { now } from '../../lib/clock.ts';
import { getDay } from '../../lib/stats/days.ts';
import type { Place } from '../../lib/stores/stats.ts';
import { createTeamFilesStore, type TeamFilesStore } from '../../lib/stores/team-files.ts';
import { connectIntake } from '../../lib/team/link.ts';
import teamWorker from './team-worker.ts?module-worker';

/** Files of a team, merged beside the page. */
export function openTeamPlace(signal: AbortSignal): { place: Place; files: TeamFilesStore } {
  const start = () => {
    const worker = new Worker(teamWorker, { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    return worker;
  };
  const files = createTeamFilesStore(connectIntake(start), () => getDay(now()));
  return { place: { name: 'team', source: files.source, watch: files.watch }, files };
}
