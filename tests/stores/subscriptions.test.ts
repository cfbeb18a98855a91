import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSubscriptions } from '../../lib/storage/subscriptions.ts';
import { createSubscriptionsStore } from '../../lib/stores/subscriptions.ts';
import type { Subscription } from '../../lib/subscriptions/subscription.ts';

const mine: Subscription = { url: 'https://packs.acme.example/acme.yaml', by: 'user' };
const page = new AbortController();

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

async function open(check: () => Promise<unknown>) {
  await changeSubscriptions(() => [mine]);
  const store = createSubscriptionsStore(page.signal, { check, isCoached: () => false });
  await vi.waitUntil(() => store.getState().status === 'ready');
  return store;
}

describe('A look for a new version', () => {
  it('is tried once more when the worker was stopped meanwhile', async () => {
    const check = vi.fn(async () => true).mockRejectedValueOnce(new Error('The message channel closed.'));
    const store = await open(check);
    await store.checkNow(mine);
    expect(check).toHaveBeenCalledTimes(2);
    expect(store.getState()).toMatchObject({ busy: [], unanswered: [] });
  });

  it('that nobody answers is told, and forgotten with the next that somebody does', async () => {
    const check = vi.fn(async () => true);
    const store = await open(check);
    check.mockRejectedValueOnce(new Error('gone')).mockRejectedValueOnce(new Error('gone'));
    await store.checkNow(mine);
    expect(store.getState()).toMatchObject({ busy: [], unanswered: [mine.url] });
    await store.checkNow(mine);
    expect(store.getState().unanswered).toEqual([]);
  });

  it('that never ends is given up', async () => {
    const store = await open(() => new Promise(() => {}));
    vi.useFakeTimers();
    const looked = store.checkNow(mine);
    await vi.advanceTimersByTimeAsync(150_000);
    await looked;
    expect(store.getState()).toMatchObject({ busy: [], unanswered: [mine.url] });
  });
});
