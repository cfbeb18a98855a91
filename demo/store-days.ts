import type { Page } from 'playwright-core';
import type { DayCounts } from '../lib/stats/counts.ts';
import { createNames, toRow } from '../lib/storage/stats-row.ts';

/** Puts these days in place of all that the extension has counted. The page is one of the extension's, and the database is there. */
export async function storeDays(page: Page, days: readonly DayCounts[]): Promise<void> {
  const named = createNames();
  const rows = days.map((day) => toRow(day, named));
  const stores = { days: rows, names: named.added };
  await page.evaluate(async (stored) => {
    const ask = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await ask(indexedDB.open('cando-stats'));
    const transaction = database.transaction(Object.keys(stored), 'readwrite');
    const done = new Promise((resolve) => transaction.addEventListener('complete', resolve));
    for (const [name, records] of Object.entries(stored)) {
      const store = transaction.objectStore(name);
      store.clear();
      for (const record of records) store.put(record);
    }
    await done;
    database.close();
  }, stores);
}
