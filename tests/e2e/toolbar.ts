import { type BrowserContext, chromium, type Page } from 'playwright-core';
import puppeteer, { type Page as Popup, type Browser as Puppeteer, type WebWorker } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { serveDemo } from '../../demo/serve.ts';
import { getBrowser } from '../../scripts/browser.mjs';

export type { Popup };

/** In the extension's worker, where parts of this file run. */
declare const chrome: typeof Extension;

/**
 * A browser whose toolbar button can be pressed. Playwright drives its pages, as in the other tests, but lends them no focus: a page
 * behind the popup has lost it, as it has for an agent.
 */
export interface Toolbar {
  readonly context: BrowserContext;
  open(address: string): Promise<Page>;
  /** A new page of the demo desk with empty reply boxes. */
  openDemo(path: string): Promise<Page>;
  /** Presses the toolbar button over this page, and gives the popup once it shows what it has to. */
  press(page: Page): Promise<Popup>;
  /** What stands on the toolbar button over the page in front. */
  readBadge(): Promise<{ text: string; title: string; color: string }>;
  /** The extension's own storage. */
  store(items: Record<string, unknown>): Promise<void>;
}

/** One browser with the extension for all tests of a file; a test's pages close with it, the browser after the last one. */
export function useToolbar(extension: string): Toolbar {
  let browser: Puppeteer;
  let context: BrowserContext;
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const pages: Page[] = [];

  beforeAll(async () => {
    demo = await serveDemo();
    browser = await puppeteer.launch({
      executablePath: getBrowser().path,
      enableExtensions: [extension],
      defaultViewport: null,
      args: [
        '--enable-unsafe-extension-debugging',
        '--disable-gpu',
        '--window-size=1280,900',
        ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
      ],
    });
    const driver = await chromium.connectOverCDP(browser.wsEndpoint(), { noDefaults: true });
    [context] = driver.contexts() as [BrowserContext];
    const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const page = await welcome.page();
    // Closed too early, every later page of the extension would be without words: see `closeWelcome` in demo/launch.ts.
    await page?.waitForSelector('h1');
    await page?.close();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    await (await getWorker()).evaluate(() => chrome.storage.local.clear());
  });
  afterAll(async () => {
    await browser?.close();
    demo?.close();
  });

  async function getWorker(): Promise<WebWorker> {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('The extension has no worker.');
    return worker;
  }

  return {
    get context() {
      return context;
    },
    async open(address) {
      const page = await context.newPage();
      pages.push(page);
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    openDemo(path) {
      return this.open(`${demo.url}${path}`);
    },
    async press(page) {
      const [extensions, all] = await Promise.all([browser.extensions(), browser.pages()]);
      const [ours] = extensions.values();
      const behind = all.find((one) => one.url() === page.url());
      if (!ours || !behind) throw new Error('There is no button to press, or no such page.');
      await ours.triggerAction(behind);
      const target = await browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
      const popup = await target.asPage();
      await popup.waitForSelector('main[aria-busy="false"]');
      return popup;
    },
    async readBadge() {
      const worker = await getWorker();
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const of = { tabId: tab?.id };
        const [text, title, color] = await Promise.all([
          chrome.action.getBadgeText(of),
          chrome.action.getTitle(of),
          chrome.action.getBadgeBackgroundColor(of),
        ]);
        return { text, title, color: color.join(' ') };
      });
    },
    async store(items) {
      await (await getWorker()).evaluate((given) => chrome.storage.local.set(given), items);
    },
  };
}
