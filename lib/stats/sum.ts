import { isRuleAsked, isVersionAsked, nameKey } from './asked.ts';
import {
  type DayCounts,
  RULE_MEASURES,
  type RuleCounts,
  splitReplaced,
  TOTAL_MEASURES,
  type Totals,
  zeros,
} from './counts.ts';
import { getWeek } from './days.ts';
import type { Dimension, Extent, Filter, Question, Replaced, StatsSource, Sum } from './source.ts';

type Keys = Partial<Record<Dimension, string>>;

/** Adds up what is asked for, one day's counts at a time. */
function createTotalsSum(question: Question) {
  const sums = createSums<Totals>(question, TOTAL_MEASURES);
  const isByPack = [question.pack, question.version, question.rule].some((one) => one !== undefined);
  const isOfPacks = isByPack || question.by.includes('pack') || question.by.includes('version');
  return {
    add(counts: DayCounts): void {
      if (!isAsked(question, counts)) return;
      const keys = getKeys(counts);
      if (!isOfPacks) sums.add(keys, counts.totals);
      else
        for (const [version, totals] of Object.entries(counts.packs)) {
          const named = nameKey(version);
          if (isVersionAsked(question, named)) sums.add({ ...keys, ...named }, totals);
        }
    },
    list: sums.list,
  };
}

function createRulesSum(question: Question) {
  const sums = createSums<RuleCounts>(question, RULE_MEASURES);
  return {
    add(counts: DayCounts): void {
      if (!isAsked(question, counts)) return;
      const keys = getKeys(counts);
      for (const [key, numbers] of Object.entries(counts.rules)) {
        const named = nameKey(key);
        if (isRuleAsked(question, named)) sums.add({ ...keys, ...named }, numbers);
      }
    },
    list: sums.list,
  };
}

function createReplacedSum(filter: Filter) {
  const times = new Map<string, Replaced>();
  return {
    add(counts: DayCounts): void {
      if (!isAsked(filter, counts)) return;
      for (const [key, each] of Object.entries(counts.replaced)) {
        const named = nameKey(key);
        if (!isRuleAsked(filter, named)) continue;
        const { rule } = named;
        for (const [words, count] of Object.entries(each)) {
          const known = times.get(`${rule} ${words}`) ?? { rule, ...splitReplaced(words), times: 0 };
          times.set(`${rule} ${words}`, { ...known, times: known.times + count });
        }
      }
    },
    list: () => [...times.values()].sort((a, b) => b.times - a.times || (a.phrase < b.phrase ? -1 : 1)),
  };
}

/** The counts of one browser, as a source. */
export function createSource(days: readonly DayCounts[]): StatsSource {
  const addAll = <Made extends { add(counts: DayCounts): void; list(): unknown[] }>(
    sum: Made,
  ): ReturnType<Made['list']> => {
    for (const counts of days) sum.add(counts);
    return sum.list() as ReturnType<Made['list']>;
  };
  return {
    describe: async () => describeDays(days),
    sumTotals: async (question) => addAll(createTotalsSum(question)),
    sumRules: async (question) => addAll(createRulesSum(question)),
    sumReplaced: async (filter) => addAll(createReplacedSum(filter)),
  };
}

function describeDays(days: readonly DayCounts[]): Extent {
  const sorted = days.map(({ day }) => day).sort();
  return {
    first: sorted[0],
    last: sorted.at(-1),
    desks: [...new Set(days.map(({ desk }) => desk))].sort(),
    versions: [...new Set(days.flatMap(({ packs }) => Object.keys(packs)))].sort(),
    groups: [],
    people: days.length > 0 ? 1 : 0,
    agents: [],
  };
}

function createSums<Counts extends Record<string, number>>({ by }: Question, measures: readonly string[]) {
  const sums = new Map<string, { keys: Keys; numbers: Record<string, number> }>();
  return {
    add(keys: Keys, counts: Record<string, number | undefined>): void {
      const own = by.map((dimension) => keys[dimension] ?? '');
      const name = own.join('\n');
      let sum = sums.get(name);
      if (!sum) {
        const parts = Object.fromEntries(by.map((dimension, index) => [dimension, own[index]]));
        sum = { keys: parts, numbers: zeros(measures) };
        sums.set(name, sum);
      }
      const { numbers } = sum;
      for (const measure of measures) numbers[measure] = (numbers[measure] ?? 0) + (counts[measure] ?? 0);
    },
    /** In the order of what they are told apart by. */
    list(): Sum<Counts>[] {
      const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([, { keys, numbers }]) => ({ ...keys, ...numbers }) as Sum<Counts>);
    },
  };
}

function getKeys({ day, desk }: DayCounts): Keys {
  return { day, week: getWeek(day), desk };
}

/** In one browser nobody is in a group. */
function isAsked({ from, to, desk, group, agent }: Filter, counts: DayCounts): boolean {
  if (group !== undefined || agent !== undefined) return false;
  return counts.day >= from && counts.day <= to && (desk ?? counts.desk) === counts.desk;
}
