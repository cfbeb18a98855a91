import { diffLines } from 'diff';

/** Lines of two texts beside each other; long runs that are the same are folded. */
export interface DiffLine {
  kind: 'same' | 'added' | 'gone' | 'folded';
  /** Of `folded`: how many. */
  count: number;
  text: string;
}

/** Lines that are shown around each change. */
const AROUND = 2;

/** What changed from one text to the other, line by line. Empty where nothing did. */
export function compareLines(before: string, after: string): DiffLine[] {
  const parts = diffLines(before, after);
  if (!parts.some(({ added, removed }) => added || removed)) return [];
  return parts.flatMap(({ value, added, removed }, at) => {
    const lines = value.replace(/\n$/, '').split('\n');
    const kind = added ? ('added' as const) : removed ? ('gone' as const) : ('same' as const);
    const toLine = (text: string): DiffLine => ({ kind, count: 1, text });
    if (kind !== 'same') return lines.map(toLine);
    const head = at === 0 ? 0 : AROUND;
    const tail = at === parts.length - 1 ? 0 : AROUND;
    const hidden = lines.length - head - tail;
    if (hidden <= 1) return lines.map(toLine);
    return [
      ...lines.slice(0, head).map(toLine),
      { kind: 'folded' as const, count: hidden, text: '' },
      ...lines.slice(lines.length - tail).map(toLine),
    ];
  });
}
