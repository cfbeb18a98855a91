/** The columns of tables of past replies: whether they have names, and which one holds what agents wrote. */

/** Names of columns that hold a reply, the surest first; the ending of a path counts too (`comments.body`). */
const NAMES = [
  ...['reply', 'agent_reply', 'reply_text', 'response', 'answer', 'public_comment', 'comment_body', 'plain_body'],
  ...['body', 'body_text', 'comment', 'latest_comment', 'message', 'text', 'content', 'html_body', 'description'],
];

/** Whether a column of that name, or the ending of that path, is known to hold replies. */
export function isReplyName(path: string): boolean {
  return NAMES.includes(fold(path.slice(path.lastIndexOf('.') + 1)));
}

/** Whether a line names columns: one that stands alone must have a name that is known. */
export function isHeader(cells: readonly string[]): boolean {
  if (cells.length === 1) return NAMES.includes(fold(cells[0] ?? ''));
  return cells.every((cell) => countWords(cell) <= 6 && !/[.!?]\s*$/.test(cell));
}

/** The first of these names, the surest first, that a column bears or its path ends with; -1 where none does. */
export function findNamed(columns: readonly string[], names: readonly string[] = NAMES): number {
  const folded = columns.map(fold);
  for (const name of names) {
    const at = folded.findIndex((column) => column === name || column.endsWith(`.${name}`));
    if (at >= 0) return at;
  }
  return -1;
}

/** The column of replies by its name, or else the one with the longest words. */
export function findText(columns: readonly string[], rows: readonly string[][]): number {
  if (columns.length === 1) return 0;
  const named = findNamed(columns);
  if (named >= 0) return named;
  const sample = rows.slice(0, 200);
  const lengths = columns.map((_, at) => sample.reduce((sum, row) => sum + countWords(row[at] ?? ''), 0));
  const longest = Math.max(...lengths);
  return longest >= sample.length * 3 ? lengths.indexOf(longest) : -1;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** A name without regard to case, blanks and hyphens. */
export function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
