import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { InputError } from '../streams.ts';
import type { Place } from './records.ts';
import type { Tally, Totals } from './totals.ts';

/** What an audit that was stopped goes on from: how far it came, and what it had counted up to there. */
export interface Checkpoint {
  /** What it was made of. */
  identity: Identity;
  place: Place;
  totals: Totals;
}

/** What must be the same for an audit to go on. */
export interface Identity {
  /** Of the input: its size and time of change, where it is a file, and a hash of its beginning. */
  size: number | undefined;
  modified: number | undefined;
  head: string;
  /** Of the packs and options. */
  asked: string;
}

const FORMAT = 'cando-audit-checkpoint';
const VERSION = 2;

/** Keeps a checkpoint in a file: there is always a whole one, or none. */
export function writeCheckpoint(file: string, { identity, place, totals }: Checkpoint): void {
  const { rules, categories, ...rest } = totals;
  const told = { ...rest, rules: [...rules], categories: [...categories] };
  const written = `${file}.new`;
  try {
    // It may hold the text of replies.
    const opened = openSync(written, 'w', 0o600);
    try {
      writeSync(opened, JSON.stringify({ format: FORMAT, version: VERSION, identity, place, totals: told }));
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(written, file);
  } catch (error) {
    removeCheckpoint(written);
    throw error;
  }
}

/**
 * What to go on from; undefined where there is no such file.
 *
 * @throws {InputError} where it is no checkpoint, or one of another audit: it says what differs
 */
export function readCheckpoint(file: string, identity: Identity): Checkpoint | undefined {
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw Object.assign(error as Error, { path: file });
  }
  const found = parse(written);
  if (!found)
    throw new InputError(`${file}: is no checkpoint of an audit; remove it, or name another with --checkpoint`);
  const differs = describeDifference(found.identity, identity);
  if (differs) throw new InputError(`${file}: cannot go on, ${differs}; --fresh begins again`);
  return found;
}

export function removeCheckpoint(file: string): void {
  rmSync(file, { force: true });
}

function parse(written: string): Checkpoint | undefined {
  try {
    const { format, version, identity, place, totals } = JSON.parse(written);
    if (format !== FORMAT || version !== VERSION || !Number.isSafeInteger(place.offset)) return undefined;
    const toMap = (entries: [string, Tally][]) => new Map(entries);
    return { identity, place, totals: { ...totals, rules: toMap(totals.rules), categories: toMap(totals.categories) } };
  } catch {
    return undefined;
  }
}

function describeDifference(was: Identity, is: Identity): string | undefined {
  if (was.size !== is.size) return `the input has changed since (${was.size ?? '?'} bytes then, ${is.size ?? '?'} now)`;
  if (was.modified !== is.modified) return 'the input was written anew since';
  if (was.head !== is.head) return 'the input begins otherwise than it did';
  if (was.asked !== is.asked) return 'it was begun with other packs or options, or by another version';
  return undefined;
}
