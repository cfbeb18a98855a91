import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ask } from '../../lib/messages.ts';
import { getWords } from '../words.ts';
import { createCoachedBox } from './coached-box.ts';

vi.mock('../../lib/messages.ts', async (load) => ({ ...(await load<object>()), ask: vi.fn() }));

let box: ReturnType<typeof createCoachedBox>;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(getWords as never);
  box = createCoachedBox(ask);
});
afterEach(() => {
  box.end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('A draft in a tab that is not looked at is checked anew when settings change, though nothing is drawn there', async () => {
  box.type("I can't go.");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(box.getFlagged()).toEqual(["can't go"]);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  box.silence();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(box.getFlagged()).toEqual([]);
});
