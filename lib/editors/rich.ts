import type { Span } from '../engine/types.ts';
import { dress } from './dress.ts';
import type { Block, Editor, EditorOptions, Place } from './editor.ts';
import { createHighlights } from './highlights.ts';
import type { Method, Spot } from './methods.ts';
import { createParagraphs, createRange, getPlace, getRange, type Paragraph } from './paragraphs.ts';
import { pause, replaceExactly } from './replace.ts';
import { print, readWhole } from './whole.ts';

export interface RichKind {
  kind: string;
  /** Ways to replace, best first. */
  methods: readonly Method[];
  /** The same for words of several looks; without one they are left as they are. */
  dressed?: readonly Method[];
  /** The same where words are taken out and nothing is put in their place. */
  erased: readonly Method[];
  /** Its undo would take what was typed before along with such a deletion: where there is a word before, that is written anew instead. */
  joinsDeletions?: true;
  undo(spot: Spot): void;
  /** Milliseconds in which the editor joins changes that follow each other into one undo step. */
  joins?: number;
}

/** An editor whose text is the page's own nodes. What differs between kinds is how they take a replacement and an undo. */
export function createRichEditor(element: HTMLElement, options: EditorOptions, kind: RichKind): Editor {
  let lastChange = 0;
  let isHurried = false;
  const onChange = () => {
    lastChange = performance.now();
    options.onChange();
  };
  const paragraphs = createParagraphs(element, options.excluded, onChange, options.signal);
  const root = element.getRootNode() as Document | ShadowRoot;
  const find = (block: Block) => paragraphs.read().find((one) => one.id === block.id && one.text === block.text);
  const getSpanRange = (block: Block, span: { start: number; end: number }) => getRange(block as Paragraph, span);

  const undo = async () => {
    element.focus({ preventScroll: true });
    kind.undo({ element });
    await pause(30);
  };

  return {
    kind: kind.kind,
    element,
    blocks: () => paragraphs.read(),
    caret() {
      const { focusNode, focusOffset } = getSelectionOf(root) ?? {};
      if (!focusNode || !element.contains(focusNode)) return undefined;
      paragraphs.read();
      const place = { node: focusNode, offset: focusOffset ?? 0 };
      const exact = paragraphs.locate(place.node, place.offset);
      if (exact) return exact;
      const near = paragraphs.findNear(place);
      return near && { ...near, outside: place };
    },
    selected() {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelectionOf(root) ?? {};
      if (!anchorNode || !focusNode || !element.contains(anchorNode) || !element.contains(focusNode)) return undefined;
      paragraphs.read();
      const a = paragraphs.locate(anchorNode, anchorOffset ?? 0);
      const b = paragraphs.locate(focusNode, focusOffset ?? 0);
      if (!a || a.block !== b?.block) return undefined;
      return { block: a.block, span: { start: Math.min(a.offset, b.offset), end: Math.max(a.offset, b.offset) } };
    },
    select(block, span) {
      const now = find(block);
      const range = now && getSpanRange(now, span);
      if (range) setSelection(root, range);
    },
    placeCaret({ block, offset, outside }) {
      const now = paragraphs.read().find(({ id }) => id === block.id);
      const at = Math.min(offset, now?.text.length ?? 0);
      const range = outside && element.contains(outside.node) ? collapseTo(outside) : undefined;
      const place = range ?? (now && getSpanRange(now, { start: at, end: at }));
      if (place) setSelection(root, place);
    },
    rects(block, span) {
      const range = getSpanRange(block, span);
      return range ? [...range.getClientRects()].filter((rect) => rect.width > 0) : [];
    },
    reveal(block, span) {
      const range = getSpanRange(block, span);
      const { bottom, top } = range?.getBoundingClientRect() ?? { bottom: 0, top: 0 };
      const box = element.getBoundingClientRect();
      const isSeen = top >= Math.max(0, box.top) && bottom <= Math.min(innerHeight, box.bottom);
      if (!isSeen) range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    },
    async replace(block, wanted, words, onRight, onLost) {
      // Or an undo would take the agent's last words along. Who types on is not made to wait twice.
      const wait = lastChange + (kind.joins ?? 0) - performance.now();
      if (wait > 0 && !isHurried) await pause(wait);
      const now = find(block);
      isHurried = !now;
      const { span: place, text: put } = kind.joinsDeletions
        ? widen(block, wanted, words)
        : { span: wanted, text: words };
      const dressed = now && dress(now, place, put, element);
      const methods = dressed?.text === '' ? kind.erased : dressed?.html ? kind.dressed : kind.methods;
      if (now && !(dressed && methods)) return 'would lose formatting';
      const range = now && dressed && getSpanRange(now, dressed.span);
      if (!range || !methods) return 'changed meanwhile';
      const { span, text, looks, homes, html } = dressed;
      const whole = readWhole(element, range);
      return replaceExactly({
        element,
        text,
        html,
        expected: print({
          text: whole.text.slice(0, whole.start) + text + whole.text.slice(whole.end),
          looks: [...whole.looks.slice(0, whole.start), ...looks, ...whole.looks.slice(whole.end)],
        }),
        methods,
        read: () => print(readWhole(element)),
        select() {
          const found = find(block);
          const place = found && getSpanRange(found, span);
          if (place) setSelection(root, place);
          return place && { element, range: place, homes };
        },
        undo,
        onRight() {
          // A change of our own may be read before anybody hears of it.
          lastChange = performance.now();
          onRight?.();
        },
        onLost,
      });
    },
    undo,
    marks: createHighlights((block, span) => getPlace(block as Paragraph, span), root, options.signal),
  };
}

/** With the last word before the span, where nothing is put in its place. */
function widen({ text }: Block, span: Span, words: string): { span: Span; text: string } {
  const start = words === '' ? text.slice(0, span.start).search(/[^\s\uFFFC]+\s*$/) : -1;
  return start < 0 ? { span, text: words } : { span: { ...span, start }, text: text.slice(start, span.start) };
}

function collapseTo({ node, offset }: Place): Range | undefined {
  return createRange({ startContainer: node, startOffset: offset, endContainer: node, endOffset: offset });
}

/** Chromium keeps a selection for each shadow root. */
function getSelectionOf(root: Document | ShadowRoot): Selection | null {
  const own = (root as { getSelection?: () => Selection | null }).getSelection;
  return own ? own.call(root) : (root.ownerDocument?.getSelection() ?? null);
}

function setSelection(root: Document | ShadowRoot, range: Range): void {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelectionOf(root)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}
