import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Mark, readMarksInPage } from '../../demo/reply-box.ts';

/** A reply box in whichever frame or shadow root, as a test drives it. */
export interface FramedBox {
  page: Page;
  /** The frame whose document holds the box. */
  frame: Frame;
  box: Locator;
  /** Clicks into it, types, and waits for as many marks as there are to be. */
  write(text: string, marks?: number): Promise<void>;
  readText(): Promise<string>;
  /** The marks of this frame. */
  readMarks(): Promise<Mark[]>;
}

/** The box with the name Reply in the frame that was added last. */
export function getFramedBox(page: Page, name = 'Reply', frame = page.frames().at(-1) as Frame): FramedBox {
  const box = frame.locator(`[aria-label="${name}"]`);
  const readMarks = () => frame.evaluate(readMarksInPage);
  return {
    page,
    frame,
    box,
    async write(text, marks = 1) {
      await box.click({ position: { x: 20, y: 12 } });
      await page.keyboard.type(text);
      await expect.poll(readMarks).toHaveLength(marks);
    },
    readText: () => box.evaluate((element) => (element as HTMLTextAreaElement).value ?? element.textContent),
    readMarks,
  };
}
