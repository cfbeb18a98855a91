import { getOverflowAncestors } from '@floating-ui/dom';
import { getParent } from './layer.ts';

/** How pixels as an element's style has them stand to those of the screen. */
export interface Fit {
  /** By CSS `zoom`. */
  zoom: number;
  /** The part of it that the element has and `parent` has not. */
  ownZoom: number;
  /** By transforms between the element and `parent`, which has none of them. */
  scale: number;
  /** By those of `parent` and around it. */
  outerScale: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Undefined where the element is turned, skewed or stretched: what lies upright above it would not sit right. */
export function findFit(element: Element, parent: Element): Fit | undefined {
  let scale = 1;
  let outerScale = 1;
  let isOuter = false;
  for (let at: Element | null = element; at; at = getParent(at)) {
    isOuter ||= at === parent;
    const size = getScale(at);
    if (size === undefined) return undefined;
    if (isOuter) outerScale *= size;
    else scale *= size;
  }
  const zoom = getZoom(element);
  return { zoom, ownZoom: zoom / getZoom(parent), scale, outerScale };
}

/** What the boxes that scroll or clip around an element leave of a part of it; undefined for nothing. */
export function findSeen(element: Element, part: Box): Box | undefined {
  let { left, top, right, bottom } = part;
  for (const around of getOverflowAncestors(element)) {
    if (!(around instanceof Element) || around === element || around === element.ownerDocument.documentElement)
      continue;
    const clip = around.getBoundingClientRect();
    left = Math.max(left, clip.left);
    top = Math.max(top, clip.top);
    right = Math.min(right, clip.right);
    bottom = Math.min(bottom, clip.bottom);
  }
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

function getScale(element: Element): number | undefined {
  const { transform, rotate, scale, zoom } = getComputedStyle(element);
  // Browsers that do not tell what it comes to measure otherwise too.
  if (zoom !== '1' && zoom !== '' && !('currentCSSZoom' in element)) return undefined;
  if (transform === 'none' && rotate === 'none' && scale === 'none') return 1;
  const matrix = new DOMMatrix(transform);
  const [x = 1, y = x] = scale === 'none' ? [] : scale.split(' ').map(Number);
  const [width, height] = [matrix.a * x, matrix.d * y];
  const isUpright = matrix.is2D && matrix.b === 0 && matrix.c === 0 && width > 0 && Math.abs(width - height) < 1e-4;
  return isUpright && /^(?:none|0deg)$/.test(rotate) ? width : undefined;
}

function getZoom(element: Element & { currentCSSZoom?: number }): number {
  return element.currentCSSZoom ?? 1;
}
