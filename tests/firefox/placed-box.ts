import type { Frame } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Mark, readMarksInPage } from '../../demo/reply-box.ts';
import type { FirefoxPage } from './driver.ts';

/** A reply box in whichever frame or shadow root. */
export interface PlacedBox {
  page: FirefoxPage;
  /** Clicks into it. */
  focus(): Promise<void>;
  readText(): Promise<string>;
  /** The marks of its frame. */
  readMarks(): Promise<Mark[]>;
}

/** The box of this name; in the last frame that holds one, or in an open shadow root. */
export async function findBox(page: FirefoxPage, name = 'Reply'): Promise<PlacedBox> {
  const selector = `>>> [aria-label="${name}"]`;
  let frame: Frame | undefined;
  const look = async () => {
    for (const one of page.tab.frames()) if (await one.$(selector).catch(() => null)) frame = one;
    return frame !== undefined;
  };
  await expect.poll(look).toBe(true);
  const box = await frame?.$(selector);
  if (!frame || !box) throw new Error(`There is no box of the name ${name}.`);
  const holder = frame;
  return {
    page,
    focus: () => box.click({ offset: { x: 20, y: 12 } }),
    readText: () => box.evaluate((element) => (element as HTMLTextAreaElement).value ?? element.textContent),
    readMarks: () => holder.evaluate(readMarksInPage),
  };
}
