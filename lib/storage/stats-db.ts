import { Dexie, type EntityTable, type Table } from 'dexie';
import { addDelta, createDay, type Day, type DayCounts, type Delta } from '../stats/counts.ts';
import { addDays } from '../stats/days.ts';
import { type StatsRow, toCounts, toRow } from './stats-row.ts';

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

/** The last batch of a page. */
interface Source {
  source: string;
  sequence: number;
  /** Of its last count. */
  day: Day;
}

/** A form of the database: Dexie's schema, and what makes the former one's rows into its own. Forms are added, never changed. */
export interface Form {
  stores: Record<string, string>;
  upgrade?: (rows: Table<StatsRow>) => Promise<unknown>;
}

/** Version 1 and those after it. */
export const FORMS: readonly Form[] = [{ stores: { days: '[day+desk]', sources: 'source, day' } }];

/** Beyond every day and desk. */
const LAST = '\uffff';
/** Days after which nobody sends a batch again. */
const KEPT = 30;

export function openStats(forms: readonly Form[] = FORMS): StatsDatabase {
  const database = new Dexie('cando-stats') as Dexie & {
    days: Table<StatsRow, [Day, string]>;
    sources: EntityTable<Source, 'source'>;
  };
  for (const [at, { stores, upgrade }] of forms.entries()) {
    const version = database.version(at + 1).stores(stores);
    if (upgrade) version.upgrade((transaction) => upgrade(transaction.table('days')));
  }
  const { days, sources } = database;
  return {
    add: (source, sequence, deltas) =>
      database.transaction('rw', days, sources, async () => {
        const known = await sources.get(source);
        if (known && known.sequence >= sequence) return;
        for (const delta of deltas) {
          const row = await days.get([delta.day, delta.desk]);
          await days.put(toRow(addDelta(row ? toCounts(row) : createDay(delta.day, delta.desk), delta)));
        }
        const day = [known?.day ?? '', ...deltas.map((delta) => delta.day)].sort().at(-1) ?? '';
        if (!known && day) await sources.where('day').below(addDays(day, -KEPT)).delete();
        await sources.put({ source, sequence, day });
      }),
    async load(from = '', to = LAST) {
      return (await days.where('[day+desk]').between([from, ''], [to, LAST]).toArray()).map(toCounts);
    },
    merge: (all) =>
      database.transaction('rw', days, async () => {
        const rows = await days.bulkGet(all.map(({ day, desk }): [Day, string] => [day, desk]));
        const newer = all.filter(({ revision }, at) => revision > (rows[at]?.revision ?? -1));
        // A list may hold a day twice: what is put last stands.
        await days.bulkPut(newer.sort((a, b) => a.revision - b.revision).map(toRow));
      }),
    erase: () =>
      database.transaction('rw', days, sources, async () => {
        await days.clear();
        await sources.clear();
      }),
    close: () => database.close(),
  };
}
