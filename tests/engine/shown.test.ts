import { describe, expect, it } from 'vitest';
import { findCovered, limitLowest, pickShown } from '../../lib/engine/shown.ts';
import type { Severity } from '../../lib/engine/types.ts';

const flag = (category: string, start: number, end: number, severity: Severity = 'warning') => ({
  category,
  severity,
  span: { start, end },
});

describe('What is shown of flags on the same words', () => {
  it('is the graver one', () => {
    const grave = flag('cant-focus', 3, 9, 'error');
    expect(pickShown([flag('insensitive', 0, 5), grave])).toEqual([grave]);
  });

  it('of equal ones is the one whose category comes first in the guide', () => {
    const unkind = flag('insensitive', 4, 8);
    const policy = flag('policy-hiding', 2, 10);
    expect(pickShown([flag('cant-focus', 0, 20), unkind, policy])).toEqual([unkind]);
    expect(pickShown([flag('deflecting', 0, 20), policy])).toEqual([policy]);
  });

  it('is the longer one among categories that the guide does not know', () => {
    const long = flag('ours', 0, 9);
    expect(pickShown([flag('theirs', 0, 5), long])).toEqual([long]);
  });

  it('is both where they only touch', () => {
    const flags = [flag('deflecting', 0, 5), flag('cant-focus', 5, 9)];
    expect(pickShown(flags)).toEqual(flags);
  });

  it('never leaves out a blank', () => {
    const flags = [flag('cant-focus', 0, 20, 'error'), flag('blank', 4, 9, 'error')];
    expect(pickShown(flags)).toEqual(flags);
  });

  it('comes in the order in which it stands in the text', () => {
    const [phrase, blank] = [flag('deflecting', 12, 20), flag('blank', 0, 9, 'error')];
    expect(pickShown([phrase, blank])).toEqual([blank, phrase]);
  });

  it('names what it covers, for the card', () => {
    const shown = flag('insensitive', 0, 9);
    const covered = flag('cant-focus', 4, 12);
    expect(findCovered(shown, [shown, covered, flag('bossy', 9, 12), flag('blank', 2, 4)])).toEqual([covered]);
  });
});

describe('Slight remarks in a draft', () => {
  it('are three at most, the first ones; graver ones all stay', () => {
    const slight = [0, 2, 4, 6].map((start) => flag('canned', start, start + 1, 'info'));
    const grave = [10, 12, 14, 16].map((start) => flag('canned', start, start + 1));
    expect(limitLowest([...slight, ...grave])).toEqual([...slight.slice(0, 3), ...grave]);
  });

  it('leave small marks alone, which take no place of theirs', () => {
    const slight = [0, 2, 4].map((start) => flag('canned', start, start + 1, 'info'));
    const small = { ...flag('canned', 6, 7, 'info'), isFaded: true } as const;
    expect(limitLowest([small, ...slight, small])).toEqual([small, ...slight, small]);
  });
});
