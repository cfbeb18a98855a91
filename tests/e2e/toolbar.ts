import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { serveDemo } from '../../demo/serve.ts';
import { openToolbar, type Popup, type ToolbarBrowser } from '../../demo/toolbar.ts';

export type { Popup };

/** In the extension's worker, where parts of this file run. */
declare const chrome: typeof Extension;

/** A browser whose toolbar button can be pressed, as the tests use it. */
export interface Toolbar {
  readonly context: BrowserContext;
  open(address: string): Promise<Page>;
  /** A new page of the demo desk with empty reply boxes. */
  openDemo(path: string): Promise<Page>;
  /** Presses the toolbar button over this page, and gives the popup once it shows what it has to. */
  press(page: Page): Promise<Popup>;
  /** What stands on the toolbar button over the page in front, or would over this one. */
  readBadge(page?: Page): Promise<{ text: string; title: string; color: string }>;
  /** The extension's own storage. */
  store(items: Record<string, unknown>): Promise<void>;
}

/** One browser with the extension for all tests of a file; a test's pages close with it, the browser after the last one. */
export function useToolbar(extension: string): Toolbar {
  let browser: ToolbarBrowser;
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const pages: Page[] = [];

  beforeAll(async () => {
    demo = await serveDemo();
    browser = await openToolbar({ extension, window: { width: 1280, height: 900 } });
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    await (await browser.getWorker()).evaluate(() => chrome.storage.local.clear());
  });
  afterAll(async () => {
    await browser?.close();
    demo?.close();
  });

  return {
    get context() {
      return browser.context;
    },
    async open(address) {
      const page = await browser.context.newPage();
      pages.push(page);
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    openDemo(path) {
      return this.open(`${demo.url}${path}`);
    },
    press: (page) => browser.press(page),
    async readBadge(page) {
      const worker = await browser.getWorker();
      return worker.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query(url ? { url } : { active: true, lastFocusedWindow: true });
        const of = { tabId: tab?.id };
        const [text, title, color] = await Promise.all([
          chrome.action.getBadgeText(of),
          chrome.action.getTitle(of),
          chrome.action.getBadgeBackgroundColor(of),
        ]);
        return { text, title, color: color.join(' ') };
      }, page?.url());
    },
    async store(items) {
      await (await browser.getWorker()).evaluate((given) => chrome.storage.local.set(given), items);
    },
  };
}
