import { createRegexSearch } from '../../engine/checks/regex.ts';
import { splitSentences } from '../../engine/text/sentences.ts';
import { checkRegex } from '../../packs/regex/check.ts';
import { readRegex } from '../../packs/regex/read.ts';
import { findSigns } from '../../packs/regex/signs.ts';
import { type Node, RegexError } from '../../packs/regex/tree.ts';
import { listTexts } from './language.ts';
import { isAcross, isAnchored, meetQuotes, partLookAhead } from './look.ts';
import { toPhrase } from './phrase.ts';
import { makeSamples } from './sample.ts';

/** A pattern of a pack's rule, as it is written. */
export interface WrittenRegex {
  regex: string;
  words?: string[];
  'not-before'?: string;
}

/** What an expression becomes, with texts that it meets; or why it becomes nothing. */
export type Entry =
  | { phrase: string; samples: string[] }
  | { pattern: WrittenRegex; samples: string[] }
  | { reason: string };

const ACROSS = 'what it meets does not stand within one sentence';

export interface Reading {
  /** Capitals and small letters are the same. */
  ignoreCase: boolean;
  /** It meets whole words only. */
  isWord: boolean;
  /** An expression that stands ahead of it. */
  raw?: string;
  /** One sentence is all that it is asked of, so that its ends may be the sentence's. */
  ofSentence?: boolean;
  /** No phrase will do, for only the spelling is in question. */
  isExact?: boolean;
}

/** Sentences for a text to stand in. */
export const FRAMES: readonly ((text: string) => string)[] = [
  (text) => `Please see ${text} for this.`,
  (text) => `We wrote about ${text} in the last letter to you.`,
  (text) => `They say ${text}.`,
  (text) => `${text} is what they say.`,
  (text) => `${text}`,
];

/** More of them, in which words touch it, to see whether it meets anything at all. */
const TRIES = [
  ...FRAMES,
  ...FRAMES.flatMap((frame) =>
    ['x$x', '$x', 'x$'].map((glue) => (text: string) => frame(glue.replace('$', () => text))),
  ),
];

/** Turns an expression into a phrase where it is one, and into a regular expression where the engine can run it. */
export function toEntry(source: string, reading: Reading): Entry {
  try {
    return read(source, reading);
  } catch (error) {
    if (error instanceof RegexError) return { reason: error.message };
    throw error;
  }
}

function read(source: string, { ignoreCase, isWord, raw = '', ofSentence, isExact }: Reading): Entry {
  const { core, follows, followsNot } = partLookAhead(source);
  const bound = (expression: string) => raw + (isWord ? `\\b(?:${expression})\\b` : expression);
  const tree = readRegex(bound(core));
  if (!ofSentence && isAnchored(tree))
    return { reason: 'it asks where a paragraph begins or ends; rules here see one sentence' };
  if (isAcross(tree)) return { reason: ACROSS };
  const texts = listTexts(tree);
  const phrase = texts && toPhrase(texts);
  const isBlind = ignoreCase || texts?.every((text) => text === text.toLowerCase());
  const isWhole = follows === undefined && followsNot === undefined;
  if (texts && phrase && isBlind && isWhole && !isExact) return { phrase, samples: spread(texts) };
  const met = follows === undefined ? bound(core) : `${bound(`(?P<mark>${core})`)}(?:${follows})`;
  const flags = ignoreCase ? '(?i)' : '';
  const pattern: WrittenRegex = {
    regex: flags + meetQuotes(met),
    ...(phrase && { words: [phrase] }),
    ...(followsNot !== undefined && { 'not-before': flags + meetQuotes(followsNot) }),
  };
  return prove(pattern, texts ?? makeSamples(tree), follows);
}

/** An expression that runs, has something that opens it, and meets what it should within a sentence. */
function prove(pattern: WrittenRegex, samples: string[], follows: string | undefined): Entry {
  const tree: Node = checkRegex(pattern.regex);
  if (!pattern.words && !findSigns(tree))
    return { reason: 'nothing that it meets must hold a certain word or sign, so it would be asked of every sentence' };
  if (pattern['not-before'] !== undefined) checkRegex(pattern['not-before']);
  const tried = follows === undefined ? samples : makeSamples(tree);
  const marks = createTrial(pattern);
  const shown = tried.filter((sample) => TRIES.some((frame) => marks(frame(sample))));
  if (shown.length === 0) return { reason: ACROSS };
  return { pattern, samples: spread(shown) };
}

/** Tells whether a pattern marks anything in the sentences of a text. */
function createTrial({ regex, 'not-before': notBefore }: WrittenRegex): (text: string) => boolean {
  const find = createRegexSearch({ regex, words: [], ...(notBefore !== undefined && { notBefore }) });
  return (text) => splitSentences(text).some(({ start, end }) => find(text.slice(start, end)).length > 0);
}

/** A few of many, from all over. */
function spread(texts: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(texts.length / 4));
  return texts.filter((_, at) => at % step === 0).slice(0, 4);
}
