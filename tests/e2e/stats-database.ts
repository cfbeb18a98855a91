/** Runs in a page of the extension: what the database holds, as it is stored. */
export function readDatabase(): Promise<Record<string, unknown[]>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('cando-stats');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const names = [...database.objectStoreNames];
      const held: Record<string, unknown[]> = {};
      if (names.length === 0) resolve(held);
      const transaction = database.transaction(names);
      for (const name of names) {
        const all = transaction.objectStore(name).getAll();
        all.onsuccess = () => {
          held[name] = all.result;
        };
      }
      transaction.oncomplete = () => {
        database.close();
        resolve(held);
      };
    };
  });
}
