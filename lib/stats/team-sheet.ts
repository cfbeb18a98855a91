import { countDays } from './days.ts';

/**
 * One file's counts in columns, for two hundred files of a year are six million numbers: a sum walks through arrays, and the
 * browser's database takes them as they are. A row is a day at a desk; its packs, rules and replacements begin at `…From[row]` and
 * end at `…From[row + 1]`.
 */
export interface Sheet {
  desks: string[];
  /** `pack@version` */
  versions: string[];
  /** `pack/rule@version` */
  rules: string[];
  /** As `joinReplaced` writes them. */
  wordings: string[];
  /** Days since `EPOCH`. */
  day: Int32Array;
  desk: Uint8Array;
  revision: Uint32Array;
  /** `TOTAL_MEASURES` in their order, row by row. */
  totals: Uint32Array;
  packFrom: Uint32Array;
  pack: Uint16Array;
  packTotals: Uint32Array;
  ruleFrom: Uint32Array;
  rule: Uint16Array;
  /** `RULE_MEASURES` in their order. */
  ruleCounts: Uint16Array;
  replacedFrom: Uint32Array;
  replacedRule: Uint16Array;
  replacedWording: Uint16Array;
  times: Uint16Array;
}

/** The day from which a sheet's days are counted; what is older was never counted. */
export const EPOCH = '2020-01-01';

/** What its arrays hold at most: far more than anybody writes in a day. */
export const MOST = {
  desks: 40,
  rows: 20_000,
  versions: 2_000,
  rules: 10_000,
  wordings: 30_000,
  revision: 1_000_000_000,
  total: 1_000_000,
  count: 50_000,
} as const;

/** Where what is read is put together; each index is found by what it stands for. */
export function createSheetWriter() {
  const [desks, versions, rules, wordings] = [createIndex(), createIndex(), createIndex(), createIndex()];
  const numbers = {
    day: [] as number[],
    desk: [] as number[],
    revision: [] as number[],
    totals: [] as number[],
    packFrom: [] as number[],
    pack: [] as number[],
    packTotals: [] as number[],
    ruleFrom: [] as number[],
    rule: [] as number[],
    ruleCounts: [] as number[],
    replacedFrom: [] as number[],
    replacedRule: [] as number[],
    replacedWording: [] as number[],
    times: [] as number[],
  };
  const begin = () => {
    numbers.packFrom.push(numbers.pack.length);
    numbers.ruleFrom.push(numbers.rule.length);
    numbers.replacedFrom.push(numbers.times.length);
  };
  return {
    desks,
    versions,
    rules,
    wordings,
    numbers,
    begin,
    make(): Sheet {
      begin();
      return {
        desks: desks.list,
        versions: versions.list,
        rules: rules.list,
        wordings: wordings.list,
        day: Int32Array.from(numbers.day),
        desk: Uint8Array.from(numbers.desk),
        revision: Uint32Array.from(numbers.revision),
        totals: Uint32Array.from(numbers.totals),
        packFrom: Uint32Array.from(numbers.packFrom),
        pack: Uint16Array.from(numbers.pack),
        packTotals: Uint32Array.from(numbers.packTotals),
        ruleFrom: Uint32Array.from(numbers.ruleFrom),
        rule: Uint16Array.from(numbers.rule),
        ruleCounts: Uint16Array.from(numbers.ruleCounts),
        replacedFrom: Uint32Array.from(numbers.replacedFrom),
        replacedRule: Uint16Array.from(numbers.replacedRule),
        replacedWording: Uint16Array.from(numbers.replacedWording),
        times: Uint16Array.from(numbers.times),
      };
    },
  };
}

export function toDayNumber(day: string): number {
  return countDays(EPOCH, day);
}

function createIndex() {
  const known = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    /** Undefined for what is new: it is for the caller to look at it before `add`. */
    find: (key: string) => known.get(key),
    add(key: string): number {
      known.set(key, list.length);
      return list.push(key) - 1;
    },
  };
}
