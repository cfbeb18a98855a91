export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many words a side, everything is shown as replaced: nobody reads such a diff. */
const MOST = 120;
/** Letters of a word that is not worth standing alone between changes. */
const ISLAND = 3;

/** What changes between two short texts, in words; a run of changes shows what goes before what comes. */
export function diffWords(before: string, after: string): Change[] {
  const a = split(before);
  const b = split(after);
  if (a.length > MOST || b.length > MOST)
    return join([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  const lengths = getCommonLengths(a, b);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i++] as string });
      j++;
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      changes.push({ kind: 'removed', text: a[i++] as string });
    } else changes.push({ kind: 'added', text: b[j++] as string });
  }
  return join(withoutIslands(changes));
}

/** Words with the space after them, and marks by themselves; a blank `[by when]` is one word. */
function split(text: string): string[] {
  return text.match(/\[[^\]]*\]\s*|[\p{L}\p{N}'’-]+\s*|[^\p{L}\p{N}'’\s-]+?\s*|\s+/gu) ?? [];
}

/** The length of the longest common run of words from each pair of places on. */
function getCommonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = a.concat('').map(() => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as number[];
    const below = lengths[i + 1] as number[];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** A lone short word that stayed between two changes only makes both harder to read: it goes and comes with them. */
function withoutIslands(changes: readonly Change[]): Change[] {
  return changes.flatMap((change, index) => {
    const isLone =
      changes[index - 1] &&
      changes[index - 1]?.kind !== 'same' &&
      changes[index + 1] &&
      changes[index + 1]?.kind !== 'same';
    if (change.kind !== 'same' || !isLone || change.text.trim().length > ISLAND) return [change];
    return [
      { kind: 'removed', text: change.text },
      { kind: 'added', text: change.text },
    ];
  });
}

/** One change for each run; within a run of changes all that goes stands before all that comes. */
function join(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let removed = '';
  let added = '';
  const end = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      const last = joined.at(-1);
      const isBetween = changes[index - 1] && changes[index - 1]?.kind !== 'same';
      if (isBetween) end();
      if (last?.kind === 'same' && !isBetween) last.text += text;
      else joined.push({ kind: 'same', text });
    }
  }
  end();
  return joined;
}
