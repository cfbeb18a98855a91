/** Whom a sentence speaks to at its end: ", Mr Lee!", ", Sam and Jo". */

const TITLE = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Madam|Sir)\\.?';
const NAME = "\\p{Lu}[\\p{L}'’-]+";
const ADDRESS = new RegExp(
  `,\\s(?:(?:${TITLE})(?:\\s${NAME}){0,3}|[Ss]ir|[Mm]adam|[Mm]a['’]am|${NAME}(?:\\s(?:and|&)\\s${NAME})?|${NAME}\\s${NAME})(?=[\\s.!?…]*$)`,
  'u',
);

/** The index of the comma before whom the text speaks to at its end, or -1. */
export function findAddress(text: string): number {
  return text.search(ADDRESS);
}

/** A request names them itself: "Could you check, Mr Lee?" */
export function addressIn(text: string, address: string): string {
  if (text.endsWith('?')) return `${text.slice(0, -1)}${address}?`;
  return text.replace(/\.$/, '');
}
