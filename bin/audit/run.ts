import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { explainFault } from '../streams.ts';
import { type Bytes, HEAD } from './bytes.ts';
import { type Checkpoint, type Identity, readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { Asked } from './count.ts';
import { type Choices, readLayout } from './layout.ts';
import type { Pool } from './pool.ts';
import { type Place, START } from './records.ts';
import type { Source } from './report.ts';
import { type Reading, type Row, readReplies } from './rows.ts';
import { addFault, addTotals, createTotals, type Totals } from './totals.ts';

/** What an audit is to do. */
export interface Job {
  asked: Asked;
  choices: Choices;
  /** Makes those who count; they are stopped at the end. */
  createPool(asked: Asked): Pool;
  /** Names the program and whatever else must be the same for it to go on. */
  version: string;
  /** The file that it goes on from, and keeps its checkpoints in. */
  checkpoint?: string;
  isFresh: boolean;
  signal: AbortSignal;
  /** Told what a caller may want to know, in a sentence. */
  onNote(note: string): void;
  /** It begins, with what it goes on from. */
  onBegin(from: Checkpoint | undefined): void;
  /**
   * All is counted: what is to be written is written before the checkpoint goes. `isKept` where there is one.
   */
  onDone(totals: Totals, isKept: boolean, source: Source): Promise<void>;
  /** So many replies are counted, and so much of the file is read: from 0 to 1, where its size is known. */
  onProgress(share: number | undefined, replies: number): void;
}

/** What an audit has come to; `isDone` is false where it was stopped before the end. */
export interface Outcome {
  totals: Totals;
  place: Place;
  isDone: boolean;
  /** A checkpoint is kept, to go on from. */
  isKept: boolean;
}

/** Rows and UTF-16 units that a worker is given at a time. */
const ROWS = 200;
const UNITS = 200_000;
/** Records at most, whether they give rows or not. */
const RECORDS = 2000;
/** Batches on their way, for each worker: one is counted while the next waits. */
const AHEAD = 3;
/** Milliseconds between two checkpoints. */
const PAUSE = 1000;

interface Batch {
  rows: Row[];
  /** What was counted of records that gave no rows. */
  totals: Totals;
  after: Place;
}

/**
 * Counts the flags of a whole file, on several cores, from the beginning or where it was stopped.
 *
 * @throws {InputError} where the file cannot be read as replies, or the checkpoint is of another audit
 */
export async function runAudit(bytes: Bytes, job: Job): Promise<Outcome> {
  if (job.signal.aborted) return nameUnbegun(job);
  // Who waits for the first bytes of a pipe may wait for long.
  const stop = () => bytes.close();
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    return await countAll(bytes, job);
  } catch (error) {
    if (!job.signal.aborted) throw error;
    return nameUnbegun(job);
  } finally {
    job.signal.removeEventListener('abort', stop);
  }
}

/** Stopped before anything was counted: what an earlier run had kept is still there. */
function nameUnbegun({ checkpoint, isFresh }: Job): Outcome {
  const isKept = checkpoint !== undefined && !isFresh && existsSync(checkpoint);
  return { totals: createTotals(), place: START, isDone: false, isKept };
}

async function countAll(bytes: Bytes, job: Job): Promise<Outcome> {
  const layout = await readLayout(bytes, job.choices);
  const identity = await identify(bytes, job);
  const begun = job.checkpoint === undefined || job.isFresh ? undefined : readCheckpoint(job.checkpoint, identity);
  const totals = begun?.totals ?? createTotals();
  let place = begun?.place ?? START;
  const keeper = createKeeper(job, begun !== undefined, () => ({ identity, place, totals }));
  job.onBegin(begun);
  const pool = job.createPool(job.asked);

  // Of a batch that is on its way this holds no row: they are the workers' now.
  async function settle({ totals: read, after }: Omit<Batch, 'rows'>, counting: Promise<Totals>): Promise<void> {
    const counted = await counting;
    job.signal.throwIfAborted();
    addTotals(totals, read, job.asked.mostWorst);
    addTotals(totals, counted, job.asked.mostWorst);
    place = after;
    keeper.mark();
    job.onProgress(bytes.size ? Math.min(1, bytes.consumed() / bytes.size) : undefined, totals.counts.replies);
  }

  // Whatever is waited for fails then: the next bytes, or a worker's answer.
  const stop = () => {
    bytes.close();
    void pool.stop();
  };
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    job.signal.throwIfAborted();
    // Batches are added in the order in which they stand in the file, so that a checkpoint is of all up to its place.
    let last = Promise.resolve();
    const ahead: Promise<void>[] = [];
    for await (const { rows, ...batch } of toBatches(readReplies(bytes, layout, place))) {
      const counting = pool.count(rows);
      last = last.then(() => settle(batch, counting));
      // Whoever waits for them hears of a failure; until then nobody does.
      for (const promise of [counting, last]) promise.catch(() => {});
      ahead.push(last);
      if (ahead.length >= pool.size * AHEAD) await ahead.shift();
    }
    await last;
  } catch (error) {
    if (!job.signal.aborted) throw error;
  } finally {
    job.signal.removeEventListener('abort', stop);
    keeper.stop();
    bytes.close();
    await pool.stop();
  }
  if (job.signal.aborted) return { totals, place, isDone: false, isKept: place !== START && keeper.keep() };
  const column = layout.kind === 'lines' ? undefined : layout.columns[layout.text];
  const source: Source = { place: layout.kind === 'json' ? 'item' : 'line', ...(column && { column }) };
  await job.onDone(totals, keeper.isThere() && keeper.keep(), source);
  keeper.remove();
  return { totals, place, isDone: true, isKept: false };
}

async function* toBatches(readings: AsyncIterable<Reading[]>): AsyncGenerator<Batch> {
  let batch: Batch | undefined;
  let units = 0;
  let records = 0;
  for await (const some of readings) {
    for (const { rows, fault, empty, others, isLegacy, after } of some) {
      batch ??= { rows: [], totals: createTotals(), after };
      records++;
      const { counts } = batch.totals;
      counts.empty += empty;
      counts.others += others;
      if (isLegacy) counts.legacy++;
      if (fault) {
        counts.broken++;
        addFault(batch.totals, fault);
      }
      batch.rows.push(...rows);
      batch.after = after;
      units += rows.reduce((sum, { text }) => sum + text.length, 0);
      if (batch.rows.length < ROWS && units < UNITS && records < RECORDS) continue;
      yield batch;
      batch = undefined;
      units = 0;
      records = 0;
    }
  }
  if (batch) yield batch;
}

async function identify(bytes: Bytes, { asked, choices, version }: Job): Promise<Identity> {
  const hash = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
  const head = (await bytes.peek(HEAD)).subarray(0, HEAD);
  const { size, modified } = bytes;
  return { size, modified, head: hash(head), asked: hash(JSON.stringify([version, asked, choices])) };
}

/** Keeps the job's checkpoint every second in which something was counted; where it cannot be written, that is told once. */
function createKeeper({ checkpoint: file, onNote }: Job, isThere: boolean, get: () => Checkpoint) {
  let isDue = false;
  let isBroken = file === undefined;
  const keeper = {
    mark: () => {
      isDue = true;
    },
    isThere: () => isThere,
    /** Whether it is kept. */
    keep(): boolean {
      if (file === undefined || isBroken) return false;
      isDue = false;
      try {
        writeCheckpoint(file, get());
        isThere = true;
        return true;
      } catch (error) {
        isBroken = true;
        onNote(`keeps no checkpoint (${explainFault(error as NodeJS.ErrnoException)})`);
        return false;
      }
    },
    remove: () => {
      if (file !== undefined) removeCheckpoint(file);
    },
    stop: () => clearInterval(timer),
  };
  const timer = setInterval(() => isDue && keeper.keep(), PAUSE);
  return keeper;
}
