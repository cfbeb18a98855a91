import { type DayCounts, RULE_MEASURES, TOTAL_MEASURES, zeros } from '../stats/counts.ts';

/** A name that rows mention, such as `canned/do-not-hesitate@1.2.0`: it is stored once, for with it in each row two years fill the disk. */
export interface StoredName {
  id: number;
  name: string;
}

/**
 * A day at one desk as it is stored: numbers in the order of their measures, without the zeros at the end. Those of a pack and of a rule
 * begin with the id of its name; a phrase that was replaced is the ids of its rule and of its wordings, and how often.
 */
export interface StatsRow {
  day: string;
  desk: string;
  revision: number;
  totals: number[];
  packs: number[][];
  rules: number[][];
  replaced: [rule: number, wordings: number, count: number][];
}

/** @param known in the order of their ids */
export function createNames(known: readonly StoredName[] = []) {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const added: StoredName[] = [];
  let last = known.at(-1)?.id ?? 0;
  return {
    /** What is to be stored beside the rows. */
    added,
    getName: (id: number) => names.get(id),
    getId(name: string): number {
      const known = ids.get(name);
      if (known !== undefined) return known;
      const id = ++last;
      added.push({ id, name });
      names.set(id, name);
      ids.set(name, id);
      return id;
    },
  };
}

export type Names = ReturnType<typeof createNames>;

export function toRow({ packs, rules, replaced, totals, ...day }: DayCounts, { getId }: Names): StatsRow {
  return {
    day: day.day,
    desk: day.desk,
    revision: day.revision,
    totals: fold(totals, TOTAL_MEASURES),
    packs: Object.entries(packs).map(([pack, counts]) => [getId(pack), ...fold(counts, TOTAL_MEASURES)]),
    rules: Object.entries(rules).map(([rule, counts]) => [getId(rule), ...fold(counts, RULE_MEASURES)]),
    replaced: Object.entries(replaced).flatMap(([rule, wordings]) =>
      Object.entries(wordings).map(([wording, count]): [number, number, number] => [
        getId(rule),
        getId(wording),
        count,
      ]),
    ),
  };
}

/** What names nothing that is known is left out. */
export function toCounts({ packs, rules, replaced, totals, day, desk, revision }: StatsRow, names: Names): DayCounts {
  const counts: DayCounts = {
    day,
    desk,
    revision,
    totals: { ...zeros(TOTAL_MEASURES), ...unfold(totals, TOTAL_MEASURES) },
    packs: name(packs, TOTAL_MEASURES, names),
    rules: name(rules, RULE_MEASURES, names),
    replaced: {},
  };
  for (const [id, wordings, count] of replaced) {
    const [rule, wording] = [names.getName(id), names.getName(wordings)];
    if (rule === undefined || wording === undefined) continue;
    counts.replaced[rule] = { ...counts.replaced[rule], [wording]: count };
  }
  return counts;
}

function name<Measure extends string>(rows: readonly number[][], measures: readonly Measure[], { getName }: Names) {
  const named = rows.flatMap(([id = 0, ...numbers]) => {
    const key = getName(id);
    return key === undefined ? [] : [[key, unfold(numbers, measures)] as const];
  });
  return Object.fromEntries(named);
}

function fold<Measure extends string>(counts: Partial<Record<Measure, number>>, measures: readonly Measure[]) {
  const numbers = measures.map((measure) => counts[measure] ?? 0);
  return numbers.slice(0, numbers.findLastIndex((number) => number > 0) + 1);
}

function unfold<Measure extends string>(numbers: readonly number[], measures: readonly Measure[]) {
  const named = measures.map((measure, at) => [measure, numbers[at] ?? 0] as const);
  return Object.fromEntries(named.filter(([, number]) => number > 0)) as Partial<Record<Measure, number>>;
}
