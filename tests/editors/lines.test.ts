import { describe, expect, it } from 'vitest';
import { createLines, findCommon } from '../../lib/editors/lines.ts';

describe('Reading a textarea', () => {
  it('keeps the lines around the one that is typed in', () => {
    const lines = createLines();
    const before = lines.read('One\nTwo\nThree');
    const after = lines.read('One\nTwo!\nThree');
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]).toMatchObject({ id: before[1]?.id, text: 'Two!', start: 4 });
  });

  it('moves lines below a new one without taking them for others', () => {
    const lines = createLines();
    const third = lines.read('One\nThree')[1];
    const after = lines.read('One\nTwo\nThree');
    expect(after[2]).toBe(third);
    expect(after.map((line) => line.start)).toEqual([0, 4, 8]);
    expect(new Set(after.map((line) => line.id)).size).toBe(3);
  });

  it('blots out placeholders and keeps what was typed', () => {
    expect(createLines().read('Hi {{name}}!')[0]).toMatchObject({
      text: `Hi ${'\uFFFC'.repeat(8)}!`,
      raw: 'Hi {{name}}!',
    });
  });

  it('gives no two lines the same id, whatever is typed', () => {
    const lines = createLines();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    let text = '';
    for (let step = 0; step < 300; step++) {
      const at = random(text.length + 1);
      const gone = random(4) === 0 ? random(6) : 0;
      text = text.slice(0, at) + ['a', '\n', 'b\nc', ''][random(4)] + text.slice(at + gone);
      const read = lines.read(text);
      expect(read.map((line) => line.raw).join('\n')).toBe(text);
      expect(new Set(read.map((line) => line.id)).size).toBe(read.length);
      for (const { raw, start } of read) expect(text.slice(start, start + raw.length)).toBe(raw);
    }
  });
});

describe('What two readings share', () => {
  it('never counts a line at both ends', () => {
    expect(findCommon(['a', 'a'], ['a', 'a', 'a'])).toEqual({ head: 2, tail: 0 });
    expect(findCommon([], ['a'])).toEqual({ head: 0, tail: 0 });
  });
});
