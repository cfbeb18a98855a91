import { download } from '../options/download.ts';

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
const HEAD = 32;

/**
 * Hands the user a picture of a chart, in the colours that the page has now, under its title.
 *
 * @throws when the browser draws no picture
 */
export async function savePicture(svg: SVGSVGElement, title: string, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + 2 * MARGIN + HEAD) * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const page = getComputedStyle(document.body);
  context.scale(SCALE, SCALE);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = page.color;
  context.font = `600 16px ${page.fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + 16);
  context.drawImage(await draw(svg, page.fontFamily), MARGIN, MARGIN + HEAD, width, height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!picture) throw new Error('no picture');
  download({ name, text: picture, type: picture.type });
}

async function draw(svg: SVGSVGElement, font: string): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>('*');
  for (const [index, element] of svg.querySelectorAll<SVGElement>('*').entries()) {
    const look = getComputedStyle(element);
    for (const property of LOOK) copies[index]?.setAttribute(property, look.getPropertyValue(property));
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', font);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}
