import type { Span } from '../types.ts';
import { expand } from './contractions.ts';

/** One word as the rules see it. The parts of a contraction ("can", "not") share the span of what was written. */
export interface Word extends Span {
  /** Lower case, straight quotes; more than one where a contraction has several readings. */
  forms: readonly string[];
  /** A clause ends between this word and the one before: semicolon, colon, bracket, dash. */
  limit: boolean;
  /** A comma stands between this word and the one before. */
  comma: boolean;
  /** Written with a capital letter. */
  capital: boolean;
  /** A link, address, code, placeholder or blank: counted as a word, met by no phrase. */
  opaque: boolean;
}

const APOSTROPHES = "'’‘ʼ`´";
const LIMITS = ';:()[]—–…';
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** "16:00" is no end of a clause. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Letters and digits of ASCII, told by a table: this is asked of every character. */
const WORD_CODES = new Uint8Array(128);
for (const char of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') WORD_CODES[char.charCodeAt(0)] = 1;

function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return WORD_CODES[code] === 1;
  const char = text[at] as string;
  if (APOSTROPHES.includes(char)) return false;
  return LETTER.test(char) || (code >= 0xd800 && code <= 0xdfff && isAstralLetter(text, at));
}

/** Surrogate halves count as a letter only when the pair is one, so that an emoji never joins two words. */
function isAstralLetter(text: string, at: number): boolean {
  const start = text.charCodeAt(at) >= 0xdc00 ? at - 1 : at;
  const point = text.codePointAt(start);
  return point !== undefined && point > 0xffff && LETTER.test(String.fromCodePoint(point));
}

/** The end of a run without white space, from `start`. */
function endOfChunk(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 0xa0) at++;
  return at;
}

/** Where an opaque piece that starts here ends: a link, an address, code, a placeholder. Undefined when there is none. */
function endOfOpaque(text: string, start: number, end: number, links: boolean): number | undefined {
  const first = text[start];
  const close = first === '`' ? '`' : first === '{' ? '}' : first === '[' ? ']' : first === '<' ? '>' : undefined;
  if (close) {
    const at = text.indexOf(close, start + 1);
    if (at > start && at < end && at - start <= 80) {
      return first === '{' && text[at + 1] === '}' ? at + 2 : at + 1;
    }
    return undefined;
  }
  if (!links) return undefined;
  const previous = start > 0 ? text.charCodeAt(start - 1) : 32;
  if (previous > 32 && previous !== 0xa0 && !'("\'“‘<['.includes(text[start - 1] as string)) return undefined;
  const stop = endOfChunk(text, start, end);
  const chunk = text.slice(start, stop);
  const isLink = chunk.includes('://') || /^www\./i.test(chunk) || (chunk.includes('@') && chunk.indexOf('.') > 0);
  if (!isLink) return undefined;
  let last = stop;
  while (last > start && '.,;:!?)"\'”’'.includes(text[last - 1] as string)) last--;
  return last;
}

/**
 * Splits `text` between `start` and `end` into words. One pass, linear in the length.
 */
export function splitWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const links = text.includes('@') || text.includes('://') || /www\./i.test(text);
  let limit = false;
  let comma = false;
  let at = start;
  const push = (from: number, to: number, forms: readonly string[], opaque: boolean, capital: boolean) => {
    words.push({ start: from, end: to, forms, limit, comma, capital, opaque });
    limit = false;
    comma = false;
  };
  while (at < end) {
    const opaqueEnd = links || '`{[<'.includes(text[at] as string) ? endOfOpaque(text, at, end, links) : undefined;
    if (opaqueEnd !== undefined && opaqueEnd > at) {
      push(at, opaqueEnd, [], true, false);
      at = opaqueEnd;
      continue;
    }
    if (!isWordChar(text, at)) {
      const char = text[at] as string;
      if (char === ',') comma = true;
      else if (LIMITS.includes(char) && !(isDigit(text, at - 1) && isDigit(text, at + 1))) limit = true;
      else if (char === '-' && (text[at - 1] ?? ' ') === ' ') limit = true;
      at++;
      continue;
    }
    let to = at;
    let apostrophe = false;
    while (to < end) {
      if (isWordChar(text, to)) to++;
      else if (APOSTROPHES.includes(text[to] as string) && to + 1 < end && isWordChar(text, to + 1)) {
        apostrophe = true;
        to++;
      } else break;
    }
    pushWritten(text.slice(at, to), apostrophe, at, to, push);
    at = to;
  }
  return words;
}

type Push = (from: number, to: number, forms: readonly string[], opaque: boolean, capital: boolean) => void;

function pushWritten(written: string, apostrophe: boolean, from: number, to: number, push: Push): void {
  const lower = written.toLowerCase();
  const capital = lower.charCodeAt(0) !== written.charCodeAt(0);
  const form = apostrophe ? lower.replace(/[’‘ʼ`´]/g, "'") : lower;
  const parts = expand(form);
  if (!parts) push(from, to, [form], false, capital);
  else for (const forms of parts) push(from, to, forms, false, capital);
}
