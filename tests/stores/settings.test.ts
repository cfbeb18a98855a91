import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaults } from '../../lib/storage/settings.ts';
import { change, createSettingsStore, letBrokenGo } from '../../lib/stores/settings.ts';

const signal = new AbortController().signal;
const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });
const ready = async () => {
  const made = createSettingsStore(signal);
  await vi.waitFor(() => expect(made.getState().status).toBe('ready'));
  return made;
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('The mirror of the settings', () => {
  it('starts with the defaults and takes what is stored', async () => {
    await store({ version: 2, off: ['a/b'] });
    const made = createSettingsStore(signal);
    expect(made.getState()).toMatchObject({ settings: defaults, status: 'loading' });
    await vi.waitFor(() => expect(made.getState().settings.off).toEqual(['a/b']));
  });

  it('follows what another tab changes', async () => {
    const made = await ready();
    await store({ version: 2, off: ['a/c'] });
    await vi.waitFor(() => expect(made.getState().settings.off).toEqual(['a/c']));
  });

  it('says when storage cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    const made = createSettingsStore(signal);
    await vi.waitFor(() => expect(made.getState().status).toBe('unreadable'));
  });

  it('says when a change did not fit, changes nothing, and can try again', async () => {
    const made = await ready();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota exceeded'));
    expect(await change(made, () => ({ off: ['a/b'] }))).toBe(false);
    expect(made.getState()).toMatchObject({ failure: 'full', settings: { off: [] } });
    await made.getState().retry?.();
    await vi.waitFor(() => expect(made.getState()).toMatchObject({ failure: undefined, settings: { off: ['a/b'] } }));
  });

  it('tells what could not be read until it is let go, whatever is changed meanwhile', async () => {
    await store({ version: 2, off: 'all', sitesOff: ['a.example'] });
    const made = await ready();
    expect(made.getState().broken).toEqual(['off']);
    await change(made, () => ({ off: ['a/b'] }));
    await vi.waitFor(() => expect(made.getState().settings.off).toEqual(['a/b']));
    expect(made.getState().broken).toEqual(['off']);
    const later = await ready();
    await vi.waitFor(() => expect(later.getState().broken).toEqual(['off']));
    await letBrokenGo(made);
    expect(made.getState()).toMatchObject({ broken: [], settings: { off: ['a/b'], sitesOff: ['a.example'] } });
    expect((await ready()).getState().broken).toEqual([]);
  });
});
