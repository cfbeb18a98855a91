/** The lines of plain text as a mail program breaks them, put together again. */

/** UTF-16 units between which mail programs break their lines. */
const NARROWEST = 55;
const WIDEST = 100;
/** A quotation, a list item or a signature keeps its line. */
const OWN_LINE = /^\s*(?:>|[-*•–]\s|\d{1,2}[.)]\s|--\s*$|$)/;
const STARTS_LOWER = /^\p{Ll}/u;
const ENDS_SENTENCE = /[.!?…:]["'”’)\]]*$/;

/**
 * The text with a space for each line break that only the width of a page asked for: as long as before, so that offsets stay.
 * A text whose lines never break within a sentence stays as it is.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n');
  const isBroken = (at: number) =>
    isJoinable(lines[at], lines[at + 1]) &&
    !ENDS_SENTENCE.test(lines[at] as string) &&
    STARTS_LOWER.test(lines[at + 1] as string);
  const broken = lines.filter((line, at) => line.length >= NARROWEST && isBroken(at));
  if (broken.length === 0) return text;
  const width = Math.max(...lines.map(({ length }) => length).filter((length) => length <= WIDEST));
  return lines
    .map((line, at) => {
      const next = lines[at + 1];
      if (next === undefined) return line;
      const [word = ''] = next.split(/\s/);
      const isFull = line.length + 1 + word.length > width;
      return line + (isJoinable(line, next) && (isFull || isBroken(at)) ? ' ' : '\n');
    })
    .join('');
}

function isJoinable(line: string | undefined, next: string | undefined): boolean {
  return (
    line !== undefined &&
    next !== undefined &&
    line.length <= WIDEST &&
    !/^\s*>|^\s*$/.test(line) &&
    !OWN_LINE.test(next)
  );
}
