import type { Day } from './counts.ts';
import { addDays } from './days.ts';

/** Weeks of work that make a month. */
export const MONTH = 4;
/** Words below which a week says nothing of habits: some four replies. A holiday, a day of training, the first morning. */
export const LEAST_WORDS = 300;
/** Flags below which there is no habit to speak of, only something that happened. */
export const LEAST_FLAGS = 3;

/** The same of several people together: what fewer than one in five of them met is nobody's habit. */
export function getLeastFlags(people: number): number {
  return LEAST_FLAGS * getShare(people);
}

/** Of people, those without whom there is no habit to speak of: one in five, and one at least. */
function getShare(people: number): number {
  return Math.max(1, Math.floor(people / 5));
}

/** What a rule's mastery is told from: one of the weeks, without a gap between them. */
export interface Lived {
  week: Day;
  words: number;
  flagged: number;
  sent: number;
  switchedOff: number;
  /** The week is over. */
  isWhole: boolean;
}

/** A habit goes, or comes back, on this day: a Monday, for numbers are by week. */
export interface Turn {
  on: Day;
  to: 'gone' | 'relapsed';
}

/**
 * When a rule was mastered, and when it came back, the oldest first.
 *
 * It is mastered after a month of work without it: four whole weeks of 300 words or more, between which may lie any number of weeks
 * with fewer, for nobody unlearns a habit on holiday. Before, it was flagged three times or more; and enough was written since that at its
 * former pace it would have been flagged three times, so that its silence comes by chance in one case of twenty at most (the
 * "rule of three": e^-3 = 0.05). A rule that once met one reply in two hundred is not gone after ten.
 *
 * It comes back when it is sent as it stood, or is counted a second time within a month; once alone is a slip. When its agent
 * switched it off, its silence says nothing until it speaks again.
 *
 * @param people whose weeks these are together: a week in which fewer than one in five of them met it counts as one without it
 */
export function findTurns(weeks: readonly Lived[], people = 1): Turn[] {
  const share = getShare(people);
  const turns: Turn[] = [];
  const before = { flags: 0, words: 0 };
  let quiet = { weeks: 0, words: 0 };
  let isMastered = false;
  let isMuted = false;
  let slip = Number.NEGATIVE_INFINITY;
  for (const [at, { week, words, flagged, sent, switchedOff, isWhole }] of weeks.entries()) {
    const times = Math.floor(Math.max(flagged, sent, switchedOff) / share);
    if (times === 0) {
      if (!isWhole) continue;
      quiet.words += words;
      if (words >= LEAST_WORDS * share) quiet.weeks++;
      if (isMastered || isMuted || quiet.weeks < MONTH || before.flags < LEAST_FLAGS) continue;
      if (quiet.words * before.flags < LEAST_FLAGS * before.words) continue;
      isMastered = true;
      slip = Number.NEGATIVE_INFINITY;
      turns.push({ on: addDays(week, 7), to: 'gone' });
      continue;
    }
    const isSlip = sent < share && times === 1 && at - slip > MONTH;
    slip = at;
    isMuted = switchedOff > 0;
    before.flags += times;
    before.words += quiet.words + words;
    quiet = { weeks: 0, words: 0 };
    if (!isMastered || isSlip) continue;
    isMastered = false;
    turns.push({ on: week, to: 'relapsed' });
  }
  return turns;
}
