/** Where the agent's own words end: quoted history and what stands below a signature mark belong to somebody else. */

const HISTORY = /^\s*(?:-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{10,}|from: .{1,120}@.{1,80})\s*$/i;

/** The line opens the quoted history or the signature: nothing from here on is the agent's draft. */
export function endsDraft(line: string): boolean {
  if (/^--[ \u00a0\r]{0,2}$/.test(line)) return true;
  if (line.length > 240) return false;
  if (/^\s*on\s.{6,200}\bwrote:\s*$/i.test(line)) return true;
  return HISTORY.test(line);
}

/** The line is a quotation. */
export function isQuotation(line: string): boolean {
  return line.startsWith('>') || line.startsWith(' >');
}

/**
 * The index of the first line that is no longer the agent's own, or `lines.length`.
 */
export function findDraftEnd(lines: readonly string[]): number {
  const index = lines.findIndex(endsDraft);
  return index < 0 ? lines.length : index;
}
