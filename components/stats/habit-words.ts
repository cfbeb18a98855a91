import { i18n } from '#i18n';
import type { Habit, HabitState } from '../../lib/stats/habits.ts';
import { writeDay } from './numbers.ts';

/** States in the order in which they matter. */
export const STATES: readonly HabitState[] = ['relapsed', 'frequent', 'new', 'self-mended', 'gone', 'off', 'rare'];

const KEYS = {
  relapsed: 'relapsed',
  frequent: 'frequent',
  new: 'new',
  'self-mended': 'selfMended',
  gone: 'gone',
  off: 'off',
  rare: 'rare',
} as const;

/** A sign for each: states are told apart without colour. */
export const SIGNS: Record<HabitState, string> = {
  relapsed: '▲',
  frequent: '●',
  new: '✦',
  'self-mended': '◐',
  gone: '○',
  off: '×',
  rare: '·',
};

export function getStateName(state: HabitState): string {
  return i18n.t(`stats.state.${KEYS[state]}`);
}

/** What a habit's state means, with the day since when where there is one. */
export function tellState({ state, since }: Habit): string {
  return i18n.t(`stats.stateReads.${KEYS[state]}`, [since === undefined ? '' : writeDay(since)]);
}
