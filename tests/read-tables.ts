/** A line of a table: its cells by the head of their column. */
export type Row = Record<string, string>;

/** The tables of a document, by the last words in backquotes of the heading above them, else by the heading. */
export function readTables(markdown: string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  let name = '';
  let columns: string[] | undefined;
  for (const line of markdown.split('\n')) {
    const [, heading] = /^#+ (.*)/.exec(line) ?? [];
    if (heading) name = /`([^`]+)`$/.exec(heading)?.[1] ?? heading;
    if (!line.startsWith('|')) {
      columns = undefined;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (!columns) {
      columns = cells;
      tables.set(name, tables.get(name) ?? []);
    } else if (!/^-+$/.test(cells[0] ?? '')) {
      tables.get(name)?.push(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
    }
  }
  return tables;
}
