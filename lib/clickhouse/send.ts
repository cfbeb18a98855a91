import type { Day, DayCounts } from '../stats/counts.ts';
import type { Identity } from '../storage/identity.ts';
import { type Acknowledged, listDue, numberDay, type Queue } from './queue.ts';
import { type CountsRow, cutRows, getKey, type PersonRow, toRows } from './rows.ts';
import type { Server } from './server.ts';

/** Tables of the inbox. */
export const COUNTS = 'counts';
export const PEOPLE = 'people';

export interface SendParts {
  server: Pick<Server, 'greet' | 'insert'>;
  queue: Queue;
  identity: Identity;
  days: readonly DayCounts[];
  today: Day;
  /** Milliseconds since 1970. */
  now: number;
}

/** A day that goes out, and its rows. */
interface Load {
  entry: Acknowledged;
  rows: CountsRow[];
}

/** Days whose rows go out together: few requests, and what is lost with a worker is sent again. */
const TOGETHER = 20;

/**
 * Sends what the server has not, the oldest first, and notes each day when the server has taken all its rows.
 *
 * @returns the number of days that went out
 * @throws {ServerFailure} what was noted until then stays noted
 */
export async function sendAll(parts: SendParts): Promise<number> {
  const { server, queue, identity, days, today, now } = parts;
  const person = getPerson(identity, now);
  const isKnown = isSame(await queue.getPerson(), person);
  if (!isKnown || listDue(days, await queue.load(), today).length > 0) await server.greet();
  if (!isKnown) await sendPerson(server, queue, person);
  const known = await queue.load();
  const due = listDue(days, known, today);
  for (let at = 0; at < due.length; at += TOGETHER) {
    const loads = due.slice(at, at + TOGETHER).map((counts) => toLoad(counts, known, identity));
    // Before anything is sent: should the worker die, what was sent under a number is known to have been.
    for (const { entry } of loads) await queue.put(entry);
    for (const rows of cutRows(loads.flatMap((load) => load.rows))) await server.insert(COUNTS, rows);
    for (const { entry, rows } of loads) await queue.put({ ...entry, has: entry.tried, keys: rows.map(getKey) });
  }
  return due.length;
}

/**
 * The rows that would go out first, and how many days wait. Nothing is sent, and nothing noted.
 *
 * @param isFirst to a server that has nothing yet, or of which that is to be supposed
 */
export async function preview(
  { queue, identity, days, today, now }: Omit<SendParts, 'server'>,
  isFirst = false,
): Promise<{ days: number; person: PersonRow; rows: CountsRow[] }> {
  const noted = await queue.load();
  const known = isFirst ? noted.map((entry) => ({ ...entry, has: -1 })) : noted;
  const due = listDue(days, known, today);
  const rows = due.flatMap((counts) => toLoad(counts, known, identity).rows);
  return { days: due.length, person: getPerson(identity, now), rows };
}

function toLoad(counts: DayCounts, known: readonly Acknowledged[], { agent }: Identity): Load {
  const before = known.find(({ day, desk }) => day === counts.day && desk === counts.desk);
  const entry = numberDay(counts, before);
  const rows = toRows(counts, agent, entry.number, entry.keys);
  // Rows of which the server may have one are noted as soon as they may go out.
  return { entry: { ...entry, keys: [...new Set([...entry.keys, ...rows.map(getKey)])] }, rows };
}

/** The name goes along only while its owner has it ticked. */
function getPerson({ agent, group = '', name = '', isNamed }: Identity, revision: number): PersonRow {
  return { agent, team: group, name: isNamed ? name : '', revision };
}

function isSame(before: PersonRow | undefined, { agent, team, name }: PersonRow): boolean {
  return before?.agent === agent && before.team === team && before.name === name;
}

async function sendPerson(server: Pick<Server, 'insert'>, queue: Queue, person: PersonRow): Promise<void> {
  const before = await queue.getPerson();
  // Somebody else, of whom the server has nothing.
  if (before && before.agent !== person.agent) await queue.erase();
  const revision = Math.max(person.revision, (before?.revision ?? 0) + 1);
  await server.insert(PEOPLE, [{ ...person, revision }]);
  await queue.putPerson({ ...person, revision });
}
