/** "; did you mean "phrases"?", where one of the names is a slip or two away from what was written; else nothing. */
export function suggest(written: string, names: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(Math.min(written.length, 30) / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const slips = countSlips(written.toLowerCase(), name.toLowerCase());
    if (slips < least) [best, least] = [name, slips];
  }
  return best === undefined ? '' : `; did you mean "${best}"?`;
}

/** Letters put in, left out, changed, or two in the wrong order (optimal string alignment). */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, (above[j] as number) + 1, (row[j - 1] as number) + 1, swap));
    }
    [before, above] = [above, row];
  }
  return above[b.length] as number;
}
