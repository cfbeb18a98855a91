/** A text of people as one line, without signs that cannot be seen; empty for what is no text. */
export function cleanLine(raw: unknown, longest = 80): string {
  if (typeof raw !== 'string') return '';
  // A name of a million letters is cut before it is looked at.
  return raw
    .slice(0, longest * 4)
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}
