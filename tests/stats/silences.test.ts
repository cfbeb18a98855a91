import { describe, expect, it } from 'vitest';
import { isSilent, noteSilences, type Silences } from '../../lib/stats/silences.ts';

/** What is noted on these days, one after the other, of `tone/a`. */
function note(...days: [day: string, isOff: boolean][]): Silences[string] {
  const after = days.reduce<Silences>((before, [day, isOff]) => noteSilences(before, ['tone/a'], () => isOff, day), {});
  return after['tone/a'] ?? [];
}

describe('A rule that is switched off', () => {
  it('is noted from the day it is off to the day it is on again, each time', () => {
    expect(note(['2026-11-02', false])).toEqual([]);
    expect(note(['2026-11-02', true], ['2026-11-09', true])).toEqual([{ from: '2026-11-02' }]);
    expect(note(['2026-11-02', true], ['2026-11-09', false], ['2026-11-20', true])).toEqual([
      { from: '2026-11-02', to: '2026-11-09' },
      { from: '2026-11-20' },
    ]);
  });

  it('is forgotten with what was counted of it', () => {
    expect(noteSilences({ 'tone/a': [{ from: '2026-11-02' }] }, ['tone/b'], () => true, '2026-11-09')).toEqual({
      'tone/b': [{ from: '2026-11-09' }],
    });
  });

  it('is noted forty times at most, the oldest go first', () => {
    const days = Array.from({ length: 100 }, (_, at): [string, boolean] => [`2026-11-${10 + (at % 20)}`, at % 2 === 0]);
    expect(note(...days)).toHaveLength(40);
  });

  it('is silent in every week that has one of its days', () => {
    const silences = [{ from: '2026-11-08', to: '2026-11-16' }, { from: '2026-12-01' }];
    const weeks = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2027-05-03'];
    expect(weeks.map((week) => isSilent(silences, week))).toEqual([false, true, true, true, false, true, true]);
  });
});
