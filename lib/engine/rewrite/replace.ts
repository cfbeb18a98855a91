import { findBlanks } from '../blanks.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../types.ts';
import { capitalise } from './rest.ts';
import type { Attempt } from './rewriter.ts';

const CAPITAL = /^\p{Lu}/u;

/** The marked words give way to others, and nothing else changes: no grammar is asked. */
export function replaceMarked(text: string, span: Span, instead: readonly string[]): Attempt[] {
  const sentence = splitSentences(text).find(({ start, end }) => start <= span.start && span.start < end);
  const opens = sentence?.start === span.start && CAPITAL.test(text.slice(span.start, span.end));
  const isCurly = sentence !== undefined && text.slice(sentence.start, sentence.end).includes('’');
  return instead.map((words) => {
    const cased = opens ? capitalise(words) : words;
    const placed = isCurly ? cased.replaceAll("'", '’') : cased;
    return { template: words, slots: {}, rewrite: { text: placed, span, blanks: findBlanks(placed) } };
  });
}
