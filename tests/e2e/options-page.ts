import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Browser } from './browser.ts';

/** The options page in a tab of its own, at this section. */
export async function openOptions(browser: Browser, section = 'rules'): Promise<Page> {
  const page = await browser.open(`${await getBase(browser)}/options.html#${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Chooses one of several. It shows as chosen once it is stored. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name });
  await radio.click();
  await expect.poll(() => radio.isChecked()).toBe(true);
}

/** Where the extension's own pages lie. */
export async function getBase({ context }: Browser): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** What an earlier day has left in the browser's storage; undefined for a first day. */
export async function storeSettings(browser: Browser, settings: unknown): Promise<void> {
  const page = await browser.open(`${await getBase(browser)}/licenses.txt`);
  await page.evaluate(async (stored) => {
    await chrome.storage.local.clear();
    if (stored !== undefined) await chrome.storage.local.set({ settings: stored });
  }, settings);
  await page.close();
}

/** The settings as they are stored. */
export async function readStored(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return settings as Record<string, unknown>;
  });
}

/** What is counted of ignored rules. */
export async function readIgnores(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await chrome.storage.local.get('ignores')).ignores);
}

/** Leaves room for less than a setting in the browser's storage. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { local } = chrome.storage;
    await local.set({ filler: '' });
    await local.set({ filler: 'x'.repeat(local.QUOTA_BYTES - (await local.getBytesInUse()) - 4) });
  });
}

/** Gives the room back. */
export function emptyStorage(page: Page): Promise<void> {
  return page.evaluate(() => chrome.storage.local.remove('filler'));
}

/** What runs in a page of the extension. */
declare const chrome: {
  storage: {
    local: {
      QUOTA_BYTES: number;
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
      clear(): Promise<void>;
      getBytesInUse(): Promise<number>;
    };
  };
};
