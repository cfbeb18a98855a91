import type { Day } from '../stats/counts.ts';
import { LARGEST, readTeamFile } from '../stats/read-team-file.ts';
import type { StatsSource } from '../stats/source.ts';
import { type Arrival, createTeam } from '../stats/team.ts';
import type { TeamFault } from '../stats/team-file.ts';
import type { TeamSummary } from '../stats/team-summary.ts';
import { StorageFailure } from '../storage/area.ts';
import type { KeptFile, TeamDatabase } from '../storage/team-db.ts';

/** Whether what is there will be there tomorrow. */
export type Keeping = 'kept' | 'full' | 'failed';

/** A file that is there, by what is on its outside. */
export interface ListedFile {
  id: string;
  name: string;
  group: string;
  /** `2026-11-22` */
  exported: Day;
  /** Whatever the desks. */
  days: number;
}

export interface TeamState {
  summary: TeamSummary;
  /** By their names. */
  files: ListedFile[];
  keeping: Keeping;
}

/** What became of a file that came in. */
export type Taken = { name: string; arrival: Arrival } | { name: string; fault: TeamFault };

export interface Progress {
  done: number;
  total: number;
}

/** A file as a page or a test hands it over. */
export interface IncomingFile {
  name: string;
  /** Bytes. */
  size: number;
  text(): Promise<string>;
}

export interface Asking {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Everything that takes long with a team's files. It runs beside the page, which asks it through `link.ts`. */
export interface Intake extends StatsSource {
  /** Brings back what is kept. */
  open(asking: Asking): Promise<TeamState>;
  /**
   * Takes files in, and keeps them. Stopped, it takes back those of this call that came so far.
   *
   * @param today days after tomorrow are no days
   */
  take(files: readonly IncomingFile[], today: Day, asking: Asking): Promise<{ taken: Taken[]; state: TeamState }>;
  forget(ids: readonly string[]): Promise<TeamState>;
  forgetAll(): Promise<TeamState>;
}

/** Files that are written at a time. */
const BATCH = 20;

export function createIntake(database: TeamDatabase): Intake {
  const team = createTeam();
  const listed = new Map<string, ListedFile>();
  let keeping: Keeping = 'kept';

  function add({ id, name, file }: KeptFile): Arrival {
    const arrival = team.add(id, file);
    const { group = '', exported, sheet } = file;
    if (arrival !== 'twice')
      listed.set(id, { id, name, group, exported: exported.slice(0, 10), days: new Set(sheet.day).size });
    return arrival;
  }

  function drop(ids: readonly string[]): void {
    for (const id of ids) {
      team.forget(id);
      listed.delete(id);
    }
  }

  /** What cannot be kept counts all the same, until the page is closed. */
  async function keep(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      keeping = error.isFull ? 'full' : 'failed';
    }
  }

  const getState = (): TeamState => ({
    summary: team.summarise(),
    files: [...listed.values()].sort((a, b) => collator.compare(a.name, b.name)),
    keeping,
  });

  return {
    describe: team.describe,
    sumTotals: team.sumTotals,
    sumRules: team.sumRules,
    sumReplaced: team.sumReplaced,
    async open({ onProgress }) {
      drop([...listed.keys()]);
      keeping = 'kept';
      await keep(() =>
        database.load((some, done, total) => {
          for (const one of some) add(one);
          onProgress({ done, total });
        }),
      );
      return getState();
    },
    async take(files, today, { signal, onProgress }) {
      const taken: Taken[] = [];
      const mine: string[] = [];
      let waiting: KeptFile[] = [];
      const write = async () => {
        const batch = waiting;
        waiting = [];
        if (batch.length > 0) await keep(() => database.add(batch));
      };
      for (const [at, incoming] of files.entries()) {
        if (signal.aborted) break;
        onProgress({ done: at, total: files.length });
        const read = await readIncoming(incoming, today, (id) => listed.has(id));
        if ('fault' in read) taken.push({ name: incoming.name, fault: read.fault });
        else if (!read.kept) taken.push({ name: incoming.name, arrival: 'twice' });
        else {
          taken.push({ name: incoming.name, arrival: add(read.kept) });
          mine.push(read.kept.id);
          waiting.push(read.kept);
        }
        if (waiting.length >= BATCH) await write();
      }
      if (signal.aborted) {
        drop(mine);
        await keep(() => database.forget(mine));
        return { taken: [], state: getState() };
      }
      await write();
      const overtaken = team.listOvertaken();
      drop(overtaken);
      await keep(() => database.forget(overtaken));
      return { taken, state: getState() };
    },
    async forget(ids) {
      drop(ids);
      await keep(() => database.forget(ids));
      return getState();
    },
    async forgetAll() {
      drop([...listed.keys()]);
      keeping = 'kept';
      await keep(() => database.erase());
      return getState();
    },
  };
}

const collator = new Intl.Collator('en', { numeric: true });

/** Without `kept`, the file is there already. */
async function readIncoming(
  incoming: IncomingFile,
  today: Day,
  isKnown: (id: string) => boolean,
): Promise<{ fault: TeamFault } | { kept?: KeptFile }> {
  const refuse = (kind: TeamFault['kind']) => ({ fault: { kind, place: '', found: '' } });
  if (incoming.size > LARGEST) return refuse('tooLarge');
  let text: string;
  try {
    text = await incoming.text();
  } catch {
    return refuse('unreadable');
  }
  const id = await getSha256(text);
  if (isKnown(id)) return {};
  const reading = readTeamFile(text, today);
  if ('fault' in reading) return reading;
  return { kept: { id, name: incoming.name.slice(0, 200), size: incoming.size, file: reading.file } };
}

async function getSha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
