import { browser } from 'wxt/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { getOrigin, isForPackAlone, loadAddedSites, removeSites, requestSites, watchSites } from '../sites/added.ts';
import { isIn } from '../sites/index.ts';
import type { DraftStore } from './draft.ts';

export interface AccessState {
  /**
   * Whether CanDo may work on the page behind the popup. `closed`: no extension may; `insecure`: not over https; `askable`: when
   * the user allows it; `added`: the user has; `own`: since the installation.
   */
  access: 'unknown' | 'closed' | 'insecure' | 'askable' | 'added' | 'own';
  host: string;
  /** The browser did not even ask. */
  isRefused: boolean;
}

export interface AccessStore extends StoreApi<AccessState> {
  /** Asks for this site alone. Must be called from a click. */
  allow(): void;
  /** Gives the site back. */
  giveBack(): void;
}

/** Extension stores, where browsers let no extension work. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** Knows whether the page behind the popup may be read, and asks for it. */
export function createAccessStore(draft: DraftStore, signal: AbortSignal): AccessStore {
  const store = createStore<AccessState>(() => ({ access: 'unknown', host: '', isRefused: false }));
  let origin: string | undefined;
  let added: string[] = [];

  async function look(): Promise<void> {
    const { tab, status } = draft.getState();
    if (!tab && status === 'looking') return;
    const url = tab?.url ? URL.parse(tab.url) : null;
    origin = url ? getOrigin(url.href) : undefined;
    const host = url?.hostname ?? '';
    if (!url || !origin || STORES.includes(host)) return store.setState({ access: 'closed', host });
    added = (await loadAddedSites()).filter((pattern) => isIn(pattern, url));
    const isPermitted = (await browser.permissions.contains({ origins: [origin] })) && !(await isForPackAlone(origin));
    const without = url.protocol === 'https:' ? 'askable' : 'insecure';
    store.setState({ access: !isPermitted ? without : added.length > 0 ? 'added' : 'own', host });
  }

  const lookAgain = () => void look().catch(() => store.setState({ access: 'closed' }));
  signal.addEventListener(
    'abort',
    draft.subscribe(({ tab, status }, before) => (tab !== before.tab || status !== before.status) && lookAgain()),
  );
  watchSites(lookAgain, signal);
  lookAgain();

  return {
    ...store,
    allow() {
      if (!origin) return;
      store.setState({ isRefused: false });
      requestSites([origin]).catch(() => store.setState({ isRefused: true }));
    },
    giveBack() {
      removeSites(added).catch(() => store.setState({ isRefused: true }));
    },
  };
}
