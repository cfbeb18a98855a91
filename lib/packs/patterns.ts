import type { CompiledPattern } from '../engine/pack.ts';
import type { Refuse } from './refuse.ts';
import { checkRegex, deriveSigns } from './regex/check.ts';
import { RegexError } from './regex/tree.ts';
import type { PatternSource, RuleSource } from './schema.ts';

/** Only beside `regex`. */
const OF_REGEX = ['not-before', 'without', 'more-than'] as const;

/**
 * Compiles one pattern of a rule. What cannot be read, grows too large, or has nothing that opens it, is refused.
 *
 * @param refuse takes note of a fault at a place within the pattern
 * @param readPhrase gives a phrase back, and refuses one that cannot be read
 */
export function compilePattern(
  source: PatternSource,
  refuse: Refuse,
  readPhrase: (written: string, path: readonly PropertyKey[]) => string,
): CompiledPattern {
  const { match, regex } = source;
  const words = (source.words ?? []).map((written, at) => readPhrase(written, ['words', at]));
  if (match !== undefined && regex !== undefined) refuse(['regex'], 'a pattern is a "match" or a "regex", not both');
  const instead = source.instead === undefined ? {} : { instead: toList(source.instead) };
  if (regex !== undefined) return { ...compileRegex(source, regex, refuse), words, ...instead };
  if (match === undefined) {
    refuse([], 'a pattern has neither "match" nor "regex"');
    return { words };
  }
  const other = OF_REGEX.find((key) => source[key] !== undefined);
  if (other) refuse([other], `"${other}" stands beside "regex" only`, true);
  if (words.length === 0) refuse([], '"match" needs "words": phrases that open it');
  if (match.includes('/'))
    refuse(['match'], 'regular expressions (/…/) are refused: use words, tags and captures, or "regex"');
  return { match, words, ...instead };
}

/** One or several ways to say it instead, as a list. */
export function toList(instead: RuleSource['instead'][string]): string[] {
  return Array.isArray(instead) ? instead : [instead];
}

function compileRegex(source: PatternSource, regex: string, refuse: Refuse): Omit<CompiledPattern, 'words'> {
  const { 'not-before': notBefore, without, 'more-than': moreThan } = source;
  const read = <Read>(key: keyof PatternSource, make: () => Read): Read | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      refuse([key], error.message);
      return undefined;
    }
  };
  const tree = read('regex', () => checkRegex(regex));
  if (notBefore !== undefined) read('not-before', () => checkRegex(notBefore));
  if (without !== undefined) read('without', () => checkRegex(without));
  const signs = tree && !source.words ? read('regex', () => deriveSigns(tree)) : undefined;
  return {
    regex,
    ...(signs && { signs }),
    ...(notBefore !== undefined && { notBefore }),
    ...(without !== undefined && { without }),
    ...(moreThan !== undefined && { moreThan }),
  };
}
