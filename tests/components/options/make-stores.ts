import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaults, type Settings } from '../../../lib/storage/settings.ts';
import { createSettingsStore, type SettingsStore } from '../../../lib/stores/settings.ts';
import type { SitesState, SitesStore } from '../../../lib/stores/sites.ts';

/** The real store over the browser's storage, once it has read these settings. */
export async function makeSettings(settings: Partial<Settings> = {}): Promise<SettingsStore> {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  await fakeBrowser.storage.local.set({ settings: { ...defaults, ...settings } });
  const store = createSettingsStore(new AbortController().signal);
  await vi.waitUntil(() => store.getState().status === 'ready');
  return store;
}

/** Sites as the browser allows them; a request is granted unless told otherwise. */
export function makeSites(state: Partial<SitesState> = {}, isGranted = true): SitesStore {
  const store = createStore<SitesState>(() => ({ added: [], denied: [], ...state }));
  return {
    ...store,
    add: vi.fn(async (origins) => {
      if (isGranted) store.setState(({ added }) => ({ added: [...added, ...origins] }));
      return isGranted;
    }),
    remove: vi.fn(async (origins) => {
      store.setState(({ added }) => ({ added: added.filter((one) => !origins.includes(one)) }));
      return true;
    }),
    getOrigin: (address) => (address.includes('.') ? `https://${address}/*` : undefined),
    isAllowed: (origin) => store.getState().added.includes(origin),
  };
}
