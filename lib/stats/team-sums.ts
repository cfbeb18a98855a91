import { isRuleAsked, isVersionAsked, nameKey } from './asked.ts';
import { RULE_MEASURES, type RuleCounts, splitReplaced, TOTAL_MEASURES, type Totals } from './counts.ts';
import { addDays, getWeek } from './days.ts';
import type { Dimension, Filter, Question, Replaced, Sum } from './source.ts';
import { EPOCH, type Sheet, toDayNumber } from './team-sheet.ts';

/** A sheet with what holds of it. */
export interface Page {
  sheet: Sheet;
  /** By row: 1 where no later account of the same day and desk has come. */
  isLive: Uint8Array;
  group: string;
  /** Only of one who is shown alone. */
  agent?: string;
}

/** What a row, or a key of a rule or pack, is told apart by; undefined where it is not asked for. */
type Name = string | undefined;

const OF_KEYS = ['pack', 'version', 'rule'] as const;
const isOfKeys = (dimension: Dimension) => OF_KEYS.some((one) => one === dimension);

export function sumTotals(pages: readonly Page[], question: Question): Sum<Totals>[] {
  const isByPack = [question.pack, question.version, question.rule].some((one) => one !== undefined);
  const sums = createSums<Totals>(question, TOTAL_MEASURES);
  if (!isByPack && !question.by.some((one) => one === 'pack' || one === 'version')) {
    for (const page of pages) {
      const whole = sums.getKey('');
      walk(page, question, (row, named) => sums.add(named, whole, page.sheet.totals, row));
    }
    return sums.list();
  }
  for (const page of pages) {
    const { versions, packFrom, pack, packTotals } = page.sheet;
    const keys = versions.map((version) => (isVersionAsked(question, nameKey(version)) ? sums.getKey(version) : -1));
    walk(page, question, (row, named) => {
      for (let at = packFrom[row] as number; at < (packFrom[row + 1] as number); at++)
        sums.add(named, keys[pack[at] as number] as number, packTotals, at);
    });
  }
  return sums.list();
}

export function sumRules(pages: readonly Page[], question: Question): Sum<RuleCounts>[] {
  const sums = createSums<RuleCounts>(question, RULE_MEASURES);
  for (const page of pages) {
    const { rules, ruleFrom, rule, ruleCounts } = page.sheet;
    const keys = rules.map((key) => (isRuleAsked(question, nameKey(key)) ? sums.getKey(key) : -1));
    walk(page, question, (row, named) => {
      for (let at = ruleFrom[row] as number; at < (ruleFrom[row + 1] as number); at++)
        sums.add(named, keys[rule[at] as number] as number, ruleCounts, at);
    });
  }
  return sums.list();
}

export function sumReplaced(pages: readonly Page[], filter: Filter): Replaced[] {
  const all = new Map<string, Replaced>();
  for (const page of pages) {
    const { rules, wordings, replacedFrom, replacedRule, replacedWording, times } = page.sheet;
    const asked = rules.map((key) => isRuleAsked(filter, nameKey(key)));
    walk(page, { ...filter, by: [] }, (row) => {
      for (let at = replacedFrom[row] as number; at < (replacedFrom[row + 1] as number); at++) {
        const rule = replacedRule[at] as number;
        if (!asked[rule]) continue;
        const { rule: id } = nameKey(rules[rule] as string);
        const words = wordings[replacedWording[at] as number] as string;
        const known = all.get(`${id} ${words}`);
        if (known) known.times += times[at] as number;
        else all.set(`${id} ${words}`, { rule: id, ...splitReplaced(words), times: times[at] as number });
      }
    });
  }
  return [...all.values()].sort((a, b) => b.times - a.times || order(a.phrase, b.phrase) || order(a.rule, b.rule));
}

/** Each row that is asked for, with what it is told apart by as one text. */
function walk(page: Page, question: Question, onRow: (row: number, named: string) => void): void {
  const { sheet, isLive, group, agent } = page;
  if ((question.group ?? group) !== group || (question.agent ?? agent) !== agent) return;
  const { by } = question;
  if (by.includes('agent') && agent === undefined) return;
  const [first, last] = [toDayNumber(question.from), toDayNumber(question.to)];
  const wanted = sheet.desks.map((desk) => (question.desk ?? desk) === desk);
  const rowDimensions = by.filter((one) => !isOfKeys(one));
  let named = '';
  let [lastDay, lastDesk] = [-1, -1];
  for (let row = 0; row < sheet.day.length; row++) {
    const day = sheet.day[row] as number;
    const desk = sheet.desk[row] as number;
    if (!isLive[row] || day < first || day > last || !wanted[desk]) continue;
    if (day !== lastDay || desk !== lastDesk) {
      named = rowDimensions.map((one) => nameRow(one, day, sheet.desks[desk] as string, page)).join('\n');
      [lastDay, lastDesk] = [day, desk];
    }
    onRow(row, named);
  }
}

function nameRow(dimension: Dimension, day: number, desk: string, { group, agent = '' }: Page): string {
  if (dimension === 'desk') return desk;
  if (dimension === 'group') return group;
  if (dimension === 'agent') return agent;
  return dimension === 'week' ? getWeek(toDay(day)) : toDay(day);
}

const days: string[] = [];

/** Remembered: a year's days come in every file. */
function toDay(day: number): string {
  days[day] ??= addDays(EPOCH, day);
  return days[day];
}

function createSums<Counts>({ by }: Question, measures: readonly string[]) {
  const keys = new Map<string, number>();
  const keyNames: Name[][] = [];
  /** By what a row is called, then by key. */
  const sums = new Map<string, (Float64Array | undefined)[]>();
  const width = measures.length;
  const rowDimensions = by.filter((one) => !isOfKeys(one));
  const keyDimensions = OF_KEYS.filter((one) => by.includes(one));
  return {
    /** The number of what a key is told apart by. */
    getKey(key: string): number {
      const named = nameKey(key);
      const names = keyDimensions.map((one) => named[one]);
      const joined = names.join('\n');
      const known = keys.get(joined);
      if (known !== undefined) return known;
      keys.set(joined, keyNames.length);
      return keyNames.push(names) - 1;
    },
    /** Adds the counts that stand at `at` in their column; nothing for key -1. */
    add(named: string, key: number, counts: ArrayLike<number>, at: number): void {
      if (key < 0) return;
      const row = sums.get(named) ?? [];
      const sum = row[key] ?? new Float64Array(width);
      if (!row[key]) {
        row[key] = sum;
        sums.set(named, row);
      }
      for (let index = 0; index < width; index++)
        sum[index] = (sum[index] as number) + (counts[at * width + index] as number);
    },
    /** In the order of what they are told apart by. */
    list(): Sum<Counts>[] {
      const all = [...sums].flatMap(([named, row]) => {
        const rowNames = named.split('\n');
        return row.flatMap((sum, key) => {
          if (!sum) return [];
          const own = new Map<Dimension, Name>([
            ...rowDimensions.map((one, at) => [one, rowNames[at]] as const),
            ...keyDimensions.map((one, at) => [one, keyNames[key]?.[at]] as const),
          ]);
          const names = by.map((one) => own.get(one) ?? '');
          const parts = by.map((one, at) => [one, names[at]] as const);
          const counts = measures.map((measure, at) => [measure, sum[at]] as const);
          return { joined: names.join('\n'), sum: Object.fromEntries([...parts, ...counts]) as Sum<Counts> };
        });
      });
      return all.sort((a, b) => order(a.joined, b.joined)).map(({ sum }) => sum);
    },
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
