import type { Span } from '../engine/types.ts';
import type { Block, Mark, Marks } from './editor.ts';
import { createRange } from './paragraphs.ts';
import { watchView } from './view.ts';

export type Severity = Mark['severity'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'dot'];

/**
 * Drawn differently in line and thickness: colour alone tells nothing to some. Each colour stands out 3.5 to 1 on white and on
 * #1e1e1e alike: a desk's dark page need not say that it is dark. `mirror.css` has the same.
 */
const STYLE = `
  ::highlight(cando-error) { text-decoration: underline wavy 2px #d84c5e; }
  ::highlight(cando-warning) { text-decoration: underline dashed 2.5px #bd760a; }
  ::highlight(cando-info) { text-decoration: underline dotted 2px #2787a3; }
  ::highlight(cando-dot) { text-decoration: underline solid 3px #2787a3; }`;

const sheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();
const registered = new Map<Severity, Highlight>();

/** One highlight a severity and page, shared by all composers; taken up again when the page has cleared them. */
function getHighlight(severity: Severity): Highlight {
  const highlight = registered.get(severity) ?? new Highlight();
  registered.set(severity, highlight);
  const name = `cando-${severity}`;
  if (CSS.highlights.get(name) !== highlight) {
    // Where two overlap, the graver one is drawn.
    highlight.priority = SEVERITIES.length - SEVERITIES.indexOf(severity);
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** Again when the page has put other sheets in the place of all. */
function addStyle(root: Document | ShadowRoot): void {
  const sheet = sheets.get(root) ?? new CSSStyleSheet();
  if (root.adoptedStyleSheets.includes(sheet)) return;
  if (!sheets.has(root)) sheet.replaceSync(STYLE);
  sheets.set(root, sheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** A mark and where it is. */
interface Drawn {
  range: Range;
  severity: Severity;
  /** Around the first of its words. */
  element: Element;
  isNear: boolean;
  /** The words that it was drawn under. */
  words: string;
  /** Out of the registry until the next `draw`. */
  isHeld?: boolean;
}

/**
 * Marks by the CSS Custom Highlight API: nothing is written into the editor. Chromium paints every highlighted node anew at each
 * change of the page, so only marks on the screen, or near it, are in the registry: a key costs the same in a long draft.
 */
export function createHighlights(
  getPlace: (block: Block, span: Span) => StaticRangeInit | undefined,
  root: Document | ShadowRoot,
  signal: AbortSignal,
): Marks {
  const drawn = new Map<number, Drawn[]>();
  const wanted = new Map<number, readonly [Block, readonly Mark[]]>();
  const view = watchView(signal, (element, isNear) => {
    for (const mark of [...drawn.values()].flat()) {
      if (mark.element !== element || mark.isNear === isNear) continue;
      mark.isNear = isNear;
      if (isNear) getHighlight(mark.severity).add(mark.range);
      else registered.get(mark.severity)?.delete(mark.range);
    }
  });

  const erase = (id: number) => {
    const marks = drawn.get(id) ?? [];
    drawn.delete(id);
    for (const { range, severity, element } of marks) {
      registered.get(severity)?.delete(range);
      view.leave(element);
    }
  };
  const eraseAll = () => {
    for (const id of [...drawn.keys()]) erase(id);
  };
  signal.addEventListener('abort', eraseAll, { once: true });

  /** A page shares the registry with us, and the styles, and may clear both. */
  const restore = () => {
    addStyle(root);
    for (const [severity, { size }] of registered) {
      const highlight = getHighlight(severity);
      if (size > 0) continue;
      const marks = [...drawn.values()].flat();
      for (const mark of marks) if (mark.severity === severity && mark.isNear) highlight.add(mark.range);
    }
  };

  const paint = (block: Block, marks: readonly Mark[]) => {
    if (marks.length > 0) wanted.set(block.id, [block, marks]);
    else wanted.delete(block.id);
    const places = marks.flatMap(({ span, severity }) => {
      const place = getPlace(block, span);
      return place ? [{ place, severity }] : [];
    });
    const before = drawn.get(block.id) ?? [];
    // Ranges move with the text: after most keys each mark is where it should be.
    const isSame =
      before.length === places.length &&
      before.every(({ range, severity, isHeld }, index) => {
        const want = places[index];
        return want?.severity === severity && isAt(range, want.place) && !isHeld;
      });
    if (isSame) return;
    const near = new Map(before.map(({ element, isNear }) => [element, isNear]));
    erase(block.id);
    const fresh = places.flatMap(({ place, severity }) => {
      const range = createRange(place);
      if (!range) return [];
      const element = getElement(place.startContainer);
      // Where it is not known yet, it is shown at once.
      return [{ range, severity, element, isNear: near.get(element) ?? true, words: String(range) }];
    });
    for (const { range, severity, element, isNear } of fresh) {
      if (isNear) getHighlight(severity).add(range);
      view.join(element);
    }
    if (fresh.length > 0) drawn.set(block.id, fresh);
  };

  return {
    draw(blocks, changed) {
      if (wanted.size > 0) {
        const now = new Map(blocks.map((block) => [block.id, block]));
        for (const [id, [block, marks]] of wanted) {
          if (!now.has(id)) {
            erase(id);
            wanted.delete(id);
          }
          // The same words in the same nodes: these may have been away, as when they become bold, and their ranges stayed behind.
          else if (now.get(id) === block && !changed.has(block)) paint(block, marks);
        }
        restore();
      }
      const isFirst = drawn.size === 0;
      for (const [block, marks] of changed) paint(block, marks);
      if (isFirst && drawn.size > 0) addStyle(root);
    },
    hold() {
      // Ranges move with the text, and take up what is written within them.
      for (const mark of [...drawn.values()].flat()) {
        if (!mark.isNear || String(mark.range) === mark.words) continue;
        mark.isHeld = true;
        registered.get(mark.severity)?.delete(mark.range);
      }
    },
  };
}

function isAt(range: Range, { startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): boolean {
  return (
    range.startContainer === startContainer &&
    range.startOffset === startOffset &&
    range.endContainer === endContainer &&
    range.endOffset === endOffset
  );
}

function getElement(node: Node): Element {
  return node.nodeType === 1 ? (node as Element) : (node.parentElement as Element);
}
