/** A figure beside its budget. */
export interface Line {
  what: string;
  budget: string;
  measured: string;
  kept: boolean;
}

export function getMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The lines as a table for a terminal. */
export function toTable(lines: readonly Line[]): string {
  const rows = [['', 'budget', 'measured', ''], ...lines.map(toRow)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow({ what, budget, measured, kept }: Line): string[] {
  return [what, budget, measured, kept ? 'kept' : 'MISSED'];
}
