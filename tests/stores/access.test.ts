import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStore } from 'zustand/vanilla';
import { createAccessStore } from '../../lib/stores/access.ts';
import type { DraftStore } from '../../lib/stores/draft.ts';

const OWN = 'https://mail.google.com/*';
let origins: string[];
let onChange: () => void;
let page: AbortController;
const request = vi.fn(async () => true);
const remove = vi.fn(async () => true);

beforeEach(() => {
  origins = [OWN];
  page = new AbortController();
  const event = { addListener: (listener: () => void) => (onChange = listener), removeListener: vi.fn() };
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins }),
    contains: async ({ origins: [asked] }: { origins: string[] }) => origins.includes(asked as string),
    request,
    remove,
    onAdded: event,
    onRemoved: event,
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ host_permissions: [OWN] } as never);
});
afterEach(() => page.abort());

function open(url?: string) {
  const draft = createStore(() => ({ tab: { id: 1, url }, status: 'none' })) as unknown as DraftStore;
  return createAccessStore(draft, page.signal);
}

describe('Whether CanDo may work on the page behind the popup', () => {
  it.each([
    ['https://mail.google.com/mail/', 'own'],
    ['https://shop.example/reply', 'askable'],
    ['http://shop.example/reply', 'insecure'],
    ['chrome://settings/', 'closed'],
    ['file:///home/sam/reply.html', 'closed'],
    ['https://chromewebstore.google.com/detail/1', 'closed'],
    [undefined, 'closed'],
  ])('%s: %s', async (url, access) => {
    const store = open(url);
    await vi.waitFor(() => expect(store.getState().access).toBe(access));
  });

  it('is asked for this site alone, known once it is given, and given back', async () => {
    const store = open('https://shop.example/reply');
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ access: 'askable', host: 'shop.example' }));
    store.allow();
    expect(request).toHaveBeenCalledWith({ origins: ['https://shop.example/*'] });
    origins.push('https://shop.example/*');
    onChange();
    await vi.waitFor(() => expect(store.getState().access).toBe('added'));
    store.giveBack();
    expect(remove).toHaveBeenCalledWith({ origins: ['https://shop.example/*'] });
  });

  it('is said to be refused where the browser does not even ask', async () => {
    const store = open('https://shop.example/reply');
    await vi.waitFor(() => expect(store.getState().access).toBe('askable'));
    request.mockRejectedValueOnce(new Error('blocked by the administrator'));
    store.allow();
    await vi.waitFor(() => expect(store.getState().isRefused).toBe(true));
  });
});
