import { browser } from 'wxt/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ApplyEnd, DRAFT_PORT, type FrameReport, type FromFrame, type ToFrame } from '../draft-link.ts';

export interface DraftState {
  /** Undefined until the tab is known, and where there is none. */
  tab: { id: number; url: string | undefined } | undefined;
  /** `none`: no script of ours is on the page, so it is no desk, or was open before CanDo came. */
  status: 'looking' | 'none' | 'found';
  /** Of the frame that one writes in, or of the page itself. */
  report: FrameReport | undefined;
  /** How the last apply of a flag ended, by the flag's key. */
  ends: Readonly<Record<string, ApplyEnd>>;
}

export interface DraftStore extends StoreApi<DraftState> {
  /** Asks the frame that was reported. */
  ask(what: DistributiveOmit<ToFrame, 'frame'>): void;
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Milliseconds after which a tab that has not answered has no script of ours. */
const PATIENCE = 600;

/** Follows the draft in the active tab of this window, for as long as the popup is open. */
export function createDraftStore(signal: AbortSignal): DraftStore {
  const store = createStore<DraftState>(() => ({ tab: undefined, status: 'looking', report: undefined, ends: {} }));
  const reports = new Map<string, FrameReport>();
  let port: ReturnType<typeof browser.tabs.connect> | undefined;

  function hear(message: FromFrame): void {
    if ('report' in message) {
      reports.set(message.report.frame, message.report);
      store.setState({ status: 'found', report: choose([...reports.values()]) });
    } else {
      const { key, end } = message.ended;
      store.setState(({ ends }) => ({ ends: { ...ends, [key]: end } }));
    }
  }

  async function connect(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || signal.aborted) {
      store.setState({ status: 'none' });
      return;
    }
    store.setState({ tab: { id: tab.id, url: tab.url } });
    reports.clear();
    const mine = browser.tabs.connect(tab.id, { name: DRAFT_PORT });
    port = mine;
    mine.onMessage.addListener(hear);
    const lose = () => {
      // Read, or the browser takes it for an error that nobody looked at.
      void browser.runtime.lastError;
      if (port === mine) store.setState({ status: 'none', report: undefined });
    };
    mine.onDisconnect.addListener(lose);
    setTimeout(() => reports.size === 0 && lose(), PATIENCE);
  }

  // A site that was just allowed gets its script at once; a page may be loaded anew behind the popup.
  const again = () => {
    port?.disconnect();
    void connect();
  };
  browser.permissions.onAdded.addListener(() => setTimeout(again, PATIENCE));
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id === store.getState().tab?.id && status === 'complete') again();
  });
  signal.addEventListener('abort', () => port?.disconnect(), { once: true });
  void connect();

  return {
    ...store,
    ask(what) {
      const frame = store.getState().report?.frame;
      if (!frame) return;
      store.setState(({ ends: { [what.key]: _, ...ends } }) => ({ ends }));
      port?.postMessage({ ...what, frame } satisfies ToFrame);
    },
  };
}

/** The frame that one wrote in last; without a reply box the page itself. */
function choose(reports: readonly FrameReport[]): FrameReport | undefined {
  return [...reports].sort((a, b) => b.focusedAt - a.focusedAt || Number(b.isTop) - Number(a.isTop))[0];
}
