import { compareRates } from './compare.ts';
import type { Day } from './counts.ts';
import { getWeek } from './days.ts';
import { getLately, type Habit, type HabitWeek, sumWeeks } from './habits.ts';
import { getLeastFlags, MONTH } from './mastery.ts';
import { getRate } from './rate.ts';

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
    /** Against the four weeks of work before, by more than chance; undefined when not enough was written then. */
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
const TRENDS = { more: 'rising', fewer: 'falling', chance: 'steady', few: undefined } as const;

/**
 * The one habit to work on in the week of `today`. Only weeks that were over by Monday are asked, so that it stays the same all week; in
 * the first week there is none. None either when all that is flagged is mended by hand.
 *
 * @param choosable severities of the rules that may be chosen; leave out those that are off, or that the team has locked
 * @param people whose habits these are together
 */
export function chooseFocus(
  habits: readonly Habit[],
  choosable: Readonly<Record<string, Level>>,
  today: Day,
  people = 1,
): Focus | undefined {
  const monday = getWeek(today);
  let best: { focus: Focus; worth: number } | undefined;
  for (const { rule, weeks } of [...habits].sort((a, b) => (a.rule < b.rule ? -1 : 1))) {
    if (!Object.hasOwn(choosable, rule)) continue;
    const focus = weigh(
      rule,
      weeks.filter(({ week }) => week < monday),
      people,
    );
    if (!focus) continue;
    const worth = WEIGHTS[choosable[rule] as Level] * getWorth(focus);
    if (worth > (best?.worth ?? 0)) best = { focus, worth };
  }
  return best?.focus;
}

function weigh(rule: string, weeks: readonly HabitWeek[], people: number): Focus | undefined {
  const lately = getLately(weeks);
  const [first] = lately;
  const last = lately.at(-1);
  const known = lately.filter(({ isKnown }) => isKnown).length;
  const counts = sumWeeks(lately);
  const now = { flagged: counts.flagged, words: sumWords(lately) };
  const rate = getRate(now.flagged, now.words);
  if (!first || !last || known === 0 || rate === undefined || counts.flagged < getLeastFlags(people)) return undefined;
  const before = getLately(weeks.slice(0, weeks.indexOf(first)));
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
      trend: TRENDS[compareRates({ flagged: sumWeeks(before).flagged, words: sumWords(before) }, now).verdict],
    },
  };
}

function getWorth({ reason: { sent, late, trend } }: Focus): number {
  const change = trend === 'rising' ? RISING : trend === 'falling' ? FALLING : 1;
  return (sent * SENT + late * LATE) * change;
}

function sumWords(weeks: readonly HabitWeek[]): number {
  return weeks.reduce((sum, { words }) => sum + words, 0);
}
