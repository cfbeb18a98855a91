import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import type { Check } from './checks.ts';
import type { ListedEditor } from './list.ts';

const FILE = join(root, 'docs/editors.md');

const INTRODUCTION = `# Editors

Written by \`npm run test:editors\`, which types into each of these editors with real keys, has CanDo rewrite by its key, takes back by a real
Ctrl+Z, and reads the editor's own record of the text. \`npm run test:editors -- --firefox\` does the same in Firefox. No editor is part of
what is shipped.

*Not claimed* in a whole row: the editor puts back every change that no key has made. The same run has shown that its text stays as it was, that
the agent is told, and that the card offers to copy the rewrite. In one column: the reason stands below the table. *None to lose*: it holds plain text. *Not installed*: it has a licence to be bought, and
is tested where it is installed.`;

/** What a run has found, editor by column: `yes`, `no`, or a reason for neither. */
export function createReport(editors: readonly ListedEditor[], checks: Record<string, Check>) {
  const found = new Map<string, string>();
  const columns = Object.keys(checks);
  const getRow = ({ name, title, version }: ListedEditor) => [
    `${title} ${version}`.trim(),
    ...columns.map((column) => found.get(`${name} ${column}`) ?? ''),
  ];

  return {
    note(editor: string, column: string, result: string): void {
      found.set(`${editor} ${column}`, result);
    },
    /**
     * Prints the table, and writes it into `docs/editors.md` when no editor and no column was left out of the run.
     * @param version such as `Chromium 156.0`
     */
    write(browser: string, version: string): void {
      const rows = editors.map(getRow);
      const table = drawTable([['editor', ...columns], ...rows]);
      console.log(`\n${version}\n${table}`);
      if (rows.some((row) => row.includes(''))) return;
      const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
      const [, ...kept] = before.split('\n## ').filter((part) => !part.startsWith(browser) && !part.startsWith('What'));
      const legend = Object.entries(checks).map(([column, { title }]) => `- **${column}**: ${title}`);
      const reasons = editors.flatMap(({ title, lacks }) =>
        lacks ? [`- **${title}**, ${lacks.column}: ${lacks.reason}`] : [],
      );
      const sections = [[version, table, ...reasons].join('\n\n'), ...kept.map((part) => part.trim())].sort();
      writeFileSync(
        FILE,
        `${[INTRODUCTION, `What each column says\n\n${legend.join('\n')}`, ...sections].join('\n\n## ')}\n`,
      );
    },
  };
}

function drawTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const draw = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const line = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [draw(head), line, ...body.map(draw)].join('\n');
}
