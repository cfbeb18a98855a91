import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import type { Check } from './checks.ts';
import type { ListedEditor } from './list.ts';

const FILE = join(root, 'docs/editors.md');

const INTRODUCTION = `# Editors

A reply box is made with one of a few editors, and each takes new words in its own way. This page says what has been shown of CanDo in each.
A test run writes it: it opens the real editor in a real browser, types with real keys, has CanDo rewrite by its key \`F9\`, takes that back by
Ctrl+Z, and reads the editor's own record of the text. The pages are our own, not the desks': an editor may be set up in another way there.
So in daily use, too, CanDo reads the text after every rewrite. Where it is not exactly what it should be, CanDo takes the rewrite back, says
so, and offers to copy it.

Which editor a desk uses is known from public code alone, read in November 2026: Zendesk CKEditor 5; Gmail contenteditable, which is what the
browser itself brings; Intercom, HubSpot and Jira Service Management ProseMirror; Salesforce Quill, and CKEditor 4 for mail; Gorgias and
Kustomer Draft.js; Crisp Lexical; Freshdesk Froala. In an editor that is not in the tables CanDo tries one way after another, and reads the
text after each.

In the tables:

- **yes**: the run has shown it. **no**: the last run has not
- **none to lose**: it holds plain text, without formatting
- **not claimed** in one column: it does not hold, for the reason below the table
- **not claimed** in a whole row: the editor puts back every change that no key has made. The run has shown that its text stays as it was, that
  the agent is told, and that the card offers to copy the rewrite
- **not installed**: it has a licence to be bought. CanDo knows the editor, but nobody has shown that it works there

\`npm run test:editors\` writes the table of Chromium, and with \`-- --firefox\` that of Firefox. No editor is part of what is shipped.`;

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
      const isWhole = (row: readonly string[]) =>
        row.slice(1).every((cell) => cell === 'yes' || cell === 'none to lose');
      const whole = rows.flatMap((row, at) => (isWhole(row) ? [editors[at]?.title] : []));
      const summary = `All of it holds in ${whole.length} of ${rows.length}: ${whole.join(', ')}.`;
      const reasons = editors.flatMap(({ title, lacks }) =>
        lacks ? [`- **${title}**, ${lacks.column}: ${lacks.reason}`] : [],
      );
      const sections = [[version, summary, table, ...reasons].join('\n\n'), ...kept.map((part) => part.trim())].sort();
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
