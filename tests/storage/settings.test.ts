import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  eraseSettings,
  loadBroken,
  loadSettings,
  replaceSettings,
  StorageFailure,
  watchSettings,
} from '../../lib/storage/index.ts';
import {
  defaults,
  findClashes,
  getPhrase,
  isSilent,
  isSiteOff,
  readSettings,
  withoutValue,
  withSite,
  withValue,
} from '../../lib/storage/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });

describe('Settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(readSettings(undefined)).toEqual({ settings: defaults, broken: [] });
  });

  it('are the defaults where nonsense is stored, and say so', () => {
    for (const raw of [null, 7, 'x', [], { version: 'two' }, { version: 0 }]) {
      expect(readSettings(raw)).toEqual({ settings: defaults, broken: ['all'] });
    }
  });

  it('keep what is right beside what is broken, and name the broken ones', () => {
    const raw = {
      version: 2,
      off: ['a/b', 3, 'a/b', ''],
      ignored: [{ ruleId: 'a/b', phrase: 'no way' }, 'x'],
      severities: { 'a/b': 'info', 'a/c': 'loud' },
      steppedDown: { 'a/b': { to: 'silent', isTold: 1 }, 'a/c': { to: 'error' }, 'a/d': 'info' },
      inFull: ['a/b', 7],
      readers: { public: 'yes', notes: false },
      sitesOff: ['example.com'],
      snoozedUntil: Number.POSITIVE_INFINITY,
      keys: { apply: 'F7', open: 9 },
      appearance: { theme: 'dark', chip: 0, fade: 1 },
      counting: 'off',
    };
    expect(readSettings(raw)).toEqual({
      settings: {
        version: 2,
        off: ['a/b'],
        ignored: [{ ruleId: 'a/b', phrase: 'no way' }],
        severities: { 'a/b': 'info' },
        steppedDown: { 'a/b': { to: 'silent', isTold: false } },
        inFull: ['a/b'],
        readers: { public: true, notes: false },
        variety: 'browser',
        sitesOff: ['example.com'],
        snoozedUntil: 0,
        keys: { ...defaults.keys, apply: 'F7' },
        appearance: { theme: 'dark', chip: true, hover: true, fade: true },
        counting: true,
      },
      broken: [
        'off',
        'ignored',
        'severities',
        'steppedDown',
        'inFull',
        'readers',
        'snoozedUntil',
        'keys',
        'appearance',
        'counting',
      ],
    });
  });

  it('of the first version are carried over', () => {
    const first = {
      version: 1,
      off: ['a/b'],
      ignored: ["a/b we can't", 'a/c at this time'],
      severities: { 'a/b': 'info' },
      notes: 'off',
    };
    expect(readSettings(first)).toEqual({
      settings: {
        ...defaults,
        off: ['a/b'],
        ignored: [
          { ruleId: 'a/b', phrase: "we can't" },
          { ruleId: 'a/c', phrase: 'at this time' },
        ],
        severities: { 'a/b': 'info' },
        readers: { public: true, notes: false },
      },
      broken: [],
    });
  });

  it('cannot be made to change the page’s own objects', () => {
    const raw = JSON.parse('{"version":2,"severities":{"__proto__":"error"},"__proto__":{"off":["a/b"]}}');
    const { settings } = readSettings(raw);
    expect(settings.off).toEqual([]);
    expect(Object.getPrototypeOf(settings.severities)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).off).toBeUndefined();
  });

  it('know a phrase again whatever its case, quotes and spaces', () => {
    expect(getPhrase('We Can’t  do')).toBe(getPhrase("we can't do"));
  });

  it('hold a value once, and a bounded number', () => {
    expect(withValue(['a', 'b'], 'a')).toEqual(['b', 'a']);
    expect(withoutValue([{ a: 1 }, { a: 2 }], { a: 1 })).toEqual([{ a: 2 }]);
    const many = Array.from({ length: 3_000 }, (_, index) => String(index));
    expect(withValue(many, 'last').at(-1)).toBe('last');
    expect(withValue(many, 'last').length).toBeLessThanOrEqual(2_000);
  });

  it('silence a site, or all until the snooze ends', () => {
    expect(isSilent(defaults, 'a.example', 5)).toBe(false);
    expect(isSilent({ ...defaults, sitesOff: ['a.example'] }, 'a.example', 5)).toBe(true);
    expect(isSilent({ ...defaults, sitesOff: ['a.example'] }, 'b.example', 5)).toBe(false);
    expect(isSilent({ ...defaults, snoozedUntil: 6 }, 'a.example', 5)).toBe(true);
    expect(isSilent({ ...defaults, snoozedUntil: 5 }, 'a.example', 5)).toBe(false);
  });

  it('silence a whole domain, and speak again at a host whichever entry silenced it', () => {
    expect(isSiteOff(['*.a.example'], 'x.a.example')).toBe(true);
    expect(isSiteOff(['*.a.example'], 'a.example')).toBe(true);
    expect(isSiteOff(['*.a.example'], 'nota.example')).toBe(false);
    expect(withSite(['x.a.example', '*.a.example', 'b.example'], 'x.a.example', true)).toEqual(['b.example']);
    expect(withSite(['b.example'], '*.a.example', false)).toEqual(['b.example', '*.a.example']);
  });

  it('name the keys that two commands share', () => {
    expect(findClashes(defaults.keys)).toEqual([]);
    expect(findClashes({ ...defaults.keys, apply: 'F8', open: '', undo: '' })).toEqual(['next', 'apply']);
  });
});

describe('Stored settings', () => {
  it('reach whoever watches, and change from what is stored, two clicks in a row too', async () => {
    const onChange = vi.fn();
    watchSettings(onChange, new AbortController().signal);
    await Promise.all([
      changeSettings(({ off }) => ({ off: withValue(off, 'a/b') })),
      changeSettings(({ off }) => ({ off: withValue(off, 'a/c') })),
    ]);
    expect((await loadSettings()).settings.off).toEqual(['a/b', 'a/c']);
    await vi.waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith({
        settings: expect.objectContaining({ off: ['a/b', 'a/c'] }),
        broken: [],
      }),
    );
  });

  it('that were broken are kept aside at the first change, and forgotten when all is erased', async () => {
    await store({ version: 2, off: 'all of it' });
    await changeSettings(() => ({ sitesOff: ['a.example'] }));
    expect((await loadSettings()).broken).toEqual([]);
    expect(await loadBroken()).toEqual({ version: 2, off: 'all of it' });
    await eraseSettings();
    expect(await loadBroken()).toBeUndefined();
    expect((await loadSettings()).settings).toEqual(defaults);
  });

  it('that a later version wrote beside ours survive a change', async () => {
    await store({ version: 3, off: ['a/b'], colours: 'many' });
    await changeSettings(() => ({ sitesOff: ['a.example'] }));
    expect((await fakeBrowser.storage.local.get('settings')).settings).toMatchObject({
      off: ['a/b'],
      colours: 'many',
      sitesOff: ['a.example'],
    });
  });

  it('are replaced as a whole', async () => {
    await changeSettings(() => ({ off: ['a/b'] }));
    await replaceSettings({ ...defaults, sitesOff: ['a.example'] });
    expect((await loadSettings()).settings).toEqual({ ...defaults, sitesOff: ['a.example'] });
  });

  it('say when there is no room, and stay as they were', async () => {
    await changeSettings(() => ({ off: ['a/b'] }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const failure = await changeSettings(() => ({ off: [] })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageFailure);
    expect(failure).toMatchObject({ isFull: true });
    expect((await loadSettings()).settings.off).toEqual(['a/b']);
    await changeSettings(() => ({ off: [] }));
    expect((await loadSettings()).settings.off).toEqual([]);
  });
});
