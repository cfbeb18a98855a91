import { describe, expect, it } from 'vitest';
import { addDelta, createDay } from '../../lib/stats/counts.ts';
import { addDays } from '../../lib/stats/days.ts';
import { askHabits, isMastered, listHabits, markOff } from '../../lib/stats/habits.ts';
import { createSource } from '../../lib/stats/sum.ts';
import { getMonday, live, repeat } from './lived-weeks.ts';

const often = { flagged: 4, sent: 2, ignored: 2 };
const quiet = repeat(4);

describe('a habit', () => {
  it('is gone after four weeks of work without it, from the Monday after them', () => {
    const habit = live([...repeat(3, often), ...quiet]);
    expect([habit?.state, habit?.since, habit && isMastered(habit)]).toEqual(['gone', getMonday(7), true]);
  });

  it('is not gone before the fourth week is over', () => {
    const weeks = [...repeat(6, often), ...quiet];
    expect(live(weeks, addDays(getMonday(10), -1))?.state).toBe('rare');
    expect(live(weeks)?.state).toBe('gone');
  });

  it('is not unlearned on holiday: weeks in which little was written are skipped', () => {
    const holiday = repeat(4, { words: 0 });
    const sickness = repeat(2, { words: 299 });
    expect(live([...repeat(5, often), ...holiday])?.state).toBe('frequent');
    expect(live([...repeat(5, often), ...repeat(2), ...holiday, ...sickness, {}])?.state).toBe('frequent');
    expect(live([...repeat(5, often), ...repeat(2), ...holiday, ...sickness, {}, {}])?.state).toBe('gone');
  });

  it('is rare, and never gone, when it was flagged twice in all', () => {
    expect(live([{ flagged: 1 }, ...repeat(3), { flagged: 1 }, ...repeat(40)])?.state).toBe('rare');
  });

  it('is not gone when its silence may be chance, for it was flagged once in many weeks', () => {
    const seldom = [{ flagged: 1, ignored: 1 }, ...repeat(5)];
    const weeks = [...seldom, ...seldom, ...seldom];
    expect(live([...weeks, ...repeat(3)])?.state).toBe('rare');
    expect(live([...weeks, ...repeat(8)])?.state).toBe('gone');
  });

  it('is new on its first day and in its first month', () => {
    const habit = live([{ words: 200, flagged: 9, sent: 9 }], addDays(getMonday(0), 2));
    expect([habit?.state, habit?.weeks.length, habit?.weeks[0]?.rate]).toEqual(['new', 1, undefined]);
    expect(live([{}, {}, ...repeat(3, often)])?.state).toBe('new');
    expect(live([{}, {}, ...repeat(4, often)])?.state).toBe('frequent');
  });

  it('is self-mended when more than half of it is mended by hand before the card', () => {
    expect(live(repeat(6, { flagged: 4, mended: 3, sent: 1 }))?.state).toBe('self-mended');
    expect(live(repeat(6, { flagged: 4, mended: 2, sent: 2 }))?.state).toBe('frequent');
    expect(live(repeat(6, { flagged: 4, reworded: 3, rewritten: 1 }))?.state).toBe('frequent');
    // A rewrite that was undone is no end of its phrase.
    expect(live(repeat(6, { flagged: 4, mended: 3, rewritten: 3, undone: 2 }))?.state).toBe('self-mended');
  });

  it('of a team is gone, rare or back by what one in five of them met', () => {
    const of = (people: number, ...weeks: Parameters<typeof live>[0]) => live(weeks, undefined, people);
    const learned = [...repeat(4, { flagged: 40, sent: 40 }), ...repeat(4, { flagged: 3, sent: 3 })];
    const team = repeat(8, { words: 20_000 });
    const merge = (weeks: typeof learned) => weeks.map((week, at) => ({ ...team[at % 8], ...week }));
    expect(of(1, ...merge(learned))?.state).toBe('frequent');
    expect(of(20, ...merge(learned))?.state).toBe('gone');
    expect(of(19, ...merge(learned))?.state).toBe('frequent');
    const slips = repeat(2, { flagged: 1, sent: 1, words: 20_000 });
    expect(of(1, ...merge([...repeat(4, { flagged: 40 }), ...repeat(4)]), ...slips)?.state).toBe('relapsed');
    expect(of(20, ...merge(learned), ...slips)?.state).toBe('gone');
    expect(of(20, ...merge(learned), ...repeat(1, { flagged: 4, sent: 4, words: 20_000 }))?.state).toBe('relapsed');
    // Weeks in which as little was written as one of them writes say nothing of twenty.
    expect(of(20, ...repeat(4, { flagged: 40 }), ...repeat(6, { words: 900 }))?.state).toBe('rare');
  });

  it('is judged by the last month, not by how it began', () => {
    expect(live([...repeat(20, often), ...repeat(4, { flagged: 2, mended: 2 })])?.state).toBe('self-mended');
  });

  it('is not gone when drafts with it were discarded meanwhile', () => {
    expect(live([...repeat(5, often), {}, {}, { flagged: 1, dropped: 1 }, {}])?.state).not.toBe('gone');
  });

  it('is not gone while its rule was switched off', () => {
    const off = { flagged: 1, switchedOff: 1 };
    expect(live([...repeat(5, often), off, ...repeat(10)])?.state).toBe('rare');
    expect(live([...repeat(5, often), off, ...repeat(10), often, ...quiet])?.state).toBe('gone');
  });

  it('is not told as gone while its rule is off in this browser', () => {
    const habit = live([...repeat(5, often), ...quiet]);
    const told = (isOff: boolean) =>
      markOff(habit ? [habit] : [], () => isOff).map(({ state, since }) => [state, since]);
    expect([told(true), told(false)]).toEqual([[['off', undefined]], [['gone', getMonday(9)]]]);
  });

  it('is told over two years: gone, back, and gone again', () => {
    const weeks = [...repeat(20, often), ...repeat(30), ...repeat(10, often), ...repeat(44)];
    const habit = live(weeks);
    expect(habit?.state).toBe('gone');
    expect(habit?.turns).toEqual([
      { on: getMonday(24), to: 'gone' },
      { on: getMonday(50), to: 'relapsed' },
      { on: getMonday(64), to: 'gone' },
    ]);
    expect(habit?.weeks).toHaveLength(105);
  });

  it('counts weeks from the first in which its pack spoke, so that a pack of later proves nothing of before', () => {
    const sums = createSource([
      addDelta(createDay(getMonday(0), 'gmail'), {
        day: getMonday(0),
        desk: 'gmail',
        totals: { words: 900 },
        packs: { 'other@1.0.0': { words: 900 } },
      }),
      addDelta(createDay(addDays(getMonday(2), 3), 'gmail'), {
        day: addDays(getMonday(2), 3),
        desk: 'gmail',
        totals: { words: 600 },
        packs: { 'acme@1.0.0': { words: 200 }, 'acme@2.0.0': { words: 400 } },
        rules: { 'acme/a@1.0.0': { flagged: 2, mended: 1 }, 'acme/a@2.0.0': { flagged: 1, sent: 1 } },
      }),
    ]);
    return askHabits(sums, { from: getMonday(0), to: getMonday(5) }).then((asked) => {
      const [habit, ...others] = listHabits(asked, getMonday(3));
      expect(others).toEqual([]);
      expect(habit?.weeks.map(({ week, words, rate, byHand }) => [week, words, rate, byHand])).toEqual([
        [getMonday(2), 600, 0.5, 0.5],
        [getMonday(3), 0, undefined, undefined],
      ]);
    });
  });
});

describe('a habit that was gone', () => {
  const gone = [...repeat(5, often), ...quiet];

  it('is back when it is sent as it stood', () => {
    const habit = live([...gone, { flagged: 1, sent: 1 }]);
    expect([habit?.state, habit?.since]).toEqual(['relapsed', getMonday(9)]);
  });

  it('is back at once, in the week that is not over', () => {
    expect(live([...gone, { words: 20, flagged: 1, sent: 1 }], getMonday(9))?.state).toBe('relapsed');
  });

  it('is not back for one slip that was mended, nor for another after a month', () => {
    expect(live([...gone, { flagged: 1, mended: 1 }])?.state).toBe('gone');
    expect(live([...gone, { flagged: 1, mended: 1 }, ...quiet, { flagged: 1, mended: 1 }])?.state).toBe('gone');
  });

  it('is back when it is counted twice within a month, mended or not', () => {
    expect(live([...gone, { flagged: 2, mended: 2 }])?.state).toBe('relapsed');
    expect(live([...gone, { flagged: 1, mended: 1 }, ...repeat(3), { flagged: 1, mended: 1 }])?.state).toBe('relapsed');
  });

  it('needs another month of work to be gone again', () => {
    expect(live([...gone, { flagged: 1, sent: 1 }, ...repeat(3)])?.state).toBe('relapsed');
    expect(live([...gone, { flagged: 1, sent: 1 }, ...quiet])?.state).toBe('gone');
  });
});
