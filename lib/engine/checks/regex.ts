import { RE2JS } from 're2js';
import type { CompiledPattern } from '../pack.ts';
import type { Span } from '../types.ts';

/** UTF-16 units; no sentence is longer, and what comes from elsewhere is not looked at. */
const LONGEST = 2000;
/** Of one expression in a sentence. */
const MOST_MATCHES = 50;

/**
 * Makes what finds a pattern's regular expression in a sentence, in linear time. A group named `mark` is what is marked;
 * without one the whole match is, without the space around it. Compiled when first asked for.
 *
 * @throws {RE2JSException} when asked, for an expression that `lib/packs` would have refused
 */
export function createRegexSearch(pattern: CompiledPattern & { regex: string }): (text: string) => Span[] {
  let search: ((text: string) => Span[]) | undefined;
  return (text) => {
    if (text.length > LONGEST) return [];
    search ??= compile(pattern);
    return search(text);
  };
}

function compile({ regex, notBefore, without, moreThan = 0 }: CompiledPattern & { regex: string }) {
  const found = RE2JS.compile(regex, RE2JS.LOOKBEHINDS);
  const follows = notBefore === undefined ? undefined : RE2JS.compile(`^(?:${notBefore})`, RE2JS.LOOKBEHINDS);
  const clears = without === undefined ? undefined : RE2JS.compile(without, RE2JS.LOOKBEHINDS);
  const group = Object.hasOwn(found.namedGroups(), 'mark') ? 'mark' : 0;

  return (text: string): Span[] => {
    if (clears?.test(text)) return [];
    const spans: Span[] = [];
    const matcher = found.matcher(text);
    for (let count = 0; count < MOST_MATCHES && matcher.find(); count++) {
      const [start, end] = [matcher.start(group), matcher.end(group)];
      if (start >= 0 && !follows?.test(text.slice(end))) spans.push(trim(text, start, end));
    }
    const told = spans.filter((span) => span.end > span.start);
    return moreThan === 0 ? told : told.slice(moreThan, moreThan + 1);
  };
}

function trim(text: string, start: number, end: number): Span {
  const marked = text.slice(start, end);
  return { start: end - marked.trimStart().length, end: start + marked.trimEnd().length };
}
