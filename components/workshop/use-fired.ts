import { useEffect, useState } from 'react';
import { loadFired } from '../../lib/stores/counts.ts';

/** How often each rule was flagged in this browser, by `pack/rule`; undefined until it is known. */
export function useFired(): ReadonlyMap<string, number> | undefined {
  const [fired, setFired] = useState<ReadonlyMap<string, number>>();
  useEffect(() => {
    void loadFired().then(setFired);
  }, []);
  return fired;
}
