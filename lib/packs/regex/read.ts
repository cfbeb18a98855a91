import { readClass, readEscape } from './classes.ts';
import { type Node, RegexError } from './tree.ts';

const MAX_DEPTH = 30;
/** The greatest number in `{n,m}`. */
const MAX_TIMES = 100;
const QUANTIFIER = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;
/** What may follow "(?": flags, a name, a look-around. */
const OPENING = /\?(?:P?<([A-Za-z_]\w*)>|([imsU]*(?:-[imsU]+)?)([:)])|(<?[=!]))/y;

/**
 * Reads a regular expression in the syntax of RE2, and look-arounds, which the caller decides about.
 *
 * @throws {RegexError} with what was found and where
 */
export function readRegex(source: string): Node {
  return new Reader(source).whole();
}

class Reader {
  private at = 0;
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  whole(): Node {
    const node = this.choice(0);
    if (this.at < this.source.length) throw new RegexError('")" has no "("', this.at);
    return node;
  }

  private choice(depth: number): Node {
    if (depth > MAX_DEPTH) throw new RegexError('brackets are nested too deeply', this.at);
    const nodes = [this.sequence(depth)];
    while (this.source[this.at] === '|') {
      this.at++;
      nodes.push(this.sequence(depth));
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'any', nodes };
  }

  private sequence(depth: number): Node {
    const nodes: Node[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      const start = this.at;
      const node = this.atom(depth);
      if (node) nodes.push(this.repeated(node, start));
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'all', nodes };
  }

  private repeated(node: Node, start: number): Node {
    QUANTIFIER.lastIndex = this.at;
    const [written, least, comma, most] = QUANTIFIER.exec(this.source) ?? [];
    if (written === undefined) return node;
    if (node.kind === 'look') throw new RegexError('a look-around cannot be repeated', start);
    this.at += written.length;
    if (this.source[this.at] === '?') this.at++;
    else if (this.source[this.at] === '+') throw new RegexError('a possessive repetition has no meaning', this.at);
    if (least === undefined) {
      const [min, max] = written === '?' ? [0, 1] : [written === '+' ? 1 : 0, Number.POSITIVE_INFINITY];
      return { kind: 'repeat', node, min, max };
    }
    const min = Number(least);
    const max = comma === undefined ? min : most ? Number(most) : Number.POSITIVE_INFINITY;
    if (min > MAX_TIMES || (max !== Number.POSITIVE_INFINITY && max > MAX_TIMES))
      throw new RegexError(`repeats more than ${MAX_TIMES} times`, start);
    if (max < min) throw new RegexError(`"${written}" runs backwards`, start);
    return { kind: 'repeat', node, min, max };
  }

  private atom(depth: number): Node | undefined {
    const { source } = this;
    const char = String.fromCodePoint(source.codePointAt(this.at) as number);
    if (char === '(') return this.group(depth);
    if (char === '[') return this.take(readClass(source, this.at + 1));
    if (char === '\\') return this.escaped();
    if ('*+?'.includes(char)) throw new RegexError(`"${char}" repeats nothing`, this.at);
    this.at += char.length;
    if (char === '.') return { kind: 'char', of: undefined };
    if (char === '^') return { kind: 'edge', at: 'start' };
    if (char === '$') return { kind: 'edge', at: 'end' };
    return { kind: 'char', of: [char] };
  }

  private escaped(): Node | undefined {
    const next = this.source[this.at + 1];
    const place = ({ b: 'word', B: 'other', A: 'start', z: 'end' } as const)[next as 'b'];
    if (place) {
      this.at += 2;
      return { kind: 'edge', at: place };
    }
    if (next !== 'Q') return this.take(readEscape(this.source, this.at + 1));
    const close = this.source.indexOf('\\E', this.at);
    const quoted = this.source.slice(this.at + 2, close < 0 ? undefined : close);
    this.at = close < 0 ? this.source.length : close + 2;
    return { kind: 'all', nodes: [...quoted].map((char): Node => ({ kind: 'char', of: [char] })) };
  }

  private group(depth: number): Node | undefined {
    const start = this.at++;
    if (this.source[this.at] !== '?') return this.inside(depth, start);
    OPENING.lastIndex = this.at;
    const [written, , , close, look] = OPENING.exec(this.source) ?? [];
    if (written === undefined) throw new RegexError('"(?" opens nothing that is known', start);
    this.at += written.length;
    if (close === ')') return undefined;
    const from = this.at;
    const node = this.inside(depth, start);
    if (!look) return node;
    return { kind: 'look', behind: look[0] === '<', negated: look.endsWith('!'), node, start: from, end: this.at - 1 };
  }

  private inside(depth: number, start: number): Node {
    const node = this.choice(depth + 1);
    if (this.source[this.at] !== ')') throw new RegexError('"(" is never closed', start);
    this.at++;
    return node;
  }

  private take<One extends Node>({ node, end }: { node: One; end: number }): One {
    this.at = end;
    return node;
  }
}
