import { browser } from 'wxt/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface ToolbarState {
  /** Whether the button stands on the toolbar; undefined where the browser does not tell. */
  isPinned: boolean | undefined;
}

export type ToolbarStore = StoreApi<ToolbarState>;

/** Follows whether the button is pinned. A browser that does not tell of changes is asked when the page is looked at again. */
export function createToolbarStore(signal: AbortSignal): ToolbarStore {
  const store = createStore<ToolbarState>(() => ({ isPinned: undefined }));
  const { action } = browser;
  const look = async () => {
    const { isOnToolbar } = (await action.getUserSettings?.()) ?? {};
    if (!signal.aborted) store.setState({ isPinned: isOnToolbar });
  };
  const follow = () => void look().catch(() => undefined);
  action.onUserSettingsChanged?.addListener(follow);
  signal.addEventListener('abort', () => action.onUserSettingsChanged?.removeListener(follow), { once: true });
  for (const event of ['focus', 'visibilitychange']) window.addEventListener(event, follow, { signal });
  follow();
  return store;
}
