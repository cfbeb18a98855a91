import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FlagReport, FrameReport, FromFrame } from '../../lib/draft-link.ts';
import { createDraftStore, type DraftStore } from '../../lib/stores/draft.ts';
import { chooseReport, keepRewrites, sortFlags } from '../../lib/stores/reports.ts';

const flag = (key: string, more: Partial<FlagReport> = {}): FlagReport => ({
  key,
  ruleId: 'a/b',
  severity: 'warning',
  category: 'A',
  also: [],
  phrase: `phrase ${key}`,
  message: 'Say it.',
  why: 'Because.',
  rewrites: [],
  isBlank: false,
  ...more,
});
const frame = (name: string, more: Partial<FrameReport> = {}): FrameReport => ({
  frame: name,
  isTop: false,
  focusedAt: 0,
  host: 'desk.example',
  site: 'Desk',
  state: 'waiting',
  flags: [],
  unshown: 0,
  stepped: [],
  ...more,
});

describe('What the frames of a tab report', () => {
  it('is of the frame that one wrote in last, or of the page where nobody has', () => {
    const top = frame('top', { isTop: true });
    expect(chooseReport([frame('a'), top])?.frame).toBe('top');
    expect(chooseReport([top, frame('a', { focusedAt: 5 }), frame('b', { focusedAt: 9 })])?.frame).toBe('b');
    expect(chooseReport([])).toBeUndefined();
  });

  it('is shown with the gravest phrase first, and in the order of the text among equals', () => {
    const flags = [flag('1'), flag('2', { severity: 'info' }), flag('3', { severity: 'error' }), flag('4')];
    expect(sortFlags(flags).map(({ key }) => key)).toEqual(['3', '1', '4', '2']);
  });

  it('keeps the rewrites in sight while those of the changed sentence are looked for', () => {
    const rewrites = [{ text: 'We can', before: 'We can’t', span: { start: 0, end: 8 }, blanks: [] }];
    const before = frame('a', { flags: [flag('1', { rewrites }), flag('2', { rewrites })] });
    const now = frame('a', {
      flags: [flag('1', { rewrites: 'loading' }), flag('2', { phrase: 'other', rewrites: 'loading' })],
    });
    expect(keepRewrites(now, before).flags.map((one) => one.rewrites)).toEqual([rewrites, 'loading']);
  });
});

describe('The draft that the popup follows', () => {
  let page: AbortController;
  let store: DraftStore;
  let hear: (message: FromFrame) => void;
  let leave: () => void;
  const post = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers();
    fakeBrowser.reset();
    post.mockReset();
    const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, url: 'https://desk.example/' }] as never);
    Object.assign(fakeBrowser.permissions, { onAdded: event() });
    Object.assign(fakeBrowser.tabs, {
      connect: () => ({
        postMessage: post,
        disconnect: vi.fn(),
        onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
        onDisconnect: { addListener: (listener: typeof leave) => (leave = listener) },
      }),
    });
    page = new AbortController();
    store = createDraftStore(page.signal);
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    page.abort();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const show = (...flags: FlagReport[]) => hear({ report: frame('a', { state: 'writing', focusedAt: 1, flags }) });
  const end = (key: string, how: 'applied' | 'failed') => hear({ ended: { frame: 'a', key, end: how } });

  it('is none where nobody answers', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({ status: 'none', tab: { id: 7, url: 'https://desk.example/' } });
  });

  it('is found late on a page that was busy', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    show(flag('1'));
    expect(store.getState().status).toBe('found');
  });

  it('is none when the page goes', () => {
    show(flag('1'));
    leave();
    expect(store.getState()).toMatchObject({ status: 'none', report: undefined, isBusy: false });
  });

  it('gets the rewrite that was shown, and no second one by a double click', async () => {
    show(flag('1'), flag('2'));
    store.apply(flag('1'), 0, 'We can.');
    store.apply(flag('1'), 0, 'We can.');
    expect(post.mock.calls).toEqual([[{ ask: 'apply', frame: 'a', key: '1', index: 0, text: 'We can.' }]]);
    end('1', 'applied');
    store.apply(flag('2'), 0, 'We will.');
    store.ignore(flag('2'));
    expect(post).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(500);
    store.apply(flag('2'), 0, 'We will.');
    expect(post).toHaveBeenCalledTimes(2);
  });

  it('says how it ended, and counts, so that the same again is said again', async () => {
    show(flag('1'));
    store.apply(flag('1'), 0, 'We can.');
    end('1', 'failed');
    expect(store.getState().last).toMatchObject({
      count: 1,
      key: '1',
      phrase: 'phrase 1',
      text: 'We can.',
      end: 'failed',
    });
    await vi.advanceTimersByTimeAsync(500);
    store.ignore(flag('1'));
    expect(store.getState().last).toMatchObject({ count: 2, end: 'ignored' });
    expect(post).toHaveBeenLastCalledWith({ ask: 'ignore', frame: 'a', key: '1' });
  });
});
