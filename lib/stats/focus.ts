import type { Day, RuleCounts } from './counts.ts';
import { getWeek } from './days.ts';
import { getLately, type Habit, type HabitWeek, sumWeeks } from './habits.ts';
import { LEAST_FLAGS, MONTH } from './mastery.ts';

/** The habit that is worth a week's work most, and why. */
export interface Focus {
  /** `pack/rule` */
  rule: string;
  reason: {
    /** The last weeks of work before this one, up to four: their first and last Monday. */
    from: Day;
    to: Day;
    /** How many of them had enough words. */
    weeks: number;
    flagged: number;
    sent: number;
    /** Mended only after the card was opened, by hand or with a rewrite. */
    late: number;
    /** Flags in 100 words in these weeks. */
    rate: number;
    /** The same in the four weeks of work before; undefined when not enough was written then. */
    rateBefore: number | undefined;
    trend: 'rising' | 'falling' | 'steady' | undefined;
  };
}

type Level = 'error' | 'warning' | 'info';

const WEIGHTS: Readonly<Record<Level, number>> = { error: 3, warning: 2, info: 1 };
/** What is sent reaches a customer; what is mended late is half learned. What is mended by hand needs no focus. */
const SENT = 1;
const LATE = 0.5;
const RISING = 1.5;
const FALLING = 0.75;

/**
 * The one habit to work on in the week of `today`. Only weeks that were over by Monday are asked, so that it stays the same all week; in
 * the first week there is none. None either when all that is flagged is mended by hand.
 *
 * @param choosable severities of the rules that may be chosen; leave out those that are off, or that the team has locked
 */
export function chooseFocus(
  habits: readonly Habit[],
  choosable: Readonly<Record<string, Level>>,
  today: Day,
): Focus | undefined {
  const monday = getWeek(today);
  let best: { focus: Focus; worth: number } | undefined;
  for (const { rule, weeks } of [...habits].sort((a, b) => (a.rule < b.rule ? -1 : 1))) {
    if (!Object.hasOwn(choosable, rule)) continue;
    const focus = weigh(
      rule,
      weeks.filter(({ week }) => week < monday),
    );
    if (!focus) continue;
    const worth = WEIGHTS[choosable[rule] as Level] * getWorth(focus);
    if (worth > (best?.worth ?? 0)) best = { focus, worth };
  }
  return best?.focus;
}

function weigh(rule: string, weeks: readonly HabitWeek[]): Focus | undefined {
  const lately = getLately(weeks);
  const [first] = lately;
  const last = lately.at(-1);
  const known = lately.filter(({ isKnown }) => isKnown).length;
  const counts = sumWeeks(lately);
  const rate = getRate(lately, counts);
  if (!first || !last || known === 0 || rate === undefined || counts.flagged < LEAST_FLAGS) return undefined;
  const before = getLately(weeks.slice(0, weeks.indexOf(first)));
  const rateBefore = before.some(({ isKnown }) => isKnown) ? getRate(before, sumWeeks(before)) : undefined;
  return {
    rule,
    reason: {
      from: first.week,
      to: last.week,
      weeks: Math.min(known, MONTH),
      flagged: counts.flagged,
      sent: counts.sent,
      late: counts.reworded + counts.rewritten,
      rate,
      rateBefore,
      trend: rateBefore === undefined ? undefined : getTrend(rate, rateBefore),
    },
  };
}

function getWorth({ reason: { sent, late, trend } }: Focus): number {
  const change = trend === 'rising' ? RISING : trend === 'falling' ? FALLING : 1;
  return (sent * SENT + late * LATE) * change;
}

function getRate(weeks: readonly HabitWeek[], { flagged }: RuleCounts): number | undefined {
  const words = weeks.reduce((sum, week) => sum + week.words, 0);
  return words > 0 ? (100 * flagged) / words : undefined;
}

/** A quarter more or less is a trend; what lies between is chance at such numbers. */
function getTrend(now: number, before: number): 'rising' | 'falling' | 'steady' {
  if (now > before * 1.25) return 'rising';
  return now < before * 0.75 ? 'falling' : 'steady';
}
