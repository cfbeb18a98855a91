import { type DayCounts, type Delta, RULE_MEASURES, TOTAL_MEASURES, WORDING, zeros } from './counts.ts';
import { isDay } from './days.ts';

/** Ids are the rules' and desks' own. */
const ID = /^[\w./@+-]{1,200}$/;

/** Counts from a file: those of days that make no sense are left out, and so are numbers that are none. */
export function readDays(raw: unknown): DayCounts[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one) => {
    const [delta] = readDeltas([one]);
    const revision = (one as Partial<DayCounts> | null)?.revision;
    if (!delta || !isCount(revision)) return [];
    const { totals, packs = {}, rules = {}, replaced = {} } = delta;
    return [{ ...delta, revision, totals: { ...zeros(TOTAL_MEASURES), ...totals }, packs, rules, replaced }];
  });
}

/** The same for what a page has counted. */
export function readDeltas(raw: unknown): Delta[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one) => {
    if (!isRecord(one) || !isDay(one.day) || typeof one.desk !== 'string' || !ID.test(one.desk)) return [];
    const readTotals = (counts: unknown) => readCounts(counts, (name) => isOneOf(name, TOTAL_MEASURES));
    const readRule = (counts: unknown) => readCounts(counts, (name) => isOneOf(name, RULE_MEASURES));
    const readPairs = (counts: unknown) => readCounts(counts, (name) => WORDING.test(name));
    return [
      {
        day: one.day,
        desk: one.desk,
        totals: readTotals(one.totals),
        packs: readById(one.packs, readTotals),
        rules: readById(one.rules, readRule),
        replaced: readById(one.replaced, readPairs),
      },
    ];
  });
}

function readById(
  raw: unknown,
  read: (counts: unknown) => Record<string, number>,
): Record<string, Record<string, number>> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([id]) => ID.test(id))
      .map(([id, counts]) => [id, read(counts)]),
  );
}

function readCounts(raw: unknown, isKnown: (name: string) => boolean): Record<string, number> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, number] => isKnown(entry[0]) && isCount(entry[1]) && entry[1] > 0,
    ),
  );
}

function isOneOf(name: string, measures: readonly string[]): boolean {
  return measures.includes(name);
}

function isCount(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0;
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
