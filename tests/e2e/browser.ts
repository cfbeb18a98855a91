import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type LaunchOptions, launch } from '../../demo/launch.ts';
import { findDeskFile, serveDemo } from '../../demo/serve.ts';
import { root } from '../../scripts/setup.mjs';

/** The extension as shipped, or the same with `http://localhost` added. */
export const builds = {
  store: join(root, '.output/chrome-mv3'),
  demo: join(root, '.output/chrome-mv3-demo'),
};

export interface Browser {
  readonly context: BrowserContext;
  /** A new page at this address, once its scripts have run. */
  open(address: string): Promise<Page>;
  /** A new page of the demo desk with empty reply boxes: `/ticket.html`, `/mail.html`, `/text.html`. */
  openDemo(path: string): Promise<Page>;
}

/** One browser with the extension for all tests of a file; a test's pages close with it, the browser after the last one. */
export function useBrowser(extension: string, options: LaunchOptions = {}): Browser {
  let context: BrowserContext;
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const pages: Page[] = [];
  beforeAll(async () => {
    [context, demo] = await Promise.all([launch({ extension, ...options }), serveDemo()]);
    await answerForTrueDesks(context);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  afterAll(async () => {
    await context?.close();
    demo?.close();
  });
  return {
    get context() {
      return context;
    },
    async open(address) {
      const page = await context.newPage();
      pages.push(page);
      await page.goto(address, { waitUntil: 'load' });
      // Closing the page of the test before may have put another one in front, and one behind takes no clicks.
      await page.bringToFront();
      return page;
    },
    openDemo(path) {
      return this.open(`${demo.url}${path}`);
    },
  };
}

/** Paths of the true desks, and the page of the demo desk that answers for each. */
const ANSWERS: [RegExp, string][] = [
  [/^https:\/\/[^/]+\.zendesk\.com\/(agent|hc)\//, '/ticket.html'],
  [/^https:\/\/mail\.google\.com\/mail\//, '/mail.html'],
];

/** Gmail forbids HTML from strings, so its stand-in does too. */
const GMAIL_HEADERS = { 'content-security-policy': "require-trusted-types-for 'script'" };

/** Nothing leaves the machine: the desks' true addresses are answered from the demo desk, all others refused. */
export async function answerForTrueDesks(context: BrowserContext): Promise<void> {
  await context.route(/^https?:\/\/(?!localhost[:/])/, async (route) => {
    const { href, pathname, hostname } = new URL(route.request().url());
    const path = ANSWERS.find(([pattern]) => pattern.test(href))?.[1] ?? pathname;
    const file = await findDeskFile(path);
    if (!file) return route.abort();
    const headers = hostname === 'mail.google.com' ? GMAIL_HEADERS : {};
    return route.fulfill({ contentType: file.type, body: file.body, headers });
  });
}
