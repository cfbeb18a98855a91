import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDay } from '../../lib/stats/counts.ts';
import { loadSilences } from '../../lib/storage/silences.ts';
import { loadCounts, mergeCounts } from '../../lib/stores/counts.ts';

beforeEach(() => fakeBrowser.reset());

it('Counts that are taken over come with the days on which a rule was off, beside those that are known', async () => {
  await fakeBrowser.storage.local.set({ silences: { 'tone/a': [{ from: '2026-11-20' }] } });
  const day = { ...createDay('2026-11-02', 'gmail'), revision: 1 };
  await mergeCounts([day], { 'tone/a': [{ from: '2026-11-02', to: '2026-11-09' }] });
  expect(await loadCounts()).toEqual([day]);
  expect(await loadSilences()).toEqual({
    'tone/a': [{ from: '2026-11-02', to: '2026-11-09' }, { from: '2026-11-20' }],
  });
  await mergeCounts([day]);
  expect(await loadSilences()).toEqual({
    'tone/a': [{ from: '2026-11-02', to: '2026-11-09' }, { from: '2026-11-20' }],
  });
});
