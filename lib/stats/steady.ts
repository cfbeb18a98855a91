import type { Day } from './counts.ts';
import { getWeek } from './days.ts';
import type { Habit } from './habits.ts';
import type { Range } from './range.ts';
import type { Part, Report } from './report.ts';
import type { StatsSource } from './source.ts';

/** The weeks of a period in which rules were off, by rule. */
type Off = ReadonlyMap<string, ReadonlySet<Day>>;

/** The rules of these habits that were switched off in some week of the period, and then. */
export function listOff(habits: readonly Habit[], { from, to }: Range): Off {
  const isIn = (week: Day) => week >= getWeek(from) && week <= to;
  return new Map(
    habits.flatMap(({ rule, weeks }) => {
      const off = weeks.filter(({ week, wasOff }) => wasOff && isIn(week)).map(({ week }) => week);
      return off.length > 0 ? [[rule, new Set(off)] as const] : [];
    }),
  );
}

/**
 * The report told so that a rule which was off does not count as a habit that has gone: its words are those of the other weeks, and
 * the times that a trend is told from are without it.
 *
 * @throws whatever the source throws
 */
export async function leaveOut(source: StatsSource, report: Report, off: Off): Promise<Report> {
  if (off.size === 0) return report;
  const [totals, rules] = await Promise.all([
    source.sumTotals({ ...report.filter, by: ['week', 'pack'] }),
    source.sumRules({ ...report.filter, by: [report.unit, 'rule'] }),
  ]);
  const countWords = (rule: string, weeks: ReadonlySet<Day>) =>
    totals
      .filter(({ week = '', pack }) => rule.startsWith(`${pack}/`) && !weeks.has(week))
      .reduce((sum, { words }) => sum + words, 0);
  const gone = rules.filter(({ rule = '' }) => off.has(rule));
  const list = [...off].map(([rule, weeks]) => ({ rule, words: countWords(rule, weeks) }));
  const words = new Map(list.map((one) => [one.rule, one.words]));
  const count = (key: string) =>
    gone.filter((one) => one[report.unit] === key).reduce((sum, { flagged }) => sum + flagged, 0);
  return {
    ...report,
    rules: report.rules.map((part) => ({ ...part, words: words.get(part.key) ?? part.words })),
    off: list,
    steady: report.times.map((part) => ({ ...part, flagged: part.flagged - count(part.key) })),
  };
}

/** Flags and words of a report without these rules. */
export function countWithout({ all, rules }: Report, without: ReadonlySet<string>): Pick<Part, 'flagged' | 'words'> {
  const gone = rules.filter(({ key }) => without.has(key)).reduce((sum, { flagged }) => sum + flagged, 0);
  return { flagged: all.flagged - gone, words: all.words };
}

/** The rules that were flagged in one of two periods and off in one of them: no difference is told of them. */
export function listLeftOut(...reports: readonly Report[]): ReadonlySet<string> {
  const off = reports.flatMap((report) => report.off.map(({ rule }) => rule));
  return new Set(off.filter((rule) => reports.some(({ rules }) => rules.some(({ key }) => key === rule))));
}
