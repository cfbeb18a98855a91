import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  followPackOrigins,
  injectIntoOpenTabs,
  isForPackAlone,
  loadAddedSites,
  removePackOrigin,
  requestPackOrigin,
  requestSites,
  watchSites,
} from '../../lib/sites/added.ts';

const ORIGIN = 'https://packs.acme.example/*';
let origins: string[];
let answer: boolean;
const executeScript = vi.fn(async () => []);
const registerContentScripts = vi.fn(async () => undefined);

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  origins = [];
  answer = true;
  const event = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins }),
      contains: async ({ origins: [asked = ''] = [] }: { origins?: string[] }) => origins.includes(asked),
      request: async ({ origins: asked = [] }: { origins?: string[] }) => {
        if (answer) origins = [...new Set([...origins, ...asked])];
        return answer;
      },
      remove: async ({ origins: asked = [] }: { origins?: string[] }) => {
        origins = origins.filter((one) => !asked.includes(one));
        return true;
      },
      onAdded: event,
      onRemoved: event,
    },
    scripting: { executeScript, registerContentScripts, getRegisteredContentScripts: async () => [] },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    host_permissions: ['https://desk.example/*'],
  } as never);
});

describe('An origin that was allowed to read a pack there', () => {
  it('is no site: nobody is coached there', async () => {
    expect(await requestPackOrigin(ORIGIN, false)).toBe(true);
    expect(origins).toEqual([ORIGIN]);
    expect(await loadAddedSites()).toEqual([]);
    expect(await isForPackAlone(ORIGIN)).toBe(true);
    await injectIntoOpenTabs([ORIGIN]);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('is not kept when the answer was no', async () => {
    answer = false;
    expect(await requestPackOrigin(ORIGIN, false)).toBe(false);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('is coached in open tabs too as soon as the user adds it as a site', async () => {
    const life = new AbortController();
    const changed = vi.fn();
    watchSites(changed, life.signal);
    followPackOrigins(life.signal);
    await requestPackOrigin(ORIGIN, false);
    expect(registerContentScripts).not.toHaveBeenCalled();
    await requestSites([ORIGIN]);
    expect(await loadAddedSites()).toEqual([ORIGIN]);
    await vi.waitFor(() => expect(executeScript).toHaveBeenCalledTimes(1));
    expect(registerContentScripts).toHaveBeenCalledWith([expect.objectContaining({ matches: [ORIGIN] })]);
    expect(changed).toHaveBeenCalledTimes(2);
    life.abort();
  });

  it('is given back with the pack', async () => {
    await requestPackOrigin(ORIGIN, false);
    await removePackOrigin(ORIGIN);
    expect(origins).toEqual([]);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('stays a site when it was one before, and is not given back with the pack', async () => {
    origins = [ORIGIN];
    expect(await requestPackOrigin(ORIGIN, true)).toBe(true);
    await removePackOrigin(ORIGIN);
    expect(await loadAddedSites()).toEqual([ORIGIN]);
  });

  it('is not asked for when the installation has it', async () => {
    answer = false;
    expect(await requestPackOrigin('https://desk.example/*', false)).toBe(true);
  });
});
