import type { Page } from 'playwright-core';
import { addDelta, createDay, type Day, type RuleCounts } from '../../lib/stats/counts.ts';
import { type StatsRow, toRow } from '../../lib/storage/stats-row.ts';

/** A day of five replies, 400 words, at the demo desk, with what became of the flags of one rule of a built-in pack. */
export function createWorkday(day: Day, rule: string, counts: Partial<RuleCounts> = {}): StatsRow {
  const totals = { replies: 5, words: 400 };
  const packs = { [`${rule.split('/')[0]}@0.1.0`]: totals };
  const rules = { [`${rule}@0.1.0`]: counts };
  return toRow(addDelta(createDay(day, 'other'), { day, desk: 'other', totals, packs, rules }));
}

/** Writes days into the database that the worker has made. To be run in a page of the extension. */
export async function putDays(page: Page, rows: readonly StatsRow[]): Promise<void> {
  await page.evaluate(async (days) => {
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('cando-stats'));
    const store = database.transaction('days', 'readwrite').objectStore('days');
    await Promise.all(days.map((day) => settle(store.put(day))));
    database.close();
  }, rows);
}
