import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { matches } from '../../lib/sites/index.ts';
import { createSitesStore } from '../../lib/stores/sites.ts';

let origins: string[];
let listeners: (() => void)[];

beforeEach(() => {
  fakeBrowser.reset();
  origins = [...matches];
  listeners = [];
  const event = { addListener: (listener: () => void) => listeners.push(listener), removeListener: () => undefined };
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins }),
      contains: async ({ origins: asked = [] }: { origins?: string[] }) => asked.every((one) => origins.includes(one)),
      request: vi.fn(async () => true),
      remove: vi.fn(async () => true),
      onAdded: event,
      onRemoved: event,
    },
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ host_permissions: matches } as never);
});

const follow = () => {
  for (const listener of listeners) listener();
};

describe('The sites', () => {
  it('are those that the browser allows, and follow what is taken back in its own settings', async () => {
    origins.push('https://help.acme.example/*');
    const sites = createSitesStore(new AbortController().signal);
    await vi.waitFor(() => expect(sites.getState().added).toEqual(['https://help.acme.example/*']));
    origins = matches.slice(1);
    follow();
    await vi.waitFor(() => expect(sites.getState()).toEqual({ added: [], denied: [matches[0]] }));
  });

  it('are asked for one at a time', async () => {
    const sites = createSitesStore(new AbortController().signal);
    expect(await sites.add(['https://help.acme.example/*'])).toBe(true);
    expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: ['https://help.acme.example/*'] });
  });

  it.each([
    ['help.acme.example', 'https://help.acme.example/*'],
    [' https://help.acme.example/tickets/7?x=1 ', 'https://help.acme.example/*'],
    ['http://help.acme.example', 'http://help.acme.example/*'],
    ['localhost', undefined],
    ['*.acme.example', undefined],
    ['chrome://extensions', undefined],
    ['two words', undefined],
    ['', undefined],
  ])('are read from what people type: “%s”', (typed, origin) => {
    expect(createSitesStore(new AbortController().signal).getOrigin(typed)).toBe(origin);
  });
});
