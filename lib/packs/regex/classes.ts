import { type Node, RegexError } from './tree.ts';

/** A class is listed up to this size; a larger one may be nearly anything. */
const MOST_LISTED = 40;

type Char = Node & { kind: 'char' };

const DIGITS = [...'0123456789'];
const SPACES = [' ', '\t', '\n', '\r', '\f'];
const CONTROLS: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', a: '\x07' };

/** What follows a backslash, as one character or a class. */
export function readEscape(source: string, at: number): { node: Char; end: number } {
  const char = source[at];
  if (char === undefined) throw new RegexError('a backslash ends the expression', at - 1);
  if (char === 'd') return { node: { kind: 'char', of: DIGITS }, end: at + 1 };
  if (char === 's') return { node: { kind: 'char', of: SPACES, shape: 'space' }, end: at + 1 };
  if (char === 'w') return { node: { kind: 'char', of: undefined, shape: 'word' }, end: at + 1 };
  if ('DSWC'.includes(char)) return { node: { kind: 'char', of: undefined }, end: at + 1 };
  if (char === 'p' || char === 'P') return { node: { kind: 'char', of: undefined }, end: endOfProperty(source, at) };
  const coded = /^x(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/.exec(source.slice(at, at + 12));
  if (coded) {
    const point = Number.parseInt((coded[1] ?? coded[2]) as string, 16);
    if (point > 0x10ffff) throw new RegexError(`no character has the number ${coded[1]}`, at);
    return { node: { kind: 'char', of: [String.fromCodePoint(point)] }, end: at + coded[0].length };
  }
  if (/[1-9]/.test(char)) throw new RegexError(`a back-reference (\\${char}) has no linear-time engine`, at - 1);
  const control = CONTROLS[char];
  if (control) return { node: { kind: 'char', of: [control] }, end: at + 1 };
  if (/[a-zA-Z0-9]/.test(char)) throw new RegexError(`"\\${char}" has no meaning`, at - 1);
  return { node: { kind: 'char', of: [char] }, end: at + 1 };
}

function endOfProperty(source: string, at: number): number {
  if (source[at + 1] !== '{') return at + 2;
  const close = source.indexOf('}', at);
  if (close < 0) throw new RegexError('"{" is never closed', at + 1);
  return close + 1;
}

/** A class in square brackets, from behind its "[". */
export function readClass(source: string, start: number): { node: Char; end: number } {
  let at = start;
  const negated = source[at] === '^';
  if (negated) at++;
  const listed = new Set<string>();
  let isOpen = negated;
  let shapes = 0;
  let pieces = 0;
  for (let first = true; first || source[at] !== ']'; first = false) {
    if (source[at] === undefined) throw new RegexError('"[" is never closed', start - 1);
    const low = readMember(source, at);
    at = low.end;
    pieces++;
    if (low.node.shape === 'space') shapes++;
    const [from] = low.node.of ?? [];
    if (source[at] === '-' && source[at + 1] !== ']' && low.node.of?.length === 1 && source[at + 1] !== undefined) {
      const high = readMember(source, at + 1);
      at = high.end;
      const [to] = high.node.of ?? [];
      if (high.node.of?.length !== 1) throw new RegexError('a range ends in one character', at);
      const [low16, high16] = [from?.codePointAt(0) ?? 0, to?.codePointAt(0) ?? 0];
      if (high16 < low16) throw new RegexError(`the range "${from}-${to}" runs backwards`, at);
      if (high16 - low16 > MOST_LISTED) isOpen = true;
      else for (let point = low16; point <= high16; point++) listed.add(String.fromCodePoint(point));
    } else if (low.node.of) for (const one of low.node.of) listed.add(one);
    else isOpen = true;
  }
  const of = isOpen || listed.size > MOST_LISTED ? undefined : [...listed];
  return { node: { kind: 'char', of, ...(shapes === pieces && !negated && { shape: 'space' as const }) }, end: at + 1 };
}

function readMember(source: string, at: number): { node: Char; end: number } {
  if (source.startsWith('[:', at)) {
    const close = source.indexOf(':]', at);
    if (close > 0) return { node: { kind: 'char', of: undefined }, end: close + 2 };
  }
  if (source[at] === '\\') return readEscape(source, at + 1);
  const char = String.fromCodePoint(source.codePointAt(at) as number);
  return { node: { kind: 'char', of: [char] }, end: at + char.length };
}
