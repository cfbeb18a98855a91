import { RULE_MEASURES } from './counts.ts';
import type { StatsSource } from './source.ts';

/** The id that a rule has now, by one that it may have had when it was counted. */
export type Rename = (rule: string) => string;

/**
 * The same source, in which a rule that was renamed goes on as one: what was counted under its former ids stands under the one it
 * has now. A filter's own rule is asked for as it stands.
 *
 * @param getRename what is known of renamed rules when a question is asked
 */
export function followRenames(source: StatsSource, getRename: () => Rename): StatsSource {
  return {
    describe: () => source.describe(),
    sumTotals: (question) => source.sumTotals(question),
    async sumRules(question) {
      const sums = await source.sumRules(question);
      return join(sums, question.by, getRename(), (sum, more) => {
        for (const measure of RULE_MEASURES) sum[measure] += more[measure];
      });
    },
    async sumReplaced(filter) {
      const all = await source.sumReplaced(filter);
      const joined = join(all, ['rule', 'phrase', 'template'], getRename(), (sum, { times }) => {
        sum.times += times;
      });
      return joined.sort((a, b) => b.times - a.times);
    },
  };
}

/** Renames, and adds up what is the same in all of these then. The order stays. */
function join<Row extends { rule?: string }>(
  rows: readonly Row[],
  by: readonly string[],
  rename: Rename,
  add: (sum: Row, more: Row) => void,
): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const now = row.rule === undefined ? { ...row } : { ...row, rule: rename(row.rule) };
    const key = JSON.stringify(by.map((name) => Reflect.get(now, name)));
    const sum = sums.get(key);
    if (sum) add(sum, now);
    else sums.set(key, now);
  }
  return [...sums.values()];
}
