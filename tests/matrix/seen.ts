import type { EditorMark } from './editor-box.ts';
import type { AnyBox } from './pages.ts';

/** Red, green and blue of each severity, as `lib/editors/highlights.ts` has them. */
const COLORS: Record<string, readonly [number, number, number]> = {
  error: [216, 76, 94],
  warning: [189, 118, 10],
  info: [39, 135, 163],
};

/** The words that lie between a mark's first and last pixel, wherever the mark was drawn. */
export function readUnder({ page }: AnyBox, { rects }: EditorMark): Promise<string> {
  return page.evaluate(readUnderInPage, rects);
}

/** How many pixels on the page around a mark have the colour of its severity. */
export async function countPixels({ page }: AnyBox, { rects, severity }: EditorMark): Promise<number> {
  const [{ x, y, width, height } = { x: 0, y: 0, width: 1, height: 1 }] = rects;
  const png = await page.screenshot({ clip: { x, y, width, height: height + 6 } });
  const picture = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return page.evaluate(countPixelsInPage, { picture, color: COLORS[severity] ?? [0, 0, 0] });
}

// These run in the page: each must hold all that it needs.

function readUnderInPage(rects: EditorMark['rects']): string {
  const box = window.fixture?.box as HTMLElement;
  const document = box.ownerDocument;
  const { x: left = 0, y: top = 0 } = document.defaultView?.frameElement?.getBoundingClientRect() ?? {};
  const find = (x: number, { y, height }: EditorMark['rects'][0]) =>
    document.caretPositionFromPoint(x - left, y + height / 2 - top);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return '';
  const start = find(first.x + 1, first);
  const end = find(last.x + last.width - 1, last);
  if (!start || !end) return '';
  if (box.localName === 'textarea') return (box as HTMLTextAreaElement).value.slice(start.offset, end.offset);
  const range = document.createRange();
  range.setStart(start.offsetNode, start.offset);
  range.setEnd(end.offsetNode, end.offset);
  return range.toString().replaceAll('\u00a0', ' ');
}

async function countPixelsInPage({ picture, color }: { picture: string; color: readonly number[] }): Promise<number> {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (color.every((value, index) => Math.abs((data[at + index] ?? 0) - value) < 24)) count++;
  }
  return count;
}
