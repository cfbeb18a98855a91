import { Dexie, type EntityTable } from 'dexie';
import type { TeamFile } from '../stats/team-file.ts';
import { StorageFailure } from './area.ts';

/** Files of a team, as a trainer has dropped them: in the page of statistics alone, so that next month's update them. */

export interface KeptFile {
  /** The SHA-256 of its text. */
  id: string;
  /** The file's own name. */
  name: string;
  /** Its size, in bytes. */
  size: number;
  file: TeamFile;
}

/** Every call rejects with a `StorageFailure` where the disk is full or the database broken. */
export interface TeamDatabase {
  /** Hands over all files, a few at a time. */
  load(onSome: (some: KeptFile[], done: number, total: number) => void): Promise<void>;
  add(files: readonly KeptFile[]): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
  erase(): Promise<void>;
  close(): void;
}

/** Files that are read at a time: some three hundred kilobytes each. */
const AT_A_TIME = 20;

export function openTeam(): TeamDatabase {
  const database = new Dexie('cando-team') as Dexie & { files: EntityTable<KeptFile, 'id'> };
  database.version(1).stores({ files: 'id' });
  const { files } = database;
  return {
    load: (onSome) =>
      told(async () => {
        const ids = await files.toCollection().primaryKeys();
        for (let at = 0; at < ids.length; at += AT_A_TIME) {
          const some = await files.bulkGet(ids.slice(at, at + AT_A_TIME));
          onSome(
            some.flatMap((one) => one ?? []),
            Math.min(at + AT_A_TIME, ids.length),
            ids.length,
          );
        }
      }),
    add: (some) => told(() => files.bulkPut(some)),
    forget: (ids) => told(() => files.bulkDelete(ids as string[])),
    erase: () => told(() => files.clear()),
    close: () => database.close(),
  };
}

async function told(act: () => PromiseLike<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    // A transaction that ran out of room is told as one that was given up; why stands within it.
    const { inner } = error as { inner?: unknown };
    throw new StorageFailure(inner ? `${error} ${inner}` : error);
  }
}
