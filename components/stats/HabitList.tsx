import { i18n } from '#i18n';
import type { Habit } from '../../lib/stats/habits.ts';
import { getStateName, SIGNS, STATES } from './habit-words.ts';
import type { RuleNames } from './rule-names.ts';

interface HabitListProps {
  habits: readonly Habit[];
  chosen: string | undefined;
  names: RuleNames;
  onChoose(rule: string): void;
}

/** Every habit under its state. A press shows its course. */
export function HabitList({ habits, chosen, names, onChoose }: HabitListProps) {
  const byState = Map.groupBy(habits, ({ state }) => state);
  return (
    <ul className="habits">
      {STATES.filter((state) => byState.has(state)).map((state) => (
        <li key={state}>
          <h3>
            <span aria-hidden="true">{SIGNS[state]}</span> {getStateName(state)}
          </h3>
          <ul>
            {byState.get(state)?.map(({ rule }) => (
              <li key={rule}>
                <button type="button" className="chip" aria-pressed={rule === chosen} onClick={() => onChoose(rule)}>
                  <span lang="en">{names.getRule(rule)}</span>
                  <span className="unseen"> {i18n.t('stats.course.show')}</span>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
