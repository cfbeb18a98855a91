import { expect, it } from 'vitest';
import { createDay } from '../../lib/stats/counts.ts';
import { listNewCounts } from '../../lib/stores/backup.ts';

it('Of a file’s counts those are new that are not here, or in a later account', () => {
  const at = (day: string, desk: string, revision: number) => ({ ...createDay(day, desk), revision });
  const ours = [at('2026-11-02', 'gmail', 3), at('2026-11-02', 'zendesk', 3)];
  const fresh = [at('2026-11-02', 'gmail', 4), at('2026-11-03', 'gmail', 0)];
  const counts = [...fresh, at('2026-11-02', 'zendesk', 3), at('2026-11-02', 'gmail', 2)];
  expect(listNewCounts({ counts: ours }, { counts })).toEqual(fresh);
  expect(listNewCounts({}, { counts })).toEqual(counts);
  expect(listNewCounts({ counts: ours }, {})).toEqual([]);
});
