import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readMarksInPage } from '../../demo/reply-box.ts';
import { builds, useBrowser } from '../e2e/browser.ts';
import { take } from './length.ts';

const browser = useBrowser(builds.demo);

const FEW = take(50, 10);
const MANY = take(500, 50);
const PHRASE = "We can't refund you until Monday.";

/** What a page holds, its own world and ours together. */
interface Held {
  /** Bytes. */
  heap: number;
  nodes: number;
  listeners: number;
}

async function measure(cdp: CDPSession): Promise<Held> {
  // What the first round frees may hold what the next one frees.
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** A reply box comes, a phrase is marked in it and explained, and the page takes the box away again. */
async function useComposer(page: Page, at: number): Promise<void> {
  await page.evaluate(addBoxInPage, at % 2 === 0 ? 'textarea' : 'div');
  await expect.poll(() => page.locator('cando-chip').count()).toBeGreaterThan(0);
  await page.keyboard.insertText(PHRASE);
  await expect.poll(() => page.evaluate(readMarksInPage)).toHaveLength(1);
  await page.keyboard.press('F8');
  await page.locator('cando-card button.rewrite').first().waitFor();
  await page.evaluate(() => document.body.replaceChildren());
  await expect.poll(() => page.locator('cando-card').count()).toBe(0);
}

function addBoxInPage(kind: string): void {
  const box = document.createElement(kind);
  if (kind === 'div') box.contentEditable = 'true';
  box.style.cssText = 'display: block; width: 500px; min-height: 60px';
  document.body.append(box);
  box.focus();
}

test(`after ${MANY} reply boxes the page holds no more than after ${FEW}`, {
  timeout: take(900_000, 180_000),
}, async () => {
  const page = await browser.openDemo('/text.html');
  await page.evaluate(() => document.body.replaceChildren());
  const cdp = await browser.context.newCDPSession(page);
  const measureAfter = async (from: number, to: number) => {
    for (let at = from; at < to; at++) await useComposer(page, at);
    // The last one is let go when it stays away.
    await expect.poll(() => page.locator('cando-chip').count()).toBe(0);
    return measure(cdp);
  };
  const few = await measureAfter(0, FEW);
  const many = await measureAfter(FEW, MANY);
  console.log(`After ${FEW} and ${MANY} reply boxes: ${JSON.stringify([few, many])}`);
  expect(many.heap).toBeLessThan(few.heap * 1.1);
  // One box that is kept would be some eighty nodes and a hundred and fifty listeners.
  expect(many.nodes).toBeLessThan(few.nodes + 80);
  expect(many.listeners).toBeLessThan(few.listeners + 100);
});
