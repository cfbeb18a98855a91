import { copyStyle, watchLook } from './copied-style.ts';
import type { Block, Mark, Marks } from './editor.ts';
import { type Box, findFit, findSeen } from './fit.ts';
import { findLayer } from './layer.ts';
import style from './mirror.css?inline';
import { isShown, watchPlace } from './place.ts';

/** Pixels by which heights differ that are rounded one by one. */
const ROUNDING = 2;

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
  /** Where in the textarea the part begins that is seen, in its own pixels. */
  let cut = { left: 0, top: 0 };
  let isHeld = false;
  /** Whether the copy is as high as the text: where not, its lines break elsewhere. */
  let isSure = true;

  const follow = () => {
    const parent = host.parentElement;
    if (!parent) return;
    const fit = isShown(area) ? findFit(area, parent) : undefined;
    const inside = fit && findInside(area, fit.zoom * fit.scale * fit.outerScale);
    const seen = inside && findSeen(area, inside);
    host.hidden = !seen;
    if (!seen) return;
    const { zoom, ownZoom, scale, outerScale } = fit;
    const size = zoom * scale * outerScale;
    cut = { left: (seen.left - inside.left) / size, top: (seen.top - inside.top) / size };
    Object.assign(host.style, {
      zoom: String(ownZoom),
      transform: scale === 1 ? '' : `scale(${scale})`,
      width: `${(seen.right - seen.left) / size}px`,
      height: `${(seen.bottom - seen.top) / size}px`,
    });
    text.style.width = `${(inside.right - inside.left) / size}px`;
    // Whatever the page has made of the element that it is placed in.
    const now = host.getBoundingClientRect();
    for (const side of ['left', 'top'] as const) {
      const off = (seen[side] - now[side]) / (zoom * outerScale);
      host.style[side] = `${Number.parseFloat(host.style[side] || '0') + off}px`;
    }
    scroll();
  };
  const scroll = () => {
    text.style.transform = `translate(${-area.scrollLeft - cut.left}px, ${-area.scrollTop - cut.top}px)`;
  };
  const redress = () => {
    copyStyle(area, text);
    follow();
    check();
  };
  const check = () => {
    const { clientHeight, scrollHeight } = area;
    isSure = Math.abs(Math.max(text.offsetHeight, clientHeight) - scrollHeight) <= ROUNDING;
    conceal();
  };
  const conceal = () => {
    host.style.visibility = isHeld || !isSure ? 'hidden' : '';
  };

  const size = new ResizeObserver(() => {
    check();
    if (!isSure) redress();
  });
  function show(): void {
    if (host.isConnected) return;
    const { parent, zIndex } = findLayer(area);
    host.style.zIndex = zIndex;
    parent.append(host);
    redress();
    const isFirst = !stop;
    stop?.();
    stop = watchPlace(area, host, follow);
    if (!isFirst) return;
    area.addEventListener('scroll', scroll, { signal, passive: true });
    watchLook(area, signal, redress);
    size.observe(text);
  }
  signal.addEventListener(
    'abort',
    () => {
      stop?.();
      size.disconnect();
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
      isHeld = false;
      conceal();
      // The page may have taken it away.
      const isWanted = stop !== undefined || [...changed.values()].some((marks) => marks.length > 0);
      for (const block of blocks) {
        const marks = changed.get(block);
        if (marks || rows.get(block.id)?.block !== block) write(block, marks ?? []);
      }
      if (blocks !== order) arrange(blocks);
      order = blocks;
      if (isWanted) show();
      scroll();
    },
    hold() {
      isHeld = true;
      conceal();
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

/**
 * The box inside the border and the scrollbar, on the screen; undefined where lines do not run from left to right or back.
 * @param size how large a pixel of its own is there
 */
function findInside(area: HTMLElement, size: number): Box | undefined {
  const box = area.getBoundingClientRect();
  const computed = getComputedStyle(area);
  if (computed.writingMode !== 'horizontal-tb') return undefined;
  // To the fraction: a word may just fit into its line.
  const [left, top, right, bottom] = (['Left', 'Top', 'Right', 'Bottom'] as const).map((side) =>
    Number.parseFloat(computed[`border${side}Width`]),
  ) as [number, number, number, number];
  const barWidth = getBar(area.offsetWidth - area.clientWidth - left - right);
  const barHeight = getBar(area.offsetHeight - area.clientHeight - top - bottom);
  // From right to left it stands on the left.
  const barLeft = area.clientLeft > left + ROUNDING ? barWidth : 0;
  return {
    left: box.left + (left + barLeft) * size,
    top: box.top + top * size,
    right: box.right - (right + barWidth - barLeft) * size,
    bottom: box.bottom - (bottom + barHeight) * size,
  };
}

/** What is left of rounding is no scrollbar. */
function getBar(width: number): number {
  return width > ROUNDING ? width : 0;
}
