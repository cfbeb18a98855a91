import { autoUpdate, getOverflowAncestors } from '@floating-ui/dom';
import type { Block, Mark, Marks } from './editor.ts';
import { findLayer } from './layer.ts';
import style from './mirror.css?inline';

/** Text styles that decide where a word stands. */
const COPIED = [
  'direction',
  'fontFamily',
  'fontFeatureSettings',
  'fontKerning',
  'fontOpticalSizing',
  'fontSize',
  'fontSizeAdjust',
  'fontStretch',
  'fontStyle',
  'fontVariant',
  'fontVariationSettings',
  'fontWeight',
  'letterSpacing',
  'lineBreak',
  'lineHeight',
  'overflowWrap',
  'paddingBottom',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
  'tabSize',
  'textAlign',
  'textIndent',
  'textRendering',
  'textTransform',
  'unicodeBidi',
  'whiteSpace',
  'wordBreak',
  'wordSpacing',
  'writingMode',
] as const;

export interface Mirror extends Marks {
  rects(block: Block, span: { start: number; end: number }): DOMRect[];
}

/**
 * A textarea takes no highlights: a copy of its lines lies over it, unseen but for the marks. One element a line, and only
 * changed lines are written.
 */
export function createMirror(area: HTMLTextAreaElement, signal: AbortSignal): Mirror {
  const host = area.ownerDocument.createElement('cando-mirror');
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const text = area.ownerDocument.createElement('div');
  root.append(text);

  const rows = new Map<number, { element: HTMLElement; block: Block | undefined }>();
  let order: readonly Block[] = [];
  let stop: (() => void) | undefined;

  const follow = () => {
    const box = area.getBoundingClientRect();
    const { scrollX, scrollY } = window;
    const isShown = box.width > 0 && box.height > 0;
    host.hidden = !isShown;
    if (!isShown) return;
    // Inside the border, without the scrollbar.
    host.style.left = `${box.left + scrollX + area.clientLeft}px`;
    host.style.top = `${box.top + scrollY + area.clientTop}px`;
    host.style.width = `${area.clientWidth}px`;
    host.style.height = `${area.clientHeight}px`;
    host.style.clipPath = getClip(area, box);
    scroll();
  };
  const scroll = () => {
    text.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
  };
  const dress = () => {
    const computed = getComputedStyle(area);
    for (const name of COPIED) text.style[name] = computed[name];
    follow();
  };

  function show(): void {
    if (host.isConnected) return;
    const { parent, zIndex } = findLayer(area);
    host.style.zIndex = zIndex;
    parent.append(host);
    dress();
    stop = autoUpdate(area, host, follow);
    area.addEventListener('scroll', scroll, { signal, passive: true });
    // Zoom arrives as a resize, a late font as an event of its own; both move words.
    window.addEventListener('resize', dress, { signal });
    area.ownerDocument.fonts?.addEventListener('loadingdone', dress, { signal });
  }
  signal.addEventListener(
    'abort',
    () => {
      stop?.();
      host.remove();
    },
    { once: true },
  );

  function getRow(id: number): { element: HTMLElement; block: Block | undefined } {
    const row = rows.get(id) ?? { element: area.ownerDocument.createElement('div'), block: undefined };
    rows.set(id, row);
    return row;
  }

  /**
   * Text, mark, text, mark, text: nodes stay and their data changes, for in Chromium nodes that come or go, anywhere, cut the
   * textarea's undo into single keys.
   */
  function write(block: Block, marks: readonly Mark[]): void {
    const row = getRow(block.id);
    row.block = block;
    const raw = getRaw(block);
    const { childNodes } = row.element;
    let at = 0;
    let index = 0;
    const put = (words: string) => {
      const node = childNodes[index++] ?? row.element.appendChild(new Text());
      if ((node as Text).data !== words) (node as Text).data = words;
    };
    for (const { span, severity } of marks) {
      if (span.start < at) continue;
      put(raw.slice(at, span.start));
      const mark = (childNodes[index++] ?? row.element.appendChild(createMark())) as HTMLElement;
      const words = raw.slice(span.start, span.end);
      if (mark.className !== severity) mark.className = severity;
      if (mark.textContent !== words) (mark.firstChild as Text).data = words;
      at = span.end;
    }
    // An empty line is as high as a full one.
    put(raw.slice(at) || (at === 0 ? '\u200B' : ''));
    while (childNodes.length > index) row.element.lastChild?.remove();
  }

  function createMark(): HTMLElement {
    const mark = area.ownerDocument.createElement('mark');
    mark.append(new Text());
    return mark;
  }

  /** Puts the rows into the order of the lines, touching only those that are new or gone. */
  function arrange(blocks: readonly Block[]): void {
    const ids = new Set(blocks.map((block) => block.id));
    for (const [id, { element }] of rows) {
      if (ids.has(id)) continue;
      element.remove();
      rows.delete(id);
    }
    let next: Element | null = text.firstElementChild;
    for (const { id } of blocks) {
      const { element } = getRow(id);
      if (element === next) next = next.nextElementSibling;
      else text.insertBefore(element, next);
    }
  }

  return {
    draw(blocks, changed) {
      host.style.visibility = '';
      for (const marks of changed.values()) if (marks.length > 0) show();
      for (const block of blocks) {
        const marks = changed.get(block);
        if (marks || rows.get(block.id)?.block !== block) write(block, marks ?? []);
      }
      if (blocks !== order) arrange(blocks);
      order = blocks;
      scroll();
    },
    hold() {
      host.style.visibility = 'hidden';
    },
    rects(block, { start, end }) {
      const row = rows.get(block.id);
      if (row?.block !== block || !host.isConnected) return [];
      const range = area.ownerDocument.createRange();
      range.setStart(...findPlace(row.element, start));
      range.setEnd(...findPlace(row.element, end));
      return [...range.getClientRects()].filter((rect) => rect.width > 0);
    },
  };
}

/** As typed: placeholders are blotted out for the checker only. */
function getRaw(block: Block): string {
  return (block as Block & { raw?: string }).raw ?? block.text;
}

function findPlace(row: Element, offset: number): [Node, number] {
  let left = offset;
  for (const child of row.childNodes) {
    const node = child.nodeType === 3 ? child : (child.firstChild as Node);
    const length = (node as Text).data.length;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [row, row.childNodes.length];
}

/** What scrolling elements around the textarea cut off, as a clip of the mirror. */
function getClip(area: Element, box: DOMRect): string {
  let { top, right, bottom, left } = box;
  for (const ancestor of getOverflowAncestors(area)) {
    if (!(ancestor instanceof Element) || ancestor === area || ancestor === area.ownerDocument.documentElement)
      continue;
    const clip = ancestor.getBoundingClientRect();
    top = Math.max(top, clip.top);
    left = Math.max(left, clip.left);
    right = Math.min(right, clip.right);
    bottom = Math.min(bottom, clip.bottom);
  }
  const cut = [top - box.top, box.right - right, box.bottom - bottom, left - box.left];
  return cut.some((edge) => edge > 0) ? `inset(${cut.map((edge) => `${Math.max(0, edge)}px`).join(' ')})` : 'none';
}
