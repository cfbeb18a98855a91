import type { Day } from '../../lib/stats/counts.ts';

/** Months from one name to the next, so that the same months are named in every year. */
const MONTHS = [1, 2, 3, 4, 6, 12, 24];

/**
 * Which of many days or weeks are named by their month: the first of every month, every second, third, as there is room.
 *
 * @param days as they follow each other
 * @param step pixels from one to the next
 * @param room pixels that a name takes
 * @returns places in the list
 */
export function chooseMonths(days: readonly Day[], step: number, room: number): Set<number> {
  const firsts = days.flatMap((day, at) => {
    const month = getMonth(day);
    return at === 0 || month === getMonth(days[at - 1] as Day) ? [] : [{ at, month }];
  });
  const fits = (every: number) => {
    const named = firsts.filter(({ month }) => month % every === 0);
    return named.every(({ at }, index) => index === 0 || (at - (named[index - 1]?.at ?? 0)) * step >= room);
  };
  const every = MONTHS.find(fits) ?? MONTHS.at(-1) ?? 1;
  return new Set(firsts.filter(({ month }) => month % every === 0).map(({ at }) => at));
}

/** Months since the year 0. */
function getMonth(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
