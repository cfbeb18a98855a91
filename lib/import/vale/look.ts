import { readRegex } from '../../packs/regex/read.ts';
import { type Node, RegexError, some } from '../../packs/regex/tree.ts';

/** An expression without the look-ahead at its end, and what that asks. */
export interface Parted {
  core: string;
  follows?: string;
  followsNot?: string;
}

/**
 * Takes the look-ahead off an expression's end: it can be said in another way. Others cannot.
 *
 * @throws {RegexError} for a look-ahead elsewhere
 */
export function partLookAhead(source: string): Parted {
  const tree = readRegex(source);
  const last = tree.kind === 'all' ? tree.nodes.at(-1) : tree;
  const ahead = last?.kind === 'look' && !last.behind ? last : undefined;
  const rest: Node = ahead && tree.kind === 'all' ? { kind: 'all', nodes: tree.nodes.slice(0, -1) } : tree;
  if (rest !== ahead && some(rest, (node) => node.kind === 'look' && !node.behind))
    throw new RegexError('it looks ahead in its midst, which no linear-time engine does', 0);
  if (!ahead) return { core: source };
  const core = source.slice(0, ahead.start - '(?='.length);
  const inside = source.slice(ahead.start, ahead.end);
  return { core, ...(ahead.negated ? { followsNot: inside } : { follows: inside }) };
}

/** Straight apostrophes meet curly ones too, as in phrases. */
export function meetQuotes(source: string): string {
  let isClass = false;
  let made = '';
  for (let at = 0; at < source.length; at++) {
    const char = source[at] as string;
    if (char === '\\') made += char + (source[++at] ?? '');
    else {
      if (char === '[' && !isClass) isClass = true;
      else if (char === ']') isClass = false;
      made += char !== "'" ? char : isClass ? "'’" : "['’]";
    }
  }
  return made;
}

/** Whatever it meets begins (ends) where the text does. */
export function isAnchored(node: Node): boolean {
  if (node.kind === 'edge') return node.at === 'start' || node.at === 'end';
  if (node.kind === 'all') return node.nodes.some(isAnchored);
  if (node.kind === 'any') return node.nodes.every(isAnchored);
  return node.kind === 'repeat' && node.min > 0 && isAnchored(node.node);
}

const STOPS = '.?!…';

/** It meets the end of a sentence, space, and a capital: nothing of that kind stands within one sentence. */
export function isAcross(node: Node): boolean {
  const parts = node.kind === 'all' ? node.nodes.flatMap((part) => (part.kind === 'all' ? part.nodes : [part])) : [];
  return parts.some((part, at) => {
    const [space, capital] = [parts[at + 1], parts[at + 2]];
    const isSpace =
      space?.kind === 'repeat' ? space.min > 0 && isOf(space.node, ' \t\n\r\f') : isOf(space, ' \t\n\r\f');
    return (
      isOf(part, STOPS) && isSpace && capital?.kind === 'char' && capital.of?.every((char) => /\p{Lu}/u.test(char))
    );
  });
}

function isOf(node: Node | undefined, chars: string): boolean {
  return node?.kind === 'char' && node.of !== undefined && node.of.every((char) => chars.includes(char));
}
