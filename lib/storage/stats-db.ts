import { Dexie, type EntityTable, type Table } from 'dexie';
import { addDelta, createDay, type Day, type DayCounts, type Delta } from '../stats/counts.ts';
import { addDays } from '../stats/days.ts';
import { FORMS, type Form } from './stats-forms.ts';
import { createNames, type Names, type StatsRow, type StoredName, toCounts, toRow } from './stats-row.ts';

/** What this browser has counted. In the extension's own pages and its worker only. Every call rejects where the disk is full or the database broken. */
export interface StatsDatabase {
  /**
   * Adds what a page has counted, all of it or nothing. A batch that has come before counts once: a page numbers its batches upwards, and sends one
   * again until it hears that it has come.
   */
  add(source: string, sequence: number, deltas: readonly Delta[]): Promise<void>;
  /** By day and desk, in this order; both ends are counted in. */
  load(from?: Day, to?: Day): Promise<DayCounts[]>;
  /** Takes over counts from elsewhere: of equal day and desk, those of the higher revision stand. */
  merge(days: readonly DayCounts[]): Promise<void>;
  erase(): Promise<void>;
  close(): void;
}

const NAME = 'cando-stats';

/** The last batch of a page. */
interface Source {
  source: string;
  sequence: number;
  /** Of its last count. */
  day: Day;
}

/** Milliseconds from a change to the call that tells of it, so that a batch that comes at once is told once. */
const SOON = 500;

/** Calls back when counts have changed, whoever has written them: this page, another, or the worker. */
export function watchStats(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (parts: object) => {
    if (!Object.keys(parts).some((part) => part.startsWith(`idb://${NAME}/days/`))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, SOON);
  };
  Dexie.on('storagemutated', hear);
  const stop = () => {
    Dexie.on.storagemutated.unsubscribe(hear);
    clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
}

/** Beyond every day and desk. */
const LAST = '\uffff';
/** Days after which nobody sends a batch again. */
const KEPT = 30;

export function openStats(forms: readonly Form[] = FORMS): StatsDatabase {
  const database = new Dexie(NAME) as Dexie & {
    days: Table<StatsRow, [Day, string]>;
    sources: EntityTable<Source, 'source'>;
    names: EntityTable<StoredName, 'id'>;
  };
  for (const [at, { stores, upgrade }] of forms.entries()) {
    const version = database.version(at + 1).stores(stores);
    if (upgrade) version.upgrade(upgrade);
  }
  const { days, sources, names } = database;
  // Read anew in each transaction, never kept: a page erases what the worker has open.
  const loadNames = async (): Promise<Names> => createNames(await names.toArray());
  return {
    add: (source, sequence, deltas) =>
      database.transaction('rw', days, sources, names, async () => {
        const known = await sources.get(source);
        if (known && known.sequence >= sequence) return;
        const named = await loadNames();
        for (const delta of deltas) {
          const row = await days.get([delta.day, delta.desk]);
          const counts = row ? toCounts(row, named) : createDay(delta.day, delta.desk);
          await days.put(toRow(addDelta(counts, delta), named));
        }
        await names.bulkPut(named.added);
        const day = [known?.day ?? '', ...deltas.map((delta) => delta.day)].sort().at(-1) ?? '';
        if (!known && day) await sources.where('day').below(addDays(day, -KEPT)).delete();
        await sources.put({ source, sequence, day });
      }),
    load: (from = '', to = LAST) =>
      database.transaction('r', days, names, async () => {
        const named = await loadNames();
        const rows = await days.where('[day+desk]').between([from, ''], [to, LAST]).toArray();
        return rows.map((row) => toCounts(row, named));
      }),
    merge: (all) =>
      database.transaction('rw', days, names, async () => {
        const rows = await days.bulkGet(all.map(({ day, desk }): [Day, string] => [day, desk]));
        const newer = all.filter(({ revision }, at) => revision > (rows[at]?.revision ?? -1));
        // A list may hold a day twice: what is put last stands.
        newer.sort((a, b) => a.revision - b.revision);
        const named = await loadNames();
        await days.bulkPut(newer.map((counts) => toRow(counts, named)));
        await names.bulkPut(named.added);
      }),
    erase: () =>
      database.transaction('rw', days, sources, names, async () => {
        await Promise.all([days.clear(), sources.clear(), names.clear()]);
      }),
    close: () => database.close(),
  };
}
