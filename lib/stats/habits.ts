import { type Day, RULE_MEASURES, type RuleCounts, splitVersion, type Totals, zeros } from './counts.ts';
import { addDays, getWeek } from './days.ts';
import { findTurns, getLeastFlags, LEAST_WORDS, MONTH, type Turn } from './mastery.ts';
import { isSilent, type Silence, type Silences } from './silences.ts';
import type { Filter, StatsSource, Sum } from './source.ts';

/**
 * - `new`: first flagged within the past month.
 * - `rare`: flagged too seldom of late to say more, and not known to be gone: fewer than three times in the past month of work.
 * - `frequent`: flagged often, and mostly not mended by hand before its card.
 * - `self-mended`: flagged often, and in more than half of the cases mended by hand before its card was opened.
 * - `gone`: mastered, as `findTurns` tells.
 * - `relapsed`: it was gone, has come back, and is not gone again.
 * - `off`: its rule is switched off now, so that its silence says nothing; see `markOff`.
 */
export type HabitState = 'new' | 'rare' | 'frequent' | 'self-mended' | 'gone' | 'relapsed' | 'off';

/** What a rule flags over time. */
export interface Habit {
  /** `pack/rule` */
  rule: string;
  state: HabitState;
  /** The day from which it is gone or has come back; undefined in the other states. */
  since: Day | undefined;
  /** Every time it went or came back, the oldest first. */
  turns: Turn[];
  /** From the first week in which its pack spoke to the week of today, without a gap. */
  weeks: HabitWeek[];
}

/** A point of a learning curve. */
export interface HabitWeek {
  /** Its Monday. */
  week: Day;
  /** Of replies that went out, in drafts in which the rule's pack spoke; 0 when it `wasOff`. */
  words: number;
  /** The rule was switched off for some of it, and nothing was counted of it. */
  wasOff: boolean;
  counts: RuleCounts;
  /** Enough was written to say something of habits: 300 words. */
  isKnown: boolean;
  /** The week is over. */
  isWhole: boolean;
  /** Flags in 100 words; undefined when not enough was written. */
  rate: number | undefined;
  /** The share, 0 to 1, mended by hand before the card, of all whose end is known; undefined when there are none. */
  byHand: number | undefined;
}

/** What habits are told from, as any source answers it. */
export interface HabitSums {
  /** By week and pack. */
  totals: readonly Sum<Totals>[];
  /** By week and rule. */
  rules: readonly Sum<RuleCounts>[];
}

/** Asks for what `listHabits` needs. The filter's first day should lie in the past: what came before it is not known. */
export async function askHabits(source: StatsSource, filter: Filter): Promise<HabitSums> {
  const [totals, rules] = await Promise.all([
    source.sumTotals({ ...filter, by: ['week', 'pack'] }),
    source.sumRules({ ...filter, by: ['week', 'rule'] }),
  ]);
  return { totals, rules };
}

/**
 * The habits of all rules that were ever flagged, by rule id. Weeks after `today` are left out.
 *
 * @param silences when which rule was switched off, where that is known
 * @param people whose habits these are together
 */
export function listHabits({ totals, rules }: HabitSums, today: Day, silences: Silences = {}, people = 1): Habit[] {
  const words = new Map<string, Map<Day, number>>();
  for (const { week = '', pack = '', words: count } of totals) addTo(words, pack, week, count);
  const counts = new Map<string, Map<Day, RuleCounts>>();
  for (const { week = '', rule = '', ...sum } of rules) addTo(counts, rule, week, sum);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([rule, byWeek]) => {
      const written = words.get(splitVersion(`${rule}@`).pack) ?? new Map();
      const weeks = listWeeks(written, byWeek, today, silences[rule] ?? []);
      return weeks.some(({ counts: { flagged } }) => flagged > 0) ? [describe(rule, weeks, today, people)] : [];
    });
}

/** The same habits, where those whose rules are switched off are not told as gone. */
export function markOff(habits: readonly Habit[], isOff: (rule: string) => boolean): Habit[] {
  return habits.map((habit) => (isOff(habit.rule) ? { ...habit, state: 'off', since: undefined } : habit));
}

/** Whether the agent does without this rule's mark: see `findTurns`. */
export function isMastered({ state }: Habit): boolean {
  return state === 'gone';
}

/** The last weeks in which enough was written, four unless told, and whatever lies between them. */
export function getLately(weeks: readonly HabitWeek[], count = MONTH): readonly HabitWeek[] {
  const known = weeks.flatMap(({ isKnown }, at) => (isKnown ? [at] : []));
  return weeks.slice(known.at(-count) ?? 0);
}

export function sumWeeks(weeks: readonly HabitWeek[]): RuleCounts {
  const sum = zeros(RULE_MEASURES);
  for (const { counts } of weeks) for (const measure of RULE_MEASURES) sum[measure] += counts[measure];
  return sum;
}

/** The share, 0 to 1, mended by hand before the card, of all whose end is known; undefined when there are none. */
function getByHand(counts: RuleCounts): number | undefined {
  const { mended, reworded, rewritten, ignored, switchedOff, sent, undone } = counts;
  const ended = mended + reworded + rewritten + ignored + switchedOff + sent - undone;
  return ended > 0 ? Math.min(1, mended / ended) : undefined;
}

function describe(rule: string, weeks: HabitWeek[], today: Day, people: number): Habit {
  const lived = weeks.map(({ counts, ...week }) => ({ ...week, ...counts }));
  const turns = findTurns(lived, people);
  const last = turns.at(-1);
  const common = { rule, turns, weeks };
  if (last) return { ...common, state: last.to, since: last.on };
  return { ...common, state: judge(weeks, today, people), since: undefined };
}

function judge(weeks: readonly HabitWeek[], today: Day, people: number): HabitState {
  const first = weeks.find(({ counts }) => counts.flagged > 0);
  if (first && first.week > addDays(getWeek(today), -7 * MONTH)) return 'new';
  const lately = sumWeeks(getLately(weeks));
  if (lately.flagged < getLeastFlags(people)) return 'rare';
  return (getByHand(lately) ?? 0) > 0.5 ? 'self-mended' : 'frequent';
}

function listWeeks(
  words: Map<Day, number>,
  counts: Map<Day, RuleCounts>,
  today: Day,
  silences: readonly Silence[],
): HabitWeek[] {
  const first = [...words.keys(), ...counts.keys()].sort()[0] ?? today;
  const weeks: HabitWeek[] = [];
  for (let week = first; week <= today; week = addDays(week, 7)) {
    const own = counts.get(week) ?? zeros(RULE_MEASURES);
    const wasOff = isSilent(silences, week) && RULE_MEASURES.every((measure) => own[measure] === 0);
    const written = wasOff ? 0 : (words.get(week) ?? 0);
    const isKnown = written >= LEAST_WORDS;
    weeks.push({
      week,
      words: written,
      wasOff,
      counts: own,
      isKnown,
      isWhole: addDays(week, 7) <= today,
      rate: isKnown ? (100 * own.flagged) / written : undefined,
      byHand: getByHand(own),
    });
  }
  return weeks;
}

function addTo<Value>(map: Map<string, Map<Day, Value>>, key: string, week: Day, value: Value): void {
  const inner = map.get(key) ?? new Map<Day, Value>();
  map.set(key, inner.set(week, value));
}
