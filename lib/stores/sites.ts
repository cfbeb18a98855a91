import { createStore, type StoreApi } from 'zustand/vanilla';
import { getOrigin, loadAddedSites, loadDeniedSites, removeSites, requestSites, watchSites } from '../sites/added.ts';
import { isIn, matches } from '../sites/index.ts';

export interface SitesState {
  /** Match patterns that the user has allowed beyond those of the installation. */
  added: readonly string[];
  /** Match patterns of the installation that the browser withholds. */
  denied: readonly string[];
}

export interface SitesStore extends StoreApi<SitesState> {
  /** Asks the browser's own question for these match patterns. Must be called in a click. False for a no. */
  add(origins: readonly string[]): Promise<boolean>;
  /** Gives these back. */
  remove(origins: readonly string[]): Promise<boolean>;
  /** The match pattern for all of the site at an address as people type it; undefined for what is none. */
  getOrigin(address: string): string | undefined;
  /** Whether CanDo may read it already. */
  isAllowed(origin: string): boolean;
}

/** Mirrors which sites CanDo may read. The browser is the truth: what is taken back in its own settings is gone here. */
export function createSitesStore(signal: AbortSignal): SitesStore {
  const store = createStore<SitesState>(() => ({ added: [], denied: [] }));
  const look = async () => {
    const [added, denied] = await Promise.all([loadAddedSites(), loadDeniedSites(matches)]);
    if (!signal.aborted) store.setState({ added, denied });
  };
  const follow = () => void look().catch(() => undefined);
  watchSites(follow, signal);
  follow();
  return {
    ...store,
    add: (origins) => requestSites([...origins]).catch(() => false),
    remove: (origins) => removeSites([...origins]).catch(() => false),
    getOrigin(address) {
      const typed = address.trim();
      const origin = getOrigin(typed.includes('://') ? typed : `https://${typed}`);
      // A host of one word is no site of the web, and a star would mean many.
      return origin && /^[a-z]+:\/\/[^*]+\.[^*]+\/\*$/.test(origin) ? origin : undefined;
    },
    isAllowed(origin) {
      const { added, denied } = store.getState();
      const url = new URL(origin.replace(/\*$/, ''));
      return [...added, ...matches.filter((own) => !denied.includes(own))].some((pattern) => isIn(pattern, url));
    },
  };
}
