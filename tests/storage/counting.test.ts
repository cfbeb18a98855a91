import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { addCounts, loadCounts } from '../../lib/background/stats.ts';
import { loadTrouble } from '../../lib/storage/stats-trouble.ts';

const disk = vi.hoisted(() => ({ isBroken: true, opened: 0, closed: 0 }));
vi.mock('../../lib/storage/stats-db.ts', () => ({
  openStats() {
    disk.opened++;
    return {
      add: async () => {
        if (disk.isBroken) throw new Error('The disk is full.');
      },
      load: async () => [],
      close: () => void disk.closed++,
    };
  },
}));

beforeEach(() => fakeBrowser.reset());

it('Counts of two tabs that cannot be written are both told so, and the database is opened anew', async () => {
  const count = (source: string) => addCounts({ source, sequence: 1, deltas: [] });
  const ended = await Promise.allSettled([count('one'), count('other')]);
  const reasons = ended.map((one) => one.status === 'rejected' && String(one.reason));
  expect(reasons).toEqual(['Error: The disk is full.', 'Error: The disk is full.']);
  expect(await loadTrouble()).toBe(true);
  disk.isBroken = false;
  await count('one');
  expect(await loadTrouble()).toBe(false);
  expect(await loadCounts()).toEqual([]);
  expect([disk.opened, disk.closed]).toEqual([2, 2]);
});
