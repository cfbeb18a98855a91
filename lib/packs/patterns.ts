import type { CompiledPattern } from '../engine/pack.ts';
import { checkRegex, deriveSigns } from './regex/check.ts';
import { RegexError } from './regex/tree.ts';
import type { PatternSource, RuleSource } from './schema.ts';
import type { PackError } from './yaml.ts';

type Fault = (path: readonly PropertyKey[], message: string) => PackError;

/** Only beside `regex`. */
const OF_REGEX = ['not-before', 'without', 'more-than'] as const;

/**
 * Compiles one pattern of a rule.
 *
 * @param fault makes a fault at a place within the pattern
 * @param readPhrase gives a phrase back when it can be read
 * @throws {PackError} for what cannot be read, grows too large, or has nothing that opens it
 */
export function compilePattern(
  source: PatternSource,
  fault: Fault,
  readPhrase: (written: string, path: readonly PropertyKey[]) => string,
): CompiledPattern {
  const { match, regex } = source;
  const words = (source.words ?? []).map((written, at) => readPhrase(written, ['words', at]));
  if (match !== undefined && regex !== undefined)
    throw fault(['regex'], 'a pattern is a "match" or a "regex", not both');
  const instead = source.instead === undefined ? {} : { instead: toList(source.instead) };
  if (regex !== undefined) return { ...compileRegex(source, regex, fault), words, ...instead };
  if (match === undefined) throw fault([], 'a pattern has neither "match" nor "regex"');
  const other = OF_REGEX.find((key) => source[key] !== undefined);
  if (other) throw fault([other], `"${other}" stands beside "regex" only`);
  if (words.length === 0) throw fault([], '"match" needs "words": phrases that open it');
  if (match.includes('/'))
    throw fault(['match'], 'regular expressions (/…/) are refused: use words, tags and captures, or "regex"');
  return { match, words, ...instead };
}

/** One or several ways to say it instead, as a list. */
export function toList(instead: RuleSource['instead'][string]): string[] {
  return Array.isArray(instead) ? instead : [instead];
}

function compileRegex(source: PatternSource, regex: string, fault: Fault): Omit<CompiledPattern, 'words'> {
  const { 'not-before': notBefore, without, 'more-than': moreThan } = source;
  const read = <Read>(key: keyof PatternSource, make: () => Read): Read => {
    try {
      return make();
    } catch (error) {
      if (error instanceof RegexError) throw fault([key], error.message);
      throw error;
    }
  };
  const tree = read('regex', () => checkRegex(regex));
  if (notBefore !== undefined) read('not-before', () => checkRegex(notBefore));
  if (without !== undefined) read('without', () => checkRegex(without));
  return {
    regex,
    ...(!source.words && { signs: read('regex', () => deriveSigns(tree)) }),
    ...(notBefore !== undefined && { notBefore }),
    ...(without !== undefined && { without }),
    ...(moreThan !== undefined && { moreThan }),
  };
}
