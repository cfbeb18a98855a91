import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { getReplyBox } from '../../demo/reply-box.ts';
import { serveDemo } from '../../demo/serve.ts';
import { openToolbar, type ToolbarBrowser } from '../../demo/toolbar.ts';
import { builds } from './browser.ts';
import { readDatabase } from './stats-database.ts';
import { stopWorker } from './stop-worker.ts';

/** In the popup, where a part of this file runs. */
declare const chrome: typeof Extension;

// A browser of its own: its driver does not find the worker that comes after the one that was stopped.
let browser: ToolbarBrowser;
let demo: Awaited<ReturnType<typeof serveDemo>>;
/** Of the extension's own pages. */
let home: string;
beforeAll(async () => {
  demo = await serveDemo();
  browser = await openToolbar({ extension: builds.demo, window: { width: 1280, height: 900 } });
  home = new URL('/', (await browser.getWorker()).url()).href;
});
afterAll(async () => {
  await browser?.close();
  demo?.close();
});

async function readCountInPopup(url: string): Promise<string> {
  const [tab] = await chrome.tabs.query({ url });
  return chrome.action.getBadgeText({ tabId: tab?.id });
}

test('when the browser has stopped the worker, the popup still puts a rewrite in and the count follows', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/text.html`);
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(box.readMarks).toHaveLength(1);
  const popup = await browser.press(page);
  const readCount = () => popup.evaluate(readCountInPopup, page.url());
  await expect.poll(readCount).toBe('1');
  await stopWorker(page);
  await popup.locator('::-p-aria(Replace with: We can refund you from Monday.)').click();
  await expect.poll(box.readText).toBe('We can refund you from Monday.');
  await expect.poll(readCount).toBe('');
});

test('when the browser stops the worker again and again, each reply is counted once', async () => {
  const own = await browser.context.newPage();
  await own.goto(`${home}licenses.txt`);
  const count = async () => {
    const { days = [] } = await own.evaluate(readDatabase);
    return (days as { totals: number[] }[]).reduce((sum, { totals }) => sum + (totals[0] ?? 0), 0);
  };
  const before = await count();
  const page = await browser.context.newPage();
  await page.goto(`${demo.url}/text.html`);
  const box = await getReplyBox(page, 'text');
  for (let reply = 0; reply < 6; reply++) {
    await box.focus();
    await box.clear();
    await box.coached();
    await box.type('Hello there.');
    const isStopped = reply % 2 === 0 ? stopWorker(page) : undefined;
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(box.readText).toBe('');
    await isStopped;
  }
  await expect.poll(count, { timeout: 40_000 }).toBe(before + 6);
  // A batch that was sent again would come now.
  await box.focus();
  await box.type('Hello there.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(count, { timeout: 20_000 }).toBe(before + 7);
});
