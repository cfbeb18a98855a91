import { addDays } from '../../../lib/stats/days.ts';

/**
 * Rows that are made twice from their number alone: by the server, to be stored, and here, to be added up without it. Each agent has
 * twenty rows a day: a total, two packs' totals and seventeen rules.
 */
export const AGENTS = 700;
export const DAYS = 730;
export const LAST = '2026-11-22';
export const FIRST = addDays(LAST, 1 - DAYS);
const SLOTS = 20;
/** Rows that stand in the end. */
export const COUNT = AGENTS * DAYS * SLOTS;
/** Rows of one insert: of whole agents. */
const BATCH = DAYS * SLOTS * 70;
/** Every fourth row comes again with other numbers, every eighth once more as it was. */
const CORRECTED = 4;
const REPEATED = 8;

export interface MadeRow {
  dayAt: number;
  slot: number;
  desk: string;
  pack: string;
  rule: string;
  version: string;
  /** Ten groups of fifty and the rest, in no group. */
  group: string;
  words: number;
  flagged: number;
  sent: number;
  replaced: number;
}

/** Rows that are sent. */
export function countRows(): number {
  return COUNT + COUNT / CORRECTED + COUNT / REPEATED;
}

/** Statements that fill the tables. Numbers stay below 2^53, so that both make the same of them. */
export function generate(): string[] {
  const inserts: string[] = [];
  for (let from = 0; from < COUNT; from += BATCH)
    inserts.push(
      writeInsert(from, 1, '1'),
      writeInsert(from, 2, `n % ${CORRECTED} = 0`),
      writeInsert(from, 2, `n % ${REPEATED} = 0`),
    );
  const people = `INSERT INTO cando.people (agent, team, name, revision)
    SELECT ${writeAgent('number')}, if(number < 500, concat('Group ', toString(number % 10)), ''), '', 1 FROM numbers(${AGENTS})`;
  return [...inserts, people];
}

/** Calls back with each row as it stands when all is replaced. */
export function eachRow(look: (row: MadeRow) => void): void {
  for (let number = 0; number < COUNT; number++) {
    const slot = number % SLOTS;
    const place = Math.floor(number / SLOTS);
    const dayAt = place % DAYS;
    const agent = Math.floor(place / DAYS);
    const revision = number % CORRECTED === 0 ? 2 : 1;
    const isRule = slot > 2;
    look({
      dayAt,
      slot,
      desk: agent % 3 === 0 ? 'zendesk' : 'gmail',
      pack: slot === 0 ? '' : slot % 2 === 0 ? 'wordy' : 'cant-focus',
      rule: isRule ? `rule-${slot}` : '',
      version: slot === 0 ? '' : dayAt > 365 ? '5.0.0' : '4.2.1',
      group: agent < 500 ? `Group ${agent % 10}` : '',
      words: isRule ? 0 : ((number * 7) % 1000) + revision,
      flagged: isRule ? (number + revision) % 5 : 0,
      sent: isRule ? (number + revision) % 2 : 0,
      replaced: slot === 5 ? (number % 3) + revision : 0,
    });
  }
}

function writeInsert(from: number, revision: number, where: string): string {
  return `INSERT INTO cando.counts (day, agent, desk, pack, version, rule, revision, replies, words, \`left\`, discarded,
    flagged, mended, reworded, rewritten, undone, ignored, switchedOff, sent, dropped, replaced, times, line)
  SELECT *, cityHash64(desk, pack, version, rule) FROM (
    SELECT toDate('${FIRST}') + place % ${DAYS} AS day, ${writeAgent('a')} AS agent, if(a % 3 = 0, 'zendesk', 'gmail') AS desk,
      if(slot = 0, '', if(slot % 2 = 0, 'wordy', 'cant-focus')) AS pack,
      if(slot = 0, '', if(place % ${DAYS} > 365, '5.0.0', '4.2.1')) AS version,
      if(slot > 2, concat('rule-', toString(slot)), '') AS rule, toUInt64(${revision}) AS revision,
      toUInt32(n % 17) AS replies, toUInt32(if(slot > 2, 0, (n * 7) % 1000 + ${revision})) AS words, toUInt32(0) AS \`left\`,
      toUInt32(0) AS discarded, toUInt32(if(slot > 2, (n + ${revision}) % 5, 0)) AS flagged, toUInt32(n % 3) AS mended,
      toUInt32(0) AS reworded, toUInt32(n % 2) AS rewritten, toUInt32(0) AS undone, toUInt32(0) AS ignored,
      toUInt32(0) AS switchedOff, toUInt32(if(slot > 2, (n + ${revision}) % 2, 0)) AS sent, toUInt32(0) AS dropped,
      if(slot = 5, ['can not → can'], emptyArrayString()) AS replaced,
      if(slot = 5, [toUInt32(n % 3 + ${revision})], emptyArrayUInt32()) AS times
    FROM (SELECT number + ${from} AS n, n % ${SLOTS} AS slot, intDiv(n, ${SLOTS}) AS place, intDiv(place, ${DAYS}) AS a
      FROM numbers(${Math.min(BATCH, COUNT - from)})) WHERE ${where})`;
}

function writeAgent(number: string): string {
  const digits = `toString(${number} + 1)`;
  return `toUUID(concat('00000000-0000-4000-8000-', substring('000000000000', 1, 12 - length(${digits})), ${digits}))`;
}
