import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDraftLife } from '../../lib/composer/draft-life.ts';

let asked: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push((message as { cando: string }).cando);
    return { value: true };
  });
});

const settle = () => vi.waitFor(() => Promise.resolve());

describe('A draft', () => {
  it('begins with the first change that leaves words, and ends when the box is empty', async () => {
    const onEnd = vi.fn();
    const life = createDraftLife(onEnd);
    life.look(true, false);
    onEnd.mockClear();
    life.look(false, true);
    life.look(false, true);
    await settle();
    expect(asked).toEqual(['draft.begun']);
    expect(onEnd).not.toHaveBeenCalled();
    life.look(true, true);
    expect(onEnd).toHaveBeenCalledOnce();
    life.look(false, true);
    await settle();
    expect(asked).toEqual(['draft.begun', 'draft.begun']);
  });

  it('is not begun by what the desk has put there, but by ignoring a mark in it', async () => {
    const life = createDraftLife(() => undefined);
    life.look(false, false);
    await settle();
    expect(asked).toEqual([]);
    expect(await life.ignore('a/one', 'info')).toBe(true);
    expect(asked).toEqual(['draft.begun', 'rule.ignored']);
  });

  it('goes on when nobody can count', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('gone'));
    expect(await createDraftLife(() => undefined).ignore('a/one', 'info')).toBe(false);
  });
});
