import {
  type Day,
  type DayCounts,
  joinVersion,
  RULE_MEASURES,
  type RuleCounts,
  splitVersion,
  TOTAL_MEASURES,
  type Totals,
  zeros,
} from '../stats/counts.ts';
import { isDay } from '../stats/days.ts';
import { isId, isUuid } from './ids.ts';

/** One agent's total for a day, a desk, and a pack's version or one of its rules. A later revision takes the place of an earlier one. */
export interface CountsRow extends Totals, RuleCounts {
  day: Day;
  desk: string;
  agent: string;
  /** `''`: the totals of all drafts. */
  pack: string;
  version: string;
  /** The rule's own part of its id; `''`: totals of the drafts in which the pack spoke. */
  rule: string;
  revision: number;
  /** What was replaced by what, in the rule's own words, and how often: two lists side by side. */
  replaced: string[];
  times: number[];
}

/** Who stands behind a pseudonym: the group that was named, and the name where its owner has ticked that it goes along. */
export interface PersonRow {
  agent: string;
  team: string;
  name: string;
  revision: number;
}

/** Bytes of one request's rows. */
export const MOST_BYTES = 60_000;

/** Of the pairs of one rule on one day, as many as are sure to fit into a request: so many, of so many bytes. */
const MOST_PAIRS = 40;
const MOST_WORDS = 40_000;

/**
 * The rows of one day at one desk. Of what has an id that is none, nothing goes out.
 *
 * @param gone keys, by `getKey`, of rows that were sent before: where there is nothing of them any more, they are set to zero
 */
export function toRows(counts: DayCounts, agent: string, revision: number, gone: readonly string[] = []): CountsRow[] {
  const { day, desk } = counts;
  if (!isDay(day) || !isId(desk) || !isUuid(agent)) return [];
  const rows = new Map<string, CountsRow>();
  const add = (key: string, numbers: Partial<Totals & RuleCounts>, pairs: Readonly<Record<string, number>> = {}) => {
    if (key !== '' && !isId(key)) return;
    const { pack, version, rule } = key === '' ? { pack: '', version: '', rule: '' } : splitVersion(key);
    let room = MOST_WORDS;
    const often = Object.entries(pairs)
      .sort(([a, times], [b, more]) => more - times || (a < b ? -1 : 1))
      .slice(0, MOST_PAIRS)
      .filter(([words]) => {
        room -= getSize(words);
        return room >= 0;
      });
    rows.set(key, {
      day,
      desk,
      agent,
      pack,
      version,
      rule,
      revision,
      ...zeros(TOTAL_MEASURES),
      ...zeros(RULE_MEASURES),
      ...numbers,
      replaced: often.map(([words]) => words),
      times: often.map(([, times]) => times),
    });
  };
  for (const key of gone) add(key, {});
  add('', counts.totals);
  for (const [key, totals] of Object.entries(counts.packs)) add(key, totals);
  for (const [key, numbers] of Object.entries(counts.rules)) add(key, numbers, counts.replaced[key]);
  return [...rows.values()];
}

/** What tells a row from the others of its agent, day and desk: `pack/rule@version`, `pack@version`, or `''`. */
export function getKey({ pack, rule, version }: Pick<CountsRow, 'pack' | 'rule' | 'version'>): string {
  if (pack === '') return '';
  return joinVersion(rule === '' ? pack : `${pack}/${rule}`, version);
}

/** Cut into requests, in their order, each below `MOST_BYTES`. */
export function cutRows<Row>(rows: readonly Row[], most = MOST_BYTES): Row[][] {
  const requests: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = getSize(row) + 1;
    if (size > room) {
      requests.push([]);
      room = most;
    }
    requests.at(-1)?.push(row);
    room -= size;
  }
  return requests;
}

/** Bytes, as JSON. */
function getSize(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
