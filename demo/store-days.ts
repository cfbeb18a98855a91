import type { Page } from 'playwright-core';
import type { DayCounts } from '../lib/stats/counts.ts';
import { toRow } from '../lib/storage/stats-row.ts';

/** Puts these days in place of all that the extension has counted. The page is its page of statistics, which made the database; it loads anew. */
export async function storeDays(page: Page, days: readonly DayCounts[]): Promise<void> {
  await page.evaluate(async (rows) => {
    const ask = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await ask(indexedDB.open('cando-stats'));
    const transaction = database.transaction('days', 'readwrite');
    const done = new Promise((resolve) => transaction.addEventListener('complete', resolve));
    const store = transaction.objectStore('days');
    store.clear();
    for (const row of rows) store.put(row);
    await done;
    database.close();
  }, days.map(toRow));
  await page.reload();
}
