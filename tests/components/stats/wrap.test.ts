import { describe, expect, it } from 'vitest';
import { wrap } from '../../../components/stats/wrap.ts';

const measure = (text: string) => text.length * 10;

describe('The words of a picture', () => {
  it('go on in the next line where the chart ends', () => {
    expect(wrap('one two three four', 90, measure)).toEqual(['one two', 'three', 'four']);
    expect(wrap(' Nov 16 \n 2026 ', 200, measure)).toEqual(['Nov 16 2026']);
  });

  it('leave a word whole that is wider than the chart, and no line for none', () => {
    expect(wrap('a consequence', 50, measure)).toEqual(['a', 'consequence']);
    expect(wrap('', 50, measure)).toEqual([]);
  });
});
