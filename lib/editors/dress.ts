import type { Span } from '../engine/types.ts';
import { isBlock } from './blocks.ts';
import { findKept } from './diff.ts';
import { createLooks, findLink } from './looks.ts';
import type { Paragraph } from './paragraphs.ts';

/** What of an inline element goes along when its words are written anew. */
const KEPT = /^(?:href|style|class|color|face|size|title|target|rel|lang|dir)$/;

export interface Dress {
  span: Span;
  text: string;
  /** How each UTF-16 unit of the new words is to look. */
  looks: string[];
  /** The element whose look it takes. */
  homes: Element[];
  /** The new words with their elements, where they look different from each other or from what is typed there. */
  html?: string;
}

/**
 * How new words are to look in the place of a span: a word that stays keeps its look, new words take that of the words which
 * they replace, or else of their neighbours. Undefined where a link would be lost.
 */
export function dress(block: Paragraph, span: Span, text: string, root: Element): Dress | undefined {
  const getLook = createLooks(root);
  const all = listHomes(block);
  const old = all.slice(span.start, span.end);
  const homes = findHomes(block.text, span, text, all, getLook);
  const rest = [...all.slice(0, span.start), ...homes, ...all.slice(span.end)];
  const findAll = (some: typeof all) => new Set(some.map((home) => home && findLink(home, root)));
  const stay = findAll(rest).add(undefined);
  if ([...findAll(old)].some((link) => !stay.has(link))) return undefined;
  const looks = homes.map(getLook);
  const typed = old[0] ? getLook(old[0]) : '';
  const isPlain = looks.every((look, index) => look === typed || /\s/.test(text[index] ?? ''));
  if (isPlain) return { span, text, looks, homes };
  const back = block.text.slice(0, span.start).search(/[^\s\uFFFC]+\s*$/);
  // CKEditor dresses plain words like the first selected one: a word more, that stays, makes them plain.
  if (looks[0] !== typed && back >= 0)
    return dress(block, { ...span, start: back }, block.text.slice(back, span.start) + text, root);
  return { span, text, looks, homes, html: write(text, homes, root, getLook) };
}

/** The element around each UTF-16 unit of a block; undefined for what is not the agent's words. */
function listHomes({ text, pieces }: Paragraph): (Element | undefined)[] {
  const homes: (Element | undefined)[] = new Array(text.length).fill(undefined);
  for (const { node, start, length } of pieces) {
    if (node.nodeType === 3) homes.fill(node.parentElement ?? undefined, start, start + length);
  }
  return homes;
}

function findHomes(
  before: string,
  { start, end }: Span,
  text: string,
  all: readonly (Element | undefined)[],
  getLook: (home: Element) => string,
): Element[] {
  const isWord = (_: unknown, index: number) => /\S/.test(before[index] ?? '');
  const meet = (homes: readonly (Element | undefined)[]): Element | undefined => {
    const known = homes.filter((home) => home !== undefined);
    const [first] = known;
    if (!first || known.every((home) => getLook(home) === getLook(first))) return first;
    let at: Element | null = first;
    while (at && !known.every((home) => at?.contains(home))) at = at.parentElement;
    const look = getLook(at ?? first);
    return known.find((home) => getLook(home) === look) ?? at ?? first;
  };
  const wordsOf = (from: number, to: number) => all.slice(from, to).filter((_, index) => isWord(_, from + index));
  const homes: Element[] = [];
  let done = 0;
  let from = start;
  const fill = (to: number, until: number) => {
    const around = [wordsOf(0, from).at(-1), wordsOf(until, before.length)[0]];
    const home = meet(wordsOf(from, until)) ?? meet(around) ?? all.find((one) => one !== undefined);
    for (; home && done < to; done++) homes.push(home);
  };
  for (const kept of findKept(before.slice(start, end), text)) {
    fill(kept.after, start + kept.before);
    for (let index = 0; index < kept.length; index++) {
      const home = all[start + kept.before + index] ?? homes.at(-1);
      if (home) homes.push(home);
    }
    done = kept.after + kept.length;
    from = start + kept.before + kept.length;
  }
  fill(text.length, end);
  return homes.map((home, index) => {
    if (/\S/.test(text[index] ?? '')) return home;
    // Blanks in the midst of a link or of bold words are part of it, those beside are not.
    const right = text.slice(index).search(/\S/);
    const left = text.slice(0, index).search(/\S\s*$/);
    return (
      meet([
        left < 0 ? wordsOf(0, start).at(-1) : homes[left],
        right < 0 ? wordsOf(end, before.length)[0] : homes[index + right],
      ]) ?? home
    );
  });
}

/** Writes words with clones of their elements; no string of the page's becomes markup but by the browser's own hand. */
function write(text: string, homes: readonly Element[], root: Element, getLook: (home: Element) => string): string {
  const top = root.ownerDocument.createDocumentFragment();
  // A blank at the edge, and the first of two, would not stand.
  const words = text.replace(/^ | (?= )| $/g, '\u00A0');
  let open: { element: Element; clone: Node }[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    const home = homes[from];
    while (to < words.length && homes[to] === home) to++;
    const chain = listInline(home, root, getLook);
    const split = chain.findIndex((element, depth) => element !== open[depth]?.element);
    open = open.slice(0, split < 0 ? chain.length : split);
    for (const element of chain.slice(open.length)) {
      const clone = element.cloneNode(false) as Element;
      for (const { name } of [...clone.attributes]) if (!KEPT.test(name)) clone.removeAttribute(name);
      (open.at(-1)?.clone ?? top).appendChild(clone);
      open.push({ element, clone });
    }
    (open.at(-1)?.clone ?? top).appendChild(root.ownerDocument.createTextNode(words.slice(from, to)));
  }
  return new XMLSerializer().serializeToString(top).replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

/** The inline elements around and including one that change how it looks, the outermost first. */
function listInline(home: Element | undefined, root: Element, getLook: (home: Element) => string): Element[] {
  const chain: Element[] = [];
  for (let at = home; at && at !== root && !isBlock(at); at = at.parentElement ?? undefined) {
    if (at.parentElement && getLook(at) !== getLook(at.parentElement)) chain.unshift(at);
  }
  return chain;
}
