import type { Span } from '../engine/types.ts';
import { isBlock, isPreformatted as isPre } from './blocks.ts';
import type { Block, Place } from './editor.ts';
import { blotPlaceholders, FILLER, OBJECT } from './words.ts';

/** A stretch of a block's text and the node that shows it. An element stands for one U+FFFC. */
export interface Piece {
  readonly node: Text | Element;
  /** Offset within the text node. */
  readonly from: number;
  /** Offset within the block's text. */
  readonly start: number;
  readonly length: number;
}

export interface Paragraph extends Block {
  readonly pieces: readonly Piece[];
}

export interface Paragraphs {
  /** The paragraphs in order. Reads only containers that changed since the last call. */
  read(): readonly Paragraph[];
  /** Where a place of the document is; undefined outside the agent's words. */
  locate(node: Node, offset: number): { block: Paragraph; offset: number } | undefined;
  /** For a place outside the words: the end of those before it, else the start of those after it. */
  findNear(place: Place): { block: Paragraph; offset: number } | undefined;
}

/** Never the agent's own prose, whatever the desk. */
const EXCLUDED =
  '[contenteditable="false"], blockquote, pre, code, kbd, samp, script, style, svg, math, select, button, [hidden], [aria-hidden="true"]';

/**
 * Reads an editor's document as paragraphs: a block element's runs of text, parted by line breaks. What an element holds is
 * kept until a mutation below it; a change costs the element around it and a walk over the list.
 */
export function createParagraphs(
  root: HTMLElement,
  excluded: readonly string[] = [],
  onChange?: () => void,
  signal?: AbortSignal,
) {
  const skip = [EXCLUDED, ...excluded].join();
  const isPreformatted = isPre(root);
  const contents = new WeakMap<Element, Item[]>();
  const dirty = new Set<Element>([root]);
  const added = new Set<Node>();
  let list: Paragraph[] = [];
  let nextId = 1;

  // Not `input`: a listener of ours there would have CKEditor do its work in the midst of the browser's, at twice the cost.
  const observer = new MutationObserver((records) => {
    take(records);
    onChange?.();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal?.addEventListener('abort', () => observer.disconnect(), { once: true });

  function take(records: MutationRecord[]): void {
    for (const { target, addedNodes } of records) {
      dirty.add(getContainer(target));
      // What was away may have changed unseen.
      for (const node of addedNodes) added.add(node);
    }
  }

  function getContainer(node: Node): Element {
    let at: Node | null = node;
    while (at && at !== root && !(isElement(at) && isBlock(at))) at = at.parentNode;
    return (at as Element | null) ?? root;
  }

  function readContainer(container: Element): void {
    const before = (contents.get(container) ?? []).filter(isParagraph);
    const byNode = new Map(before.map((line) => [line.pieces[0]?.node, line]));
    const taken = new Set<number>();
    const items: Item[] = [];
    let pieces: Piece[] = [];
    let text = '';

    const push = (node: Text | Element, from: number, words: string) => {
      if (words) pieces.push({ node, from, start: text.length, length: words.length });
      text += words;
    };
    const end = () => {
      if (/\S/.test(text)) {
        const same = byNode.get(pieces[0]?.node) ?? before[taken.size];
        const old = same && !taken.has(same.id) ? same : undefined;
        const words = blotPlaceholders(text);
        const isKept = old?.text === words && isSame(old.pieces, pieces);
        const line = isKept ? old : { id: old?.id ?? nextId++, text: words, pieces };
        taken.add(line.id);
        items.push(line);
      }
      pieces = [];
      text = '';
    };
    const visit = (parent: Element) => {
      for (let child = parent.firstChild; child; child = child.nextSibling) {
        if (isText(child)) {
          for (const { from, words } of cut(child.data, isPreformatted)) {
            if (words === '\n') end();
            else push(child, from, words);
          }
        } else if (isElement(child)) {
          if (child.tagName === 'BR') end();
          else if (isBlock(child)) {
            end();
            if (!child.matches(skip)) items.push(child);
          } else if (child.matches(skip) || child.tagName === 'IMG') push(child, 0, OBJECT);
          else visit(child);
        }
      }
    };
    visit(container);
    end();
    contents.set(container, items);
  }

  function collect(container: Element, into: Paragraph[], isAdded: boolean): void {
    if (isAdded || dirty.has(container) || !contents.has(container)) readContainer(container);
    for (const item of contents.get(container) ?? []) {
      if (isParagraph(item)) into.push(item);
      else collect(item, into, isAdded || added.has(item));
    }
  }

  /** After most keys one paragraph reads otherwise and all else stays: then nothing is walked. False where more has changed. */
  function patch(): boolean {
    if (added.size > 0) return false;
    const next = [...list];
    for (const container of dirty) {
      const before = contents.get(container);
      if (!before) return false;
      readContainer(container);
      const after = contents.get(container) ?? [];
      if (after.length !== before.length) return false;
      for (const [index, item] of after.entries()) {
        const old = before[index];
        if (item === old) continue;
        const at = old && isParagraph(item) ? next.indexOf(old as Paragraph) : -1;
        if (at < 0) return false;
        next[at] = item as Paragraph;
      }
    }
    list = next;
    return true;
  }

  return {
    read() {
      take(observer.takeRecords());
      if (dirty.size === 0) return list;
      if (!patch()) {
        list = [];
        collect(root, list, false);
      }
      dirty.clear();
      added.clear();
      return list;
    },
    locate(node, offset) {
      const place = isText(node) ? { node, offset } : findLeaf(node, offset);
      if (!place) return undefined;
      for (const block of contents.get(getContainer(place.node))?.filter(isParagraph) ?? []) {
        for (const piece of block.pieces) {
          const inside = place.offset - piece.from;
          const isHere = piece.node === place.node && inside >= 0 && inside <= piece.length;
          if (isHere) return { block, offset: piece.start + inside };
        }
      }
      return undefined;
    },
    findNear(place) {
      const end = root.ownerDocument.createRange();
      end.setStart(place.node, place.offset);
      const isBefore = ({ node, from }: Piece) => end.comparePoint(node, isText(node) ? from : 0) <= 0;
      const block = list.findLast(({ pieces }) => pieces[0] && isBefore(pieces[0]));
      const piece = block?.pieces.findLast(isBefore);
      if (block && piece) return { block, offset: piece.start + piece.length };
      return list[0] && { block: list[0], offset: 0 };
    },
  } satisfies Paragraphs;
}

/** Both ends of a span in the document, or undefined when its nodes have gone since the block was read. */
export function getPlace(block: Paragraph, { start, end }: Span): StaticRangeInit | undefined {
  const first = block.pieces.find((piece) => start < piece.start + piece.length) ?? block.pieces.at(-1);
  const last = block.pieces.findLast((piece) => end > piece.start) ?? block.pieces[0];
  if (!first?.node.isConnected || !last?.node.isConnected) return undefined;
  const [startContainer, startOffset] = isText(first.node)
    ? [first.node, first.from + start - first.start]
    : getSide(first.node, start > first.start ? 1 : 0);
  if (start === end) return { startContainer, startOffset, endContainer: startContainer, endOffset: startOffset };
  const [endContainer, endOffset] = isText(last.node)
    ? [last.node, last.from + end - last.start]
    : getSide(last.node, 1);
  return { startContainer, startOffset, endContainer, endOffset };
}

/** The place before an element, or after it. */
function getSide(element: Element, by: 0 | 1): [Node, number] {
  const parent = element.parentNode as Node;
  return [parent, [...parent.childNodes].indexOf(element) + by];
}

/** The document range of a span, or undefined when its nodes have changed since the block was read. */
export function getRange(block: Paragraph, span: Span): Range | undefined {
  const place = getPlace(block, span);
  return place && createRange(place);
}

/** Undefined when a node has become shorter than the place says: its block is out of date. */
export function createRange({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit) {
  const range = (startContainer.ownerDocument as Document).createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return undefined;
  }
  return range;
}

/** Parts a text node's data into words, line feeds and the editor's own fillers, which are left out. */
function cut(data: string, isPreformatted: boolean): { from: number; words: string }[] {
  const plain = data.replace(isPreformatted ? /[\u00A0\t\r]/g : /[\u00A0\t\r\n]/g, ' ');
  if (!FILLER.test(plain) && !(isPreformatted && plain.includes('\n'))) return [{ from: 0, words: plain }];
  const parts: { from: number; words: string }[] = [];
  let from = 0;
  for (const words of plain.split(/(\u2060{7}|[\u200B\uFEFF]|\n)/)) {
    const isFiller = FILLER.test(words);
    if (words && !isFiller) parts.push({ from, words });
    from += words.length;
  }
  return parts;
}

/** The text node next to a place between nodes: what stands before it first. */
function findLeaf(node: Node, offset: number): { node: Node; offset: number } | undefined {
  const before = node.childNodes[offset - 1];
  const left = before && findText(before, 'lastChild');
  if (left) return { node: left, offset: left.length };
  const after = node.childNodes[offset];
  const right = after && findText(after, 'firstChild');
  return right && { node: right, offset: 0 };
}

function findText(node: Node, side: 'firstChild' | 'lastChild'): Text | undefined {
  let at: Node | null = node;
  while (at && !isText(at)) at = at[side];
  return at ?? undefined;
}

function isSame(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (piece, index) =>
        piece.node === b[index]?.node && piece.from === b[index].from && piece.length === b[index].length,
    )
  );
}

type Item = Paragraph | Element;

const isParagraph = (item: Item): item is Paragraph => 'pieces' in item;
const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;
