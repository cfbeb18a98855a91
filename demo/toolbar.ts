import { readdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import puppeteer, { type Browser, type Page as Popup, type WebWorker } from 'puppeteer-core';
import { getBrowser } from '../scripts/browser.mjs';

export type { Popup };

export interface ToolbarOptions {
  /** The folder of a built extension. */
  extension: string;
  /** In CSS pixels. */
  window: { width: number; height: number };
  /** Of the browser itself, and so of the extension's words: `de`. Without one it is the machine's. */
  language?: string;
  /** Pixels of the screen for a CSS pixel. */
  scale?: number;
  /** False shows it on the screen, where the browser's own questions can be answered. */
  headless?: boolean;
  /** A folder for the profile that outlives the browser; without one it is fresh, and gone afterwards. */
  profile?: string;
}

/**
 * A browser whose toolbar button can be pressed. Playwright drives its pages, but lends them no focus: a page behind the popup has
 * lost it, as it has for an agent.
 */
export interface ToolbarBrowser {
  readonly context: BrowserContext;
  /** Presses the toolbar button over this page, and gives the popup once it shows what it has to. */
  press(page: Page): Promise<Popup>;
  getWorker(): Promise<WebWorker>;
  close(): Promise<void>;
}

/** Opens one, without the page that greets after the installation. */
export async function openToolbar({
  extension,
  window,
  language,
  scale = 1,
  headless = true,
  profile,
}: ToolbarOptions): Promise<ToolbarBrowser> {
  const isFirst = !profile || readdirSync(profile).length === 0;
  const browser = await puppeteer.launch({
    executablePath: getBrowser().path,
    // What the command line names is the same extension after a restart; what is loaded later would be a new one.
    enableExtensions: profile ? true : [extension],
    headless,
    ...(profile && { userDataDir: profile }),
    defaultViewport: null,
    args: [
      '--enable-unsafe-extension-debugging',
      '--disable-gpu',
      `--force-device-scale-factor=${scale}`,
      // Without it a screen of 800 by 600, on which a popup is cut short.
      '--screen-info={1920x1440}',
      ...(profile ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...(language ? [`--lang=${language}`] : []),
      `--window-size=${window.width},${window.height}`,
      ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
    ],
    // Chromium on Linux takes its language from here as well.
    ...(language && { env: { ...process.env, LANGUAGE: language } }),
  });
  const driver = await chromium.connectOverCDP(browser.wsEndpoint(), { noDefaults: true });
  const [context] = driver.contexts() as [BrowserContext];
  if (isFirst) await closeWelcome(browser);
  return {
    context,
    async press(page) {
      const [extensions, all] = await Promise.all([browser.extensions(), browser.pages()]);
      const [ours] = extensions.values();
      const behind = all.find((one) => one.url() === page.url());
      if (!ours || !behind) throw new Error('There is no button to press, or no such page.');
      // One that was closed a moment ago may still be listed.
      const earlier = new Set(browser.targets());
      await ours.triggerAction(behind);
      const target = await browser.waitForTarget((one) => !earlier.has(one) && one.url().endsWith('/popup.html'));
      const popup = await target.asPage();
      await popup.waitForSelector('main[aria-busy="false"]');
      return popup;
    },
    async getWorker() {
      const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      if (!worker) throw new Error('The extension has no worker.');
      return worker;
    },
    close: () => browser.close(),
  };
}

/** Closed too early, every later page of the extension would be without words: see `closeWelcome` in launch.ts. */
async function closeWelcome(browser: Browser): Promise<void> {
  const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
  const page = await welcome.page();
  await page?.waitForSelector('h1');
  await page?.close();
}
