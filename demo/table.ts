/** A plain text table: words wrap inside columns of these widths, a line after each row. */
export function formatTable(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const lines = rows.flatMap((row) => [...formatRow(widths, row), rule]);
  return [rule, ...lines].join('\n');
}

function formatRow(widths: readonly number[], row: readonly string[]): string[] {
  const cells = widths.map((width, index) => wrap(row[index] ?? '', width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => (cells[index]?.[line] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
