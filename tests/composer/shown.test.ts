import { describe, expect, it } from 'vitest';
import { pickShown } from '../../lib/composer/shown.ts';
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
});
