import { createStore, type StoreApi } from 'zustand/vanilla';
import { changeSettings, loadSettings, StorageFailure, watchSettings } from '../storage/index.ts';
import { defaults, type ReadSettings, type Settings } from '../storage/settings.ts';

export interface SettingsState {
  settings: Settings;
  /** Settings that could not be read and are at their default. */
  broken: ReadSettings['broken'];
  status: 'loading' | 'ready' | 'unreadable';
  /** The last change did not reach storage: there was no room for it, or storage did not take it. */
  failure: 'full' | 'failed' | undefined;
}

export type SettingsStore = StoreApi<SettingsState>;

/** A mirror of the stored settings for a page. Storage is the truth: a change goes there and comes back from there. */
export function createSettingsStore(signal: AbortSignal): SettingsStore {
  const store = createStore<SettingsState>(() => ({
    settings: defaults as Settings,
    broken: [],
    status: 'loading',
    failure: undefined,
  }));
  const take = (read: ReadSettings) => store.setState({ ...read, status: 'ready' });
  watchSettings(take, signal);
  loadSettings().then(take, () => store.setState({ status: 'unreadable' }));
  return store;
}

/** Changes a setting. What storage refuses is shown as `failure` and changes nothing. */
export async function change(store: SettingsStore, by: (settings: Settings) => Partial<Settings>): Promise<void> {
  try {
    await changeSettings(by);
    store.setState({ failure: undefined });
  } catch (error) {
    store.setState({ failure: error instanceof StorageFailure && error.isFull ? 'full' : 'failed' });
  }
}
