import { findBlanks } from '../blanks.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../types.ts';
import { capitalise } from './rest.ts';
import type { Attempt } from './rewriter.ts';

const CAPITAL = /^\p{Lu}/u;
/** In "it's" it stands for a verb. */
const GENITIVE = /(?<!\b(?:s?he|it|let|that|there|here|wh\w+|how))['’]s$/i;
const ARTICLE = /\b(a|an)(\s+)$/i;
const VOWEL = /^[aeiou]/i;

const NUMBER = /\d+/g;

/**
 * The marked words give way to others, and nothing else changes: no grammar is asked. Only "a" and "an" before them follow, and
 * a genitive stays. A number that would go keeps them out.
 */
export function replaceMarked(text: string, span: Span, instead: readonly string[]): Attempt[] {
  const sentence = splitSentences(text).find(({ start, end }) => start <= span.start && span.start < end);
  const marked = text.slice(span.start, span.end);
  const opens = sentence?.start === span.start && CAPITAL.test(marked);
  const isCurly = sentence !== undefined && text.slice(sentence.start, sentence.end).includes('’');
  const ending = GENITIVE.exec(marked)?.[0] ?? '';
  const numbers = marked.match(NUMBER) ?? [];
  return instead.map((words) => {
    if (!numbers.every((number) => words.includes(number)))
      return { template: words, slots: {}, fault: `it would lose a number: "${words}"` };
    const whole = GENITIVE.test(words) ? words : words + ending;
    const cased = opens ? capitalise(whole) : whole;
    const placed = isCurly ? cased.replaceAll("'", '’') : cased;
    const { lead, start } = turnArticle(text, span, placed);
    const rewritten = lead + placed;
    const rewrite = { text: rewritten, span: { start, end: span.end }, blanks: findBlanks(rewritten) };
    return { template: words, slots: {}, rewrite };
  });
}

/** The article before the marked words as it must read before the new ones, and where it starts; nothing where it may stay. */
function turnArticle(text: string, span: Span, placed: string): { lead: string; start: number } {
  const [whole, article = '', space = ''] = ARTICLE.exec(text.slice(0, span.start)) ?? [];
  const isVowel = VOWEL.test(placed);
  if (whole === undefined || VOWEL.test(text.slice(span.start)) === isVowel) return { lead: '', start: span.start };
  return { lead: article.charAt(0) + (isVowel ? 'n' : '') + space, start: span.start - whole.length };
}
