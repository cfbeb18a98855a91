import { type Day, RULE_MEASURES, type RuleCounts, TOTAL_MEASURES, zeros } from '../../lib/stats/counts.ts';
import { addDays } from '../../lib/stats/days.ts';
import { type Habit, type HabitSums, listHabits } from '../../lib/stats/habits.ts';

export const FIRST_WEEK: Day = '2025-01-06';

/** The Monday so many weeks after the first. */
export function getMonday(weeks: number): Day {
  return addDays(FIRST_WEEK, 7 * weeks);
}

/** A week of 1,000 words with so many flags, of which the given became what is said and the others were ignored. */
export type Week = { words?: number } & Partial<RuleCounts>;

/** The same week again and again. */
export function repeat(count: number, week: Week = {}): Week[] {
  return Array.from({ length: count }, () => week);
}

/** Sums of one rule of the pack `tone`, as a source answers them. */
export function makeSums(weeks: readonly Week[], rule = 'tone/a'): HabitSums {
  const pack = rule.split('/')[0] as string;
  return {
    totals: weeks.flatMap(({ words = 1000 }, at) =>
      words > 0 ? [{ ...zeros(TOTAL_MEASURES), words, week: getMonday(at), pack }] : [],
    ),
    rules: weeks.flatMap(({ words: _, ...counts }, at) =>
      Object.keys(counts).length > 0 ? [{ ...zeros(RULE_MEASURES), ...counts, week: getMonday(at), rule }] : [],
    ),
  };
}

/** The habit on the Monday after these weeks. */
export function live(weeks: readonly Week[], today = getMonday(weeks.length), people = 1): Habit | undefined {
  return listHabits(makeSums(weeks), today, {}, people)[0];
}
