import { browser } from 'wxt/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ApplyEnd, DRAFT_PORT, type FrameReport, type FromFrame, type ToFrame } from '../draft-link.ts';
import { chooseReport, keepRewrites } from './reports.ts';

export interface DraftState {
  /** Undefined until the tab is known, and where there is none. */
  tab: { id: number; url: string | undefined } | undefined;
  /** `none`: no script of ours is on the page, so it is no desk, or was open before CanDo came. */
  status: 'looking' | 'none' | 'found';
  /** Of the frame that one writes in, or of the page itself. */
  report: FrameReport | undefined;
  /** A rewrite is on its way into the draft, or has just come there: nothing else is done meanwhile. */
  isBusy: boolean;
  /** What was done last, and how it ended. */
  last: Done | undefined;
}

export interface Done {
  /** Counts what was done, so that the same words twice are two things. */
  count: number;
  key: string;
  phrase: string;
  /** The rewrite, where one was to be applied. */
  text: string;
  end: ApplyEnd | 'ignored';
}

export interface DraftStore extends StoreApi<DraftState> {
  apply(flag: Marked, index: number, text: string): void;
  ignore(flag: Marked): void;
  /** Brings a flag into view in the reply box, a blank selected, for when the popup closes. */
  show(flag: Marked): void;
  /** Loads the page anew. */
  refresh(): void;
}

type Marked = { key: string; phrase: string };
type Asked = DistributiveOmit<ToFrame, 'frame'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Milliseconds after which a tab that has not answered has no script of ours. */
const PATIENCE = 600;
/** Milliseconds in which another press is the same press: the next flag has come up under the pointer. */
const SLIP = 350;

/** Follows the draft in the active tab of this window, for as long as the popup is open. */
export function createDraftStore(signal: AbortSignal): DraftStore {
  const store = createStore<DraftState>(() => ({
    tab: undefined,
    status: 'looking',
    report: undefined,
    isBusy: false,
    last: undefined,
  }));
  const reports = new Map<string, FrameReport>();
  let port: ReturnType<typeof browser.tabs.connect> | undefined;
  let pending: Omit<Done, 'count' | 'end'> | undefined;

  function hear(message: FromFrame): void {
    if ('report' in message) {
      const { report } = message;
      reports.set(report.frame, keepRewrites(report, reports.get(report.frame)));
      store.setState({ status: 'found', report: chooseReport([...reports.values()]) });
    } else if (pending?.key === message.ended.key) {
      finish({ ...pending, end: message.ended.end });
      pending = undefined;
    }
  }

  function finish(done: Omit<Done, 'count'>): void {
    store.setState(({ last }) => ({ isBusy: true, last: { ...done, count: (last?.count ?? 0) + 1 } }));
    setTimeout(() => pending || store.setState({ isBusy: false }), SLIP);
  }

  async function connect(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || signal.aborted) return store.setState({ status: 'none' });
    store.setState({ tab: { id: tab.id, url: tab.url } });
    reports.clear();
    const mine = browser.tabs.connect(tab.id, { name: DRAFT_PORT });
    port = mine;
    mine.onMessage.addListener((message: FromFrame) => port === mine && hear(message));
    const lose = () => {
      // Read, or the browser takes it for an error that nobody looked at.
      void browser.runtime.lastError;
      if (port !== mine) return;
      pending = undefined;
      store.setState({ status: 'none', report: undefined, isBusy: false });
    };
    mine.onDisconnect.addListener(lose);
    setTimeout(() => reports.size === 0 && lose(), PATIENCE);
  }

  // A site that was just allowed gets its script at once; a page may be loaded anew behind the popup.
  const again = () => {
    port?.disconnect();
    void connect();
  };
  const onAllowed = () => setTimeout(again, PATIENCE);
  const onUpdated = (id: number, { status }: { status?: string }) => {
    if (id === store.getState().tab?.id && status === 'complete') again();
  };
  browser.permissions.onAdded.addListener(onAllowed);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener(
    'abort',
    () => {
      browser.permissions.onAdded.removeListener(onAllowed);
      browser.tabs.onUpdated.removeListener(onUpdated);
      port?.disconnect();
    },
    { once: true },
  );
  void connect();

  function ask(asked: Asked): boolean {
    const frame = store.getState().report?.frame;
    if (!frame || !port) return false;
    port.postMessage({ ...asked, frame } satisfies ToFrame);
    return true;
  }

  return {
    ...store,
    apply({ key, phrase }, index, text) {
      if (store.getState().isBusy || !ask({ ask: 'apply', key, index, text })) return;
      pending = { key, phrase, text };
      store.setState({ isBusy: true });
    },
    ignore({ key, phrase }) {
      if (!store.getState().isBusy && ask({ ask: 'ignore', key })) finish({ key, phrase, text: '', end: 'ignored' });
    },
    show({ key }) {
      ask({ ask: 'show', key });
    },
    refresh() {
      const { tab } = store.getState();
      if (tab) void browser.tabs.reload(tab.id);
    },
  };
}
