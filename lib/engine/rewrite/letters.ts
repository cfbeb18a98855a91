import { isName } from '../grammar/tags.ts';

/** Lower case within a sentence, but for names and "I". */
export function lowerFirst(text: string): string {
  if (/^(?:I\b|[A-Z]{2}|\S+[A-Z])/.test(text) || isName(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
