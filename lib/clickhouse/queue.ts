import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Day, DayCounts } from '../stats/counts.ts';
import { addDays } from '../stats/days.ts';
import type { PersonRow } from './rows.ts';

/**
 * What the server has of a day at one desk. The queue is the difference between what was counted and this: it needs no room of its
 * own for what waits, and nothing in it can be lost.
 */
export interface Acknowledged {
  day: Day;
  desk: string;
  /** The revision, as counted here, that the server has; -1 for none. */
  has: number;
  /** The revision, as counted here, that was sent last, and the number under which it was: never one twice for different counts. */
  tried: number;
  number: number;
  /** Keys of the rows that the server may have. */
  keys: string[];
}

/** In the extension's worker only. Every call rejects where the disk is full or the database broken. */
export interface Queue {
  load(): Promise<Acknowledged[]>;
  put(entry: Acknowledged): Promise<void>;
  /** The person's row that the server has. */
  getPerson(): Promise<PersonRow | undefined>;
  putPerson(person: PersonRow): Promise<void>;
  /** Another server has nothing of it. Numbers stay, so that the old one understands what comes should it be asked again. */
  forget(): Promise<void>;
  erase(): Promise<void>;
  close(): void;
}

/** Days that are sent at most, back from today: two years. What is older stays here. */
export const MOST_DAYS = 731;

export function openQueue(): Queue {
  const database = new Dexie('cando-queue') as Dexie & {
    days: Table<Acknowledged, [Day, string]>;
    people: EntityTable<PersonRow, 'agent'>;
  };
  database.version(1).stores({ days: '[day+desk]', people: 'agent' });
  const { days, people } = database;
  return {
    load: () => days.toArray(),
    put: async (entry) => void (await days.put(entry)),
    getPerson: () => people.toCollection().first(),
    putPerson: (person) =>
      database.transaction('rw', people, async () => {
        await people.clear();
        await people.put(person);
      }),
    forget: () =>
      database.transaction('rw', days, people, async () => {
        await days.toCollection().modify({ has: -1 });
        await people.clear();
      }),
    erase: () =>
      database.transaction('rw', days, people, async () => {
        await days.clear();
        await people.clear();
      }),
    close: () => database.close(),
  };
}

/** What waits, the oldest first: days of which the server has not what was counted. */
export function listDue(days: readonly DayCounts[], known: readonly Acknowledged[], today: Day): DayCounts[] {
  const first = addDays(today, 1 - MOST_DAYS);
  const has = new Map(known.map((one) => [`${one.day} ${one.desk}`, one.has]));
  return days.filter(({ day, desk, revision }) => day >= first && has.get(`${day} ${desk}`) !== revision);
}

/**
 * The entry under which a day goes out. The same counts keep their number when they are sent again; others get a higher one, even
 * where counting began anew after all was erased.
 */
export function numberDay({ day, desk, revision }: DayCounts, known: Acknowledged | undefined): Acknowledged {
  if (!known) return { day, desk, has: -1, tried: revision, number: revision, keys: [] };
  if (known.tried === revision) return known;
  return { ...known, tried: revision, number: Math.max(revision, known.number + 1) };
}
