import { isName } from '../grammar/tags.ts';

/** These never open a name that would have to keep its capital. */
const SMALL =
  /^(?:the|an?|we|you|your|our|my|this|that|these|those|it|they|he|she|what|instead|there|until|before|because|due|once|with|for|in|as|if)\b/i;

/** Lower case within a sentence, but for names and "I". */
export function lowerFirst(text: string): string {
  if (!SMALL.test(text) && (/^(?:I\b|[A-Z]{2}|\S+[A-Z])/.test(text) || isName(text))) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The same for words that never opened the sentence: a capital there is a name's, known or not ("Royal Mail"). */
export function lowerOpener(text: string): string {
  return SMALL.test(text) ? lowerFirst(text) : text;
}
