import type { Locator, Page } from 'playwright-core';

/** A marked word over a textarea, and how far its edges are from where the browser draws the word, in CSS pixels. */
export interface Placed {
  word: string;
  left: number;
  right: number;
  /** Not told where the word is broken into several lines. */
  middle: number;
}

/**
 * Compares marks over a textarea with the words below them: the browser is asked to select the first and the last word of each mark, in a
 * colour that nothing else has, and the picture tells where they are. Words that are scrolled out of sight are left out.
 */
export async function readPlaced(page: Page, area: Locator = page.locator('textarea')): Promise<Placed[]> {
  const placed: Placed[] = [];
  // The lines of the marks, and the count, would lie over the colour.
  await page.addStyleTag({ content: 'cando-mirror, cando-chip { opacity: 0 !important; }' });
  for (const { word, start, boxes } of await page.evaluate(readWords)) {
    await area.evaluate(selectInColour, { start, end: start + word.length });
    const picture = (await page.screenshot({ scale: 'device', caret: 'initial' })).toString('base64');
    for (const gap of await page.evaluate(measure, { picture, boxes })) placed.push({ word, ...gap });
  }
  return placed;
}

/** The widest gap of all; infinite for a word that is not where its mark is. */
export function getWidestGap(placed: readonly Placed[]): number {
  return Math.max(...placed.flatMap(({ left, right, middle }) => [left, right, middle].map(Math.abs)));
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// These run in the page: each must hold all that it needs.

/** The first and the last word of each mark that shows, with its place in the text and on the screen. */
function readWords(): { word: string; start: number; boxes: Box[] }[] {
  const mirror = document.querySelector('cando-mirror');
  if (!mirror?.shadowRoot || !mirror.checkVisibility({ visibilityProperty: true })) return [];
  const seen = mirror.getBoundingClientRect();
  const words: { word: string; start: number; boxes: Box[] }[] = [];
  let at = 0;
  for (const row of mirror.shadowRoot.firstElementChild?.children ?? []) {
    let start = at;
    for (const node of row.childNodes) {
      const text = node.textContent ?? '';
      const found = node instanceof HTMLElement && node.className ? [...text.matchAll(/\S+/g)] : [];
      const ends = found.filter((_, index) => index === 0 || index === found.length - 1);
      for (const { 0: word, index } of ends) {
        const range = document.createRange();
        range.setStart(node.firstChild as Node, index);
        range.setEnd(node.firstChild as Node, index + word.length);
        const boxes = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
          left: Math.max(left, seen.left, 0),
          right: Math.min(right, seen.right, innerWidth),
          top,
          bottom,
        }));
        // Cut off above or below, a line is not as high as it is.
        const isSeen = ({ left, right, top, bottom }: Box) =>
          right - left > 3 && top > seen.top + 3 && bottom < seen.bottom - 3;
        words.push({ word, start: start + index, boxes: boxes.filter(isSeen) });
      }
      start += text === '\u200B' ? 0 : text.length;
    }
    at = start + 1;
  }
  return words.filter(({ boxes }) => boxes.length > 0);
}

function selectInColour(element: Element, { start, end }: { start: number; end: number }): Promise<unknown> {
  const area = element as HTMLTextAreaElement;
  const { scrollTop, scrollLeft } = area;
  const { adoptedStyleSheets } = document;
  if (adoptedStyleSheets.every(({ media }) => media.mediaText !== 'screen')) {
    const sheet = new CSSStyleSheet({ media: 'screen' });
    sheet.replaceSync('::selection { background: rgb(255 0 255) !important; color: rgb(255 0 255) !important; }');
    document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
  }
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  area.scrollTo(scrollLeft, scrollTop);
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** For each box, how far the run of coloured pixels in its middle reaches. */
async function measure({ picture, boxes }: { picture: string; boxes: Box[] }): Promise<Omit<Placed, 'word'>[]> {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const { offsetLeft = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
  const dots = devicePixelRatio * scale;
  const isColoured = (x: number, y: number) => {
    const at = (y * image.width + x) * 4;
    return (data[at] ?? 0) > 240 && (data[at + 1] ?? 255) < 30 && (data[at + 2] ?? 0) > 240;
  };
  const reach = (from: number, by: 1 | -1, test: (at: number) => boolean) => {
    let at = from;
    while (test(at + by)) at += by;
    return at;
  };
  return boxes.map((box) => {
    const x = Math.floor(((box.left + box.right) / 2 - offsetLeft) * dots);
    const y = Math.floor(((box.top + box.bottom) / 2 - offsetTop) * dots);
    if (!isColoured(x, y)) return { left: Infinity, right: Infinity, middle: Infinity };
    const left = reach(x, -1, (at) => isColoured(at, y)) / dots + offsetLeft;
    const right = (reach(x, 1, (at) => isColoured(at, y)) + 1) / dots + offsetLeft;
    const [top, bottom] = [reach(y, -1, (at) => isColoured(x, at)), reach(y, 1, (at) => isColoured(x, at)) + 1];
    // Lines touch: the selection of several is as high as all of them.
    const middle = boxes.length > 1 ? 0 : (box.top + box.bottom) / 2 - ((top + bottom) / 2 / dots + offsetTop);
    return { left: box.left - left, right: box.right - right, middle };
  });
}
