import { RE2JS } from 're2js';
import { readRegex } from './read.ts';
import { findSigns } from './signs.ts';
import { measure, type Node, RegexError, some } from './tree.ts';

const MAX_LENGTH = 1000;
/** Characters and places when repetitions are written out, and instructions when compiled. */
const MAX_SIZE = 1000;

/**
 * Reads a regular expression from outside as the grammar host will run it: RE2's syntax with look-behinds, in linear time.
 *
 * @throws {RegexError} with the reason for which it is refused
 */
export function checkRegex(source: string): Node {
  if (source.length > MAX_LENGTH)
    throw new RegexError(`is ${source.length} characters long; at most ${MAX_LENGTH}`, MAX_LENGTH);
  const tree = readRegex(source);
  if (some(tree, (node) => node.kind === 'look' && !node.behind))
    throw new RegexError('a look-ahead, (?=…) or (?!…), has no linear-time engine: see "not-before"', 0);
  if (measure(tree) > MAX_SIZE) throw new RegexError('grows too large: repeat less, or list less', 0);
  let size: number;
  try {
    size = RE2JS.compile(source, RE2JS.LOOKBEHINDS).programSize();
  } catch (error) {
    throw new RegexError(`is refused: ${(error as Error).message}`, 0);
  }
  if (size > MAX_SIZE) throw new RegexError('grows too large: repeat less, or list less', 0);
  return tree;
}

/**
 * What must stand in a sentence for the expression to meet it.
 *
 * @throws {RegexError} where nothing must
 */
export function deriveSigns(tree: Node): string[] {
  const signs = findSigns(tree);
  if (!signs)
    throw new RegexError('nothing that it meets must hold a certain word or sign: say under "words" what opens it', 0);
  return signs;
}
