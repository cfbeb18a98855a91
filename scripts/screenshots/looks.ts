/** How a surface is looked at. */
export interface Look {
  name: string;
  /** Media features, as CSS asks for them. */
  features?: Record<string, string>;
  /** Of the browser, where it is not English. */
  language?: string;
  /** Twice the size on a small screen: half the room. */
  isZoomed?: boolean;
  /** As if the words ran from right to left. */
  isMirrored?: boolean;
}

const light = { 'prefers-color-scheme': 'light' };
const dark = { 'prefers-color-scheme': 'dark' };

export const plain: Look = { name: 'light', features: light };

export const looks: readonly Look[] = [
  plain,
  { name: 'dark', features: dark },
  { name: 'german', features: light, language: 'de' },
  { name: 'forced', features: { ...light, 'forced-colors': 'active' } },
  { name: 'forced-dark', features: { ...dark, 'forced-colors': 'active' } },
  { name: 'contrast', features: { ...light, 'prefers-contrast': 'more' } },
  { name: 'zoomed', features: light, isZoomed: true },
  { name: 'still', features: { ...light, 'prefers-reduced-motion': 'reduce' } },
  { name: 'mirrored', features: light, isMirrored: true },
];
