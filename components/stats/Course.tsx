import { useState } from 'react';
import { i18n } from '#i18n';
import { addDays } from '../../lib/stats/days.ts';
import type { Habit } from '../../lib/stats/habits.ts';
import { getRate } from '../../lib/stats/rate.ts';
import { Chart } from './Chart.tsx';
import { HabitList } from './HabitList.tsx';
import { tellState } from './habit-words.ts';
import { writeCount, writeDay } from './numbers.ts';
import type { RuleNames } from './rule-names.ts';
import { TimeChart, type TimePoint } from './TimeChart.tsx';
import { listCourse } from './tables.ts';

interface CourseProps {
  habits: readonly Habit[];
  /** Shown until another one is chosen. */
  first: string | undefined;
  names: RuleNames;
}

/** The learning curve of one habit, chosen among all: flagged, mended by hand, gone, come back. */
export function Course({ habits, first, names }: CourseProps) {
  const [chosen, setChosen] = useState<string>();
  const find = (rule: string | undefined) => habits.find((one) => one.rule === rule);
  const habit = find(chosen) ?? find(first) ?? habits[0];
  if (!habit) return null;
  const title = i18n.t('stats.course.title');
  return (
    <Chart
      title={title}
      summary={
        <>
          <b lang="en">{names.getRule(habit.rule)}</b>: {tellState(habit)}
        </>
      }
      table={listCourse(habit)}
      choice={<HabitList habits={habits} chosen={habit.rule} names={names} onChoose={setChosen} />}
      isWide
    >
      <TimeChart label={title} points={listPoints(habit)} />
      <p className="small muted legend">{i18n.t('stats.course.legend')}</p>
    </Chart>
  );
}

function listPoints({ weeks, turns }: Habit): TimePoint[] {
  // A habit is gone from the Monday after; the sign stands over the week in which that was to be seen.
  const signs = new Map(turns.map(({ on, to }) => [to === 'gone' ? addDays(on, -7) : on, to]));
  return weeks.map(({ week, words, counts: { flagged, mended }, isKnown, wasOff }) => {
    const turn = signs.get(week);
    const said = [
      wasOff
        ? i18n.t('stats.course.readsOff', [writeDay(week)])
        : i18n.t('stats.course.reads', [writeDay(week), writeCount(flagged), writeCount(words), writeCount(mended)]),
      !isKnown && !wasOff && i18n.t('stats.fewInBrackets'),
      turn === 'gone' && i18n.t('stats.course.goneHere'),
      turn === 'relapsed' && i18n.t('stats.course.backHere'),
    ];
    return {
      key: week,
      text: said.filter((one) => one !== false).join(' '),
      value: getRate(flagged, words),
      filled: flagged > 0 ? 1 - Math.min(1, mended / flagged) : 1,
      isFew: !isKnown,
      ...(turn && { sign: turn === 'gone' ? '○' : '▲' }),
    };
  });
}
