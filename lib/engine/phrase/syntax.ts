import { expand } from '../text/contractions.ts';
import { splitWords } from '../text/words.ts';
import type { Lists } from './lists.ts';

/**
 * The phrase language, as data. A phrase reads like the sentence it meets:
 *
 * - `can not ship`      these words, blind to case, contraction and curly quotes ("can't", "cannot", "cant")
 * - `really?`           may be there
 * - `(a|b c)`           one of these
 * - `{we}`              one of a word list; `{#ing}` one of the built-in word classes
 * - `...` `...3`        up to eight (three) words of the same clause
 * - `^` `$`             the sentence starts, ends here
 * - `<we can not> ship` only the part in angle brackets is marked
 *
 * There are no regular expressions in it, so nothing can run away.
 */
export type PhraseNode =
  /** One word, which is any of these. */
  | { word: string[] }
  | { list: string }
  | { kind: WordClass }
  | { gap: number }
  | { all: PhraseNode[] }
  | { any: PhraseNode[] }
  | { maybe: PhraseNode }
  | { mark: PhraseNode };

/** Classes of words that no list can hold; told by the word's shape alone. */
export type WordClass = 'ing' | 'ed' | 'number' | 'word';
const CLASSES = new Set<string>(['ing', 'ed', 'number', 'word']);

export interface Phrase {
  node: PhraseNode;
  atStart?: true;
  atEnd?: true;
}

export const DEFAULT_GAP = 8;
const MAX_GAP = 16;
const MAX_DEPTH = 12;
/** UTF-16 units, with word lists written out in it. */
const MAX_LENGTH = 10_000;

/** A phrase that cannot be read; `at` is the UTF-16 offset in the phrase. */
export class PhraseError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'PhraseError';
    this.at = at;
  }
}

/**
 * Reads a phrase.
 *
 * @param lists the word lists that may be used
 * @throws {PhraseError} when it cannot be read, with what was found and where
 */
export function parsePhrase(source: string, lists: Pick<Lists, 'has'>): Phrase {
  if (source.length > MAX_LENGTH)
    throw new PhraseError(`a phrase of ${source.length} characters; at most ${MAX_LENGTH}`, 0);
  const reader = new Reader(source, lists);
  const phrase = reader.phrase();
  if (!hasWord(phrase.node)) throw new PhraseError('a phrase needs at least one word that must be there', 0);
  return phrase;
}

function hasWord(node: PhraseNode): boolean {
  if ('word' in node || 'list' in node) return true;
  if ('all' in node) return node.all.some(hasWord);
  if ('any' in node) return node.any.every(hasWord);
  return 'mark' in node && hasWord(node.mark);
}

/** Up to what has a meaning of its own: brackets, a mark, a space, a gap. */
const WORDS = /(?:(?!\.\.\.)[^ \t\n<>(){}|?$^])+/y;
const PLAIN = /^[a-z]+$/;
/** Most of what a phrase holds: alternatives of one plain word each. */
const PLAIN_GROUP = /\(([a-z]+(?:\|[a-z]+)*)\)/y;

/** The words of a piece of a phrase; most are one plain word, and told apart here from contractions and the like. */
function readWords(written: string): PhraseNode[] {
  if (PLAIN.test(written) && !expand(written)) return [{ word: [written] }];
  return splitWords(written).map((word): PhraseNode => ({ word: [...word.forms] }));
}

class Reader {
  private at = 0;
  private marked = false;
  private readonly source: string;
  private readonly lists: Pick<Lists, 'has'>;
  constructor(source: string, lists: Pick<Lists, 'has'>) {
    this.source = source;
    this.lists = lists;
  }

  phrase(): Phrase {
    this.space();
    const atStart = this.take('^');
    const node = this.sequence(0, '');
    const atEnd = this.take('$');
    this.space();
    if (this.at < this.source.length) throw this.error(`"${this.source[this.at]}" has no meaning here`);
    return { node, ...(atStart && { atStart }), ...(atEnd && { atEnd }) };
  }

  private sequence(depth: number, closers: string): PhraseNode {
    if (depth > MAX_DEPTH) throw this.error('brackets are nested too deeply');
    const all: PhraseNode[] = [];
    for (;;) {
      this.space();
      const char = this.source[this.at];
      if (char === undefined || closers.includes(char) || char === '$') break;
      all.push(...this.element(depth));
    }
    if (all.length === 0) throw this.error('words are missing');
    return all.length === 1 ? (all[0] as PhraseNode) : { all };
  }

  private element(depth: number): PhraseNode[] {
    const char = this.source[this.at] as string;
    if (char === '<') return [this.mark(depth)];
    if (char === '(') return [this.optional(this.group(depth))];
    if (char === '{') return [this.optional(this.named())];
    if (this.source.startsWith('...', this.at)) return [this.gap()];
    return this.words();
  }

  private mark(depth: number): PhraseNode {
    if (this.marked) throw this.error('only one part of a phrase can be marked');
    this.marked = true;
    this.at++;
    const node = this.sequence(depth + 1, '>');
    this.expect('>');
    return { mark: node };
  }

  private group(depth: number): PhraseNode {
    PLAIN_GROUP.lastIndex = this.at;
    const words = PLAIN_GROUP.exec(this.source)?.[1]?.split('|');
    if (words && words.length > 1 && !words.some(expand)) {
      this.at = PLAIN_GROUP.lastIndex;
      return { word: words };
    }
    this.at++;
    const any = [this.sequence(depth + 1, '|)')];
    while (this.take('|')) any.push(this.sequence(depth + 1, '|)'));
    this.expect(')');
    return any.length === 1 ? (any[0] as PhraseNode) : { any };
  }

  private named(): PhraseNode {
    const close = this.source.indexOf('}', this.at);
    if (close < 0) throw this.error('"{" is never closed');
    const name = this.source.slice(this.at + 1, close);
    if (name.startsWith('#')) {
      if (!CLASSES.has(name.slice(1)))
        throw this.error(`no word class "${name}"; there are #${[...CLASSES].join(', #')}`);
      this.at = close + 1;
      return { kind: name.slice(1) as WordClass };
    }
    if (!this.lists.has(name)) throw this.error(`no word list "{${name}}"`);
    this.at = close + 1;
    return { list: name };
  }

  private gap(): PhraseNode {
    this.at += 3;
    const digits = /^\d{1,2}/.exec(this.source.slice(this.at, this.at + 2))?.[0];
    this.at += digits?.length ?? 0;
    const gap = digits === undefined ? DEFAULT_GAP : Number(digits);
    if (gap < 1 || gap > MAX_GAP) throw this.error(`a gap is of 1 to ${MAX_GAP} words`);
    return { gap };
  }

  private words(): PhraseNode[] {
    WORDS.lastIndex = this.at;
    const written = WORDS.exec(this.source)?.[0];
    if (!written) throw this.error(`"${this.source[this.at]}" has no meaning here`);
    this.at += written.length;
    const parts = readWords(written);
    if (parts.length === 0) throw this.error(`"${written}" holds no word`);
    if (this.source[this.at] !== '?') return parts;
    return [this.optional(parts.length === 1 ? (parts[0] as PhraseNode) : { all: parts })];
  }

  private optional(node: PhraseNode): PhraseNode {
    return this.take('?') ? { maybe: node } : node;
  }

  private take(char: string): true | undefined {
    if (this.source[this.at] !== char) return undefined;
    this.at++;
    return true;
  }

  private expect(char: string): void {
    if (!this.take(char)) throw this.error(`"${char}" is missing`);
  }

  private space(): void {
    while (' \t\n'.includes(this.source[this.at] ?? '.')) this.at++;
  }

  private error(message: string): PhraseError {
    return new PhraseError(message, this.at);
  }
}
