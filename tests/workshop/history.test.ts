import { describe, expect, it } from 'vitest';
import { pause, redo, startHistory, step, undo } from '../../lib/workshop/history.ts';

describe('Steps of the workshop', () => {
  it('go back one by one and forth again', () => {
    const three = step(step(startHistory('a'), 'b'), 'c');
    const one = undo(undo(three) ?? three) ?? three;
    expect(one.now).toBe('a');
    expect(undo(one)).toBeUndefined();
    expect(redo(redo(one) ?? one)?.now).toBe('c');
    expect(redo(step(one, 'd'))).toBeUndefined();
  });

  it('about the same field are one, until it is left', () => {
    const typed = step(step(startHistory(''), 'a', 'name'), 'ab', 'name');
    expect(undo(typed)?.now).toBe('');
    const left = step(pause(typed), 'abc', 'name');
    expect(undo(left)?.now).toBe('ab');
    expect(undo(step(typed, 'x', 'why'))?.now).toBe('ab');
  });

  it('without a change are none, and of very many the first are forgotten', () => {
    const start = startHistory(0);
    expect(step(start, 0)).toBe(start);
    let history = start;
    for (let now = 1; now <= 600; now++) history = step(history, now);
    expect(history.past).toHaveLength(500);
  });
});
