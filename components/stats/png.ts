import { download } from '../options/download.ts';
import { wrap } from './wrap.ts';

/** What of a chart's look a picture outside the page needs. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'color',
];
const SCALE = 2;
const MARGIN = 16;
/** Pixels of a line of text. */
const LINE = 20;

/** What stands around the chart in its picture: alone in a slide it must say what it is. */
export interface Words {
  title: string;
  /** Above it. */
  lead: readonly string[];
  /** Below it. */
  notes: readonly string[];
}

/**
 * Hands the user a picture of a chart, in the colours that the page has now, with its words.
 *
 * @throws when the browser draws no picture
 */
export async function savePicture(svg: SVGSVGElement, { title, lead, notes }: Words, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const page = getComputedStyle(document.body);
  const fonts = { head: `600 16px ${page.fontFamily}`, text: `13px ${page.fontFamily}` };
  const wrapAll = (font: string, texts: readonly string[]) => {
    context.font = font;
    return texts.flatMap((text) => wrap(text, width, (part) => context.measureText(part).width));
  };
  const [titles, above, below] = [wrapAll(fonts.head, [title]), wrapAll(fonts.text, lead), wrapAll(fonts.text, notes)];
  const top = MARGIN + (titles.length + above.length) * LINE + LINE / 2;
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (top + height + LINE / 2 + below.length * LINE + MARGIN) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = page.color;
  let line = MARGIN;
  const write = (font: string, texts: readonly string[]) => {
    context.font = font;
    for (const text of texts) {
      line += LINE;
      context.fillText(text, MARGIN, line - 4);
    }
  };
  write(fonts.head, titles);
  write(fonts.text, above);
  context.drawImage(await draw(svg, page.fontFamily), MARGIN, top, width, height);
  line = top + height + LINE / 2;
  write(fonts.text, below);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!picture) throw new Error('no picture');
  download({ name, text: picture, type: picture.type });
}

async function draw(svg: SVGSVGElement, font: string): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // The bar at which the reader of the page stands is like any other in the picture.
  const bar = svg.querySelector('.chosen');
  bar?.classList.remove('chosen');
  const copies = copy.querySelectorAll<SVGElement>('*');
  for (const [index, element] of svg.querySelectorAll<SVGElement>('*').entries()) {
    const look = getComputedStyle(element);
    for (const property of LOOK) copies[index]?.setAttribute(property, look.getPropertyValue(property));
  }
  bar?.classList.add('chosen');
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', font);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}
