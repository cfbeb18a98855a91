import { afterEach, describe, expect, it } from 'vitest';
import { addDays, countDays, getDay, getWeek, isDay } from '../../lib/stats/days.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('A day', () => {
  it.each([
    ['Pacific/Auckland', '2026-11-23'],
    ['Europe/Berlin', '2026-11-22'],
    ['America/Los_Angeles', '2026-11-22'],
  ])('is that of the calendar in %s', (name, day) => {
    process.env.TZ = name;
    expect(getDay(Date.UTC(2026, 10, 22, 18))).toBe(day);
  });

  it('begins at midnight on the days when clocks are changed too', () => {
    process.env.TZ = 'Europe/Berlin';
    for (const day of ['2026-03-29', '2026-10-25']) {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      const from = new Date(year, month - 1, date).getTime();
      const to = new Date(year, month - 1, date + 1).getTime();
      expect([getDay(from - 1), getDay(from), getDay(to - 1), getDay(to)]).toEqual([
        addDays(day, -1),
        day,
        day,
        addDays(day, 1),
      ]);
    }
  });

  it('is followed by the next, whatever the clocks do', () => {
    process.env.TZ = 'America/New_York';
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(countDays('2026-10-31', '2026-11-02')).toBe(2);
    expect([getWeek('2026-11-01'), getWeek('2026-11-02')]).toEqual(['2026-10-26', '2026-11-02']);
  });

  it('is none that the calendar has not', () => {
    expect(['2026-02-29', '2028-02-29', '2026-13-01', '0050-01-01', '2026-1-1', 20260101].map(isDay)).toEqual([
      ...[false, true, false, false, false, false],
    ]);
  });
});
