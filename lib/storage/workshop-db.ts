import Dexie, { type EntityTable } from 'dexie';

/** Drafts and versions of packs, in pages of the extension alone: a coached page never opens this. */

/** A pack that is being written. */
export interface Draft {
  /** Its own, for the pack's id may change. */
  key: string;
  /** The pack's file. */
  text: string;
}

/** What a draft was when it was published. */
export interface Version {
  /** Given by the database, in their order. */
  number: number;
  draft: string;
  version: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface WorkshopDatabase {
  /** Drafts in the order in which they were begun. */
  load(): Promise<{ drafts: Draft[]; versions: Version[] }>;
  /** Writes what differs; other drafts stay, for another page may have begun them. */
  save(before: readonly Draft[], after: readonly Draft[]): Promise<void>;
  addVersion(version: Omit<Version, 'number'>): Promise<Version>;
  close(): void;
}

/** Versions of a draft that are kept. */
const KEPT = 100;

export function openWorkshop(): WorkshopDatabase {
  const database = new Dexie('cando-workshop') as Dexie & {
    drafts: EntityTable<Draft & { order: number }, 'key'>;
    versions: EntityTable<Version, 'number'>;
  };
  database.version(1).stores({ drafts: 'key, order', versions: '++number, draft' });
  const { drafts, versions } = database;
  return {
    async load() {
      const rows = await drafts.orderBy('order').toArray();
      return { drafts: rows.map(({ key, text }) => ({ key, text })), versions: await versions.toArray() };
    },
    save: (before, after) =>
      database.transaction('rw', drafts, async () => {
        const kept = new Set(after.map(({ key }) => key));
        const gone = before.filter(({ key }) => !kept.has(key));
        if (gone.length > 0) await drafts.bulkDelete(gone.map(({ key }) => key));
        const known = new Map(before.map((draft, order) => [draft.key, { draft, order }]));
        const changed = after
          .map((draft, order) => ({ ...draft, order }))
          .filter(({ key, text, order }) => known.get(key)?.draft.text !== text || known.get(key)?.order !== order);
        if (changed.length > 0) await drafts.bulkPut(changed);
      }),
    addVersion: (version) =>
      database.transaction('rw', versions, async () => {
        const number = await versions.add(version);
        const own = await versions.where('draft').equals(version.draft).primaryKeys();
        await versions.bulkDelete(own.slice(0, -KEPT));
        return { ...version, number };
      }),
    close: () => database.close(),
  };
}
