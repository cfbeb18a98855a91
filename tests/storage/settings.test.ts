import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, loadSettings, watchSettings } from '../../lib/storage/index.ts';
import { defaults, getPhraseKey, readSettings, withValue } from '../../lib/storage/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('Settings', () => {
  it('are the defaults where nothing is stored, or nonsense', () => {
    for (const raw of [undefined, null, 7, 'x', [], { off: 7, ignored: {}, severities: [], notes: 'loud' }]) {
      expect(readSettings(raw)).toEqual(defaults);
    }
  });

  it('keep what is right beside what is broken', () => {
    const raw = {
      off: ['a/b', 3, 'a/b', ''],
      ignored: ['a/b no way'],
      severities: { 'a/b': 'info', 'a/c': 'loud' },
      notes: 'off',
    };
    expect(readSettings(raw)).toEqual({
      version: 1,
      off: ['a/b'],
      ignored: ['a/b no way'],
      severities: { 'a/b': 'info' },
      notes: 'off',
    });
  });

  it('know a phrase again whatever its case, quotes and spaces', () => {
    expect(getPhraseKey('a/b', 'We Can’t  do')).toBe(getPhraseKey('a/b', "we can't do"));
    expect(getPhraseKey('a/b', 'no')).not.toBe(getPhraseKey('a/c', 'no'));
  });

  it('hold a value once, and a bounded number', () => {
    expect(withValue(['a', 'b'], 'a')).toEqual(['b', 'a']);
    const many = Array.from({ length: 3_000 }, (_, index) => String(index));
    expect(withValue(many, 'last').at(-1)).toBe('last');
    expect(withValue(many, 'last').length).toBeLessThanOrEqual(2_000);
  });

  it('reach whoever watches, and change from what is stored', async () => {
    const onChange = vi.fn();
    watchSettings(onChange, new AbortController().signal);
    await changeSettings(({ off }) => ({ off: withValue(off, 'a/b') }));
    await changeSettings(({ off }) => ({ off: withValue(off, 'a/c') }));
    expect((await loadSettings()).off).toEqual(['a/b', 'a/c']);
    await vi.waitFor(() => expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ off: ['a/b', 'a/c'] })));
  });
});
