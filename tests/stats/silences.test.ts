import { describe, expect, it } from 'vitest';
import { isSilent, mergeSilences, noteSilences, type Silences } from '../../lib/stats/silences.ts';

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

  it('was off on the days of either of two accounts, each stretch told once', () => {
    const off = (...days: [from: string, to?: string][]): Silences => ({
      'tone/a': days.map(([from, to]) => ({ from, ...(to && { to }) })),
    });
    const merge = (ours: Silences, theirs: Silences) => mergeSilences(ours, theirs)['tone/a'];
    expect(merge(off(['11-09', '11-12']), off(['11-01', '11-03']))).toEqual(
      off(['11-01', '11-03'], ['11-09', '11-12'])['tone/a'],
    );
    expect(merge(off(['11-01', '11-09']), off(['11-05', '11-12']))).toEqual(off(['11-01', '11-12'])['tone/a']);
    expect(merge(off(['11-01', '11-30']), off(['11-05', '11-12']))).toEqual(off(['11-01', '11-30'])['tone/a']);
    expect(merge(off(['11-01', '11-09']), off(['11-09']))).toEqual(off(['11-01'])['tone/a']);
    expect(merge(off(['11-01']), off(['11-05', '11-12'], ['11-20']))).toEqual(off(['11-01'])['tone/a']);
    const many = Array.from({ length: 100 }, (_, at) => [`${2100 + at}`, `${2100 + at}`] as [string, string]);
    expect(merge(off(...many), {})).toHaveLength(40);
    expect(mergeSilences(off(['11-01']), { 'tone/b': [{ from: '11-02' }] })).toEqual({
      'tone/a': [{ from: '11-01' }],
      'tone/b': [{ from: '11-02' }],
    });
  });

  it('is silent in every week that has one of its days', () => {
    const silences = [{ from: '2026-11-08', to: '2026-11-16' }, { from: '2026-12-01' }];
    const weeks = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2027-05-03'];
    expect(weeks.map((week) => isSilent(silences, week))).toEqual([false, true, true, true, false, true, true]);
  });
});
