import { createLazySource } from '../../lib/stats/lazy.ts';
import { createSource } from '../../lib/stats/sum.ts';
import { loadSilences } from '../../lib/storage/silences.ts';
import { openStats, watchStats } from '../../lib/storage/stats-db.ts';
import type { Place } from '../../lib/stores/stats.ts';

/** What was counted in this browser. */
export function openBrowserPlace(): Place {
  const database = openStats();
  const source = createLazySource(async () => createSource(await database.load()));
  return {
    name: 'browser',
    source,
    loadSilences,
    watch(onChange, signal) {
      let isOld = false;
      const look = () => {
        if (!isOld || document.visibilityState !== 'visible') return;
        isOld = false;
        source.forget();
        onChange();
      };
      watchStats(() => {
        isOld = true;
        look();
      }, signal);
      // Whoever comes back from writing sees what was counted meanwhile.
      document.addEventListener('visibilitychange', look, { signal });
    },
  };
}
