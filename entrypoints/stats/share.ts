import { now } from '../../lib/clock.ts';
import { changeIdentity, loadIdentity } from '../../lib/storage/identity.ts';
import { openStats } from '../../lib/storage/stats-db.ts';
import { createShareStore, type ShareStore } from '../../lib/stores/share-counts.ts';

/** What this browser has counted, to be given to the team. */
export function openShare(): ShareStore {
  const database = openStats();
  return createShareStore({ loadDays: () => database.load(), loadIdentity, changeIdentity, now });
}
