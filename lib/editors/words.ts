/** Stands for what is not the agent's words. */
export const OBJECT = '\uFFFC';

/** Unresolved macro placeholders: `{{ticket.requester.name}}`, `{Name}`. */
const PLACEHOLDER = /\{\{[^{}]*\}\}|\{[A-Z][\w ]{0,40}\}/g;

/** Blots placeholders out, keeping every offset. */
export function blotPlaceholders(text: string): string {
  if (!text.includes('{')) return text;
  return text.replace(PLACEHOLDER, (found) => OBJECT.repeat(found.length));
}

/** Characters that editors put in for themselves: CKEditor's inline filler, zero-width spaces, byte order marks. */
export const FILLER = /\u2060{7}|[\u200B\uFEFF]/;

/** The text to compare before and after: editors trade spaces for no-break spaces as they like, one for one. */
export function normalise(text: string): string {
  return text.replace(/\u2060{7}|[\u200B\uFEFF]/g, '').replace(/[\u00A0\t\r]/g, ' ');
}
