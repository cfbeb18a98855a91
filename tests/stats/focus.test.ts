import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/stats/days.ts';
import { chooseFocus } from '../../lib/stats/focus.ts';
import { listHabits } from '../../lib/stats/habits.ts';
import { getMonday, makeSums, repeat, type Week } from './lived-weeks.ts';

const all = { 'tone/a': 'warning', 'tone/b': 'warning', 'tone/c': 'error' } as const;

function choose(rules: Record<string, Week[]>, today: string, choosable: Parameters<typeof chooseFocus>[1] = all) {
  const each = Object.entries(rules).map(([rule, weeks]) => makeSums(weeks, rule));
  // All rules are of one pack, whose words stand once.
  const sums = { totals: each[0]?.totals ?? [], rules: each.flatMap((one) => one.rules) };
  return chooseFocus(listHabits(sums, today), choosable, today);
}

const mended = repeat(4, { flagged: 9, mended: 9 });
const sent = repeat(4, { flagged: 3, sent: 3 });
const late = repeat(4, { flagged: 4, rewritten: 4 });

describe("this week's focus", () => {
  it('is what is still sent, rather than what is flagged more often and mended by hand', () => {
    const focus = choose({ 'tone/a': mended, 'tone/b': sent }, getMonday(4));
    expect(focus).toEqual({
      rule: 'tone/b',
      reason: {
        from: getMonday(0),
        to: getMonday(3),
        weeks: 4,
        flagged: 12,
        sent: 12,
        late: 0,
        rate: 0.3,
        trend: undefined,
      },
    });
  });

  it('is the graver of two that are alike', () => {
    expect(choose({ 'tone/a': sent, 'tone/c': sent }, getMonday(4))?.rule).toBe('tone/c');
  });

  it('is what is sent rather than what is mended after a look at the card', () => {
    expect(choose({ 'tone/a': late, 'tone/b': sent }, getMonday(4))?.rule).toBe('tone/b');
  });

  it('is what rises rather than what goes by itself', () => {
    const rising = [...repeat(4), ...sent];
    const falling = [...repeat(4, { flagged: 9, sent: 9 }), ...sent];
    const focus = choose({ 'tone/a': falling, 'tone/b': rising }, getMonday(8));
    expect([focus?.rule, focus?.reason.trend]).toEqual(['tone/b', 'rising']);
  });

  it('rises or falls by more than chance, not by one more or less', () => {
    const of = (flagged: number, words = 1_000) => repeat(4, { flagged, sent: flagged, words });
    const trends = [2, 5, 8, 12, 16, 20].map(
      (before) => choose({ 'tone/a': [...of(before), ...of(10)] }, getMonday(8))?.reason.trend,
    );
    expect(trends).toEqual(['rising', 'rising', 'steady', 'steady', 'falling', 'falling']);
    const [few] = [choose({ 'tone/a': [...of(0.5), ...of(0.75)] }, getMonday(8))];
    expect([few?.reason.flagged, few?.reason.trend]).toEqual([3, 'steady']);
    expect(choose({ 'tone/a': [...of(9, 50), ...of(1)] }, getMonday(8))?.reason.trend).toBeUndefined();
  });

  it('of a team is nothing that fewer than one in five of them met', () => {
    const sums = makeSums(repeat(4, { flagged: 3, sent: 3 }));
    const of = (people: number) => chooseFocus(listHabits(sums, getMonday(4), {}, people), all, getMonday(4), people);
    expect([1, 24, 25].map((people) => of(people)?.rule)).toEqual(['tone/a', 'tone/a', undefined]);
  });

  it('stays the same all week, whatever is counted meanwhile', () => {
    const rules = { 'tone/a': [...sent, { flagged: 1 }], 'tone/b': [...late, { flagged: 99, sent: 99 }] };
    for (let day = 0; day < 7; day++) {
      expect(choose(rules, addDays(getMonday(4), day))?.rule).toBe('tone/a');
    }
    expect(choose(rules, getMonday(5))?.rule).toBe('tone/b');
  });

  it('is never one that is off or locked', () => {
    expect(choose({ 'tone/a': sent, 'tone/b': late }, getMonday(4), { 'tone/b': 'info' })?.rule).toBe('tone/b');
  });

  it('is none in the first week, with small numbers, or when all is mended by hand', () => {
    expect(choose({ 'tone/a': sent.slice(0, 1) }, addDays(getMonday(0), 6))).toBeUndefined();
    expect(choose({ 'tone/a': [{ flagged: 2, sent: 2 }] }, getMonday(1))).toBeUndefined();
    expect(choose({ 'tone/a': mended }, getMonday(4))).toBeUndefined();
    expect(choose({ 'tone/a': repeat(4, { words: 100, flagged: 3, sent: 3 }) }, getMonday(4))).toBeUndefined();
  });
});
