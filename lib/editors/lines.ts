import type { Block } from './editor.ts';
import { blotPlaceholders } from './words.ts';

/** A line of a plain text, with its place in the whole. */
export interface Line extends Block {
  readonly start: number;
  /** As typed, before placeholders were blotted out. */
  readonly raw: string;
}

export interface Lines {
  /** The lines of `text`; those outside the changed stretch are the same objects, unless their place moved. */
  read(text: string): readonly Line[];
}

/** Splits a text into lines and keeps what did not change between two readings, found by common head and tail. */
export function createLines(): Lines {
  let raws: string[] = [];
  let lines: Line[] = [];
  let last: string | undefined;
  let nextId = 1;

  const create = (id: number, raw: string): Line => ({ id, raw, text: blotPlaceholders(raw), start: 0 });

  return {
    read(text) {
      if (text === last) return lines;
      const fresh = text.split('\n');
      const { head, tail } = findCommon(raws, fresh);
      const changed = fresh.slice(head, fresh.length - tail).map((raw, index) => {
        // A line keeps its id while it is edited; of several, those in the same place do.
        const before = head + index < lines.length - tail ? lines[head + index] : undefined;
        return create(before?.id ?? nextId++, raw);
      });
      lines = [...lines.slice(0, head), ...changed, ...lines.slice(lines.length - tail)];
      raws = fresh;
      last = text;
      let start = 0;
      for (const line of lines) {
        // The place is no part of what a line is: moved lines stay the same object, so that nothing is checked again.
        (line as { start: number }).start = start;
        start += line.raw.length + 1;
      }
      return lines;
    },
  };
}

/** How many lines are equal at the head and at the tail. */
export function findCommon(before: readonly string[], after: readonly string[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
