import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Firefox, type FirefoxOptions, launchFirefox } from '../../demo/firefox.ts';
import { serveDemo } from '../../demo/serve.ts';
import { root } from '../../scripts/setup.mjs';
import { drive, type FirefoxPage } from './driver.ts';

export const extension = join(root, '.output/firefox-mv3-demo');

export interface TestedFirefox {
  /** The extension's. */
  readonly id: string;
  /** A new page of the demo desk with an empty reply box: `/ticket.html`, `/mail.html`, `/text.html`. */
  openDemo(path: string): Promise<FirefoxPage>;
  /** A new tab with one of the extension's own pages, such as `/options.html`. */
  openOwn(path: string): Promise<FirefoxPage>;
}

/** One Firefox with the extension for all tests of a file; a test's pages close with it, the browser after the last one. */
export function useFirefox(options: FirefoxOptions = {}): TestedFirefox {
  let firefox: Firefox;
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const pages: FirefoxPage[] = [];
  beforeAll(async () => {
    [firefox, demo] = await Promise.all([launchFirefox(extension, options), serveDemo()]);
  });
  afterEach(async () => {
    for (const { tab } of pages.splice(0)) if (!tab.isClosed()) await tab.close();
  });
  afterAll(async () => {
    await firefox?.browser.close();
    demo?.close();
  });
  const open = async (address: string, wait: { waitUntil: 'load' | [] }) => {
    const tab = await firefox.browser.newPage();
    const page = drive(tab);
    pages.push(page);
    await tab.goto(address, wait);
    return page;
  };
  return {
    get id() {
      return firefox.id;
    },
    openDemo: (path) => open(`${demo.url}${path}`, { waitUntil: 'load' }),
    // Firefox tells a driver nothing of how an extension's page loads: its content is what to wait for.
    openOwn: (path) => open(`${firefox.origin}${path}`, { waitUntil: [] }),
  };
}
