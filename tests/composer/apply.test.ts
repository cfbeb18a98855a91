import { describe, expect, it } from 'vitest';
import { trim } from '../../lib/composer/apply.ts';

const core = (before: string, after: string) => {
  const { head, tail } = trim(before, after);
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
};

describe('What a rewrite touches', () => {
  it('leaves equal words at both ends alone, so that their formatting stays', () => {
    expect(core('We are sad to say no to you today', 'We are glad to say yes to you today')).toEqual([
      'sad to say no',
      'glad to say yes',
    ]);
  });

  it('keeps to whole words', () => {
    expect(core("can't go", 'can go')).toEqual(["can't", 'can']);
  });

  it('always has something to replace and something to put there', () => {
    for (const [before, after] of [
      ['a b', 'a b c'],
      ['a b c', 'a b'],
      ['a', 'a a'],
      ['x x', 'x'],
    ] as const) {
      for (const part of core(before, after)) expect(part).not.toBe('');
    }
  });
});
