import type { Transaction } from 'dexie';
import { addDelta, createDay, type Delta, RULE_MEASURES, TOTAL_MEASURES } from '../stats/counts.ts';
import { createNames, toRow } from './stats-row.ts';

/** A form of the database: Dexie's schema, and what makes the former one's rows into its own. Forms are added, never changed. */
export interface Form {
  stores: Record<string, string>;
  upgrade?: (transaction: Transaction) => Promise<unknown>;
}

/** Version 1 and those after it. */
export const FORMS: readonly Form[] = [
  { stores: { days: '[day+desk]', sources: 'source, day' } },
  { stores: { names: 'id' }, upgrade: nameOnce },
];

/** In the first form a row held the names themselves. */
interface NamedRow extends Required<Pick<Delta, 'day' | 'desk' | 'replaced'>> {
  revision: number;
  totals: number[];
  packs: Record<string, number[]>;
  rules: Record<string, number[]>;
}

async function nameOnce(transaction: Transaction): Promise<void> {
  const days = transaction.table<NamedRow>('days');
  const names = createNames();
  const rows = (await days.toArray()).map(({ day, desk, revision, totals, packs, rules, replaced }) => {
    const delta: Delta = {
      day,
      desk,
      totals: toNamed(totals, TOTAL_MEASURES),
      packs: mapValues(packs, (numbers) => toNamed(numbers, TOTAL_MEASURES)),
      rules: mapValues(rules, (numbers) => toNamed(numbers, RULE_MEASURES)),
      replaced,
    };
    return toRow({ ...addDelta(createDay(day, desk), delta), revision }, names);
  });
  await transaction.table('days').bulkPut(rows);
  await transaction.table('names').bulkPut(names.added);
}

function toNamed<Measure extends string>(numbers: readonly number[], measures: readonly Measure[]) {
  return Object.fromEntries(measures.map((measure, at) => [measure, numbers[at] ?? 0])) as Record<Measure, number>;
}

function mapValues<From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
