import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox, getFirefox } from '../scripts/firefox.mjs';
import { waitFor } from './driven-page.ts';

export interface Firefox {
  browser: Browser;
  /** The extension's. */
  id: string;
  /** Where the extension's own pages are in this profile, such as `moz-extension://…`. */
  origin: string;
}

export interface FirefoxOptions {
  /** The folder into which files are saved without a question. */
  downloads?: string;
}

/**
 * Opens a Firefox without a window, with a fresh profile and the extension installed. Closing the browser removes the profile.
 * @param extension the folder of a build for Firefox
 * @throws when no Firefox is on the machine, in one sentence that says how to get one
 */
export async function launchFirefox(extension: string, { downloads }: FirefoxOptions = {}): Promise<Firefox> {
  // Firefox names an extension's pages anew in each profile, unless it already has a name for it.
  const uuid = randomUUID();
  const id = readId(extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox() ?? getFirefox(),
    defaultViewport: { width: 1280, height: 860 },
    // As root, Firefox refuses to start in a home that is someone else's.
    env: { ...process.env, HOME: userInfo().homedir },
    // Lets a test look into the toolbar's popup, which is no tab.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
    },
  });
  try {
    await browser.installExtension(extension);
    await waitFor(() => closeWelcome(browser), 20_000);
  } catch (error) {
    await browser.close();
    throw new Error(`This Firefox did not take the extension (${(error as Error).message.split('\n')[0]}).`);
  }
  return { browser, id, origin: `moz-extension://${uuid}` };
}

/** It opens a moment after the installation, and would take the focus from whoever types. */
async function closeWelcome(browser: Browser): Promise<boolean> {
  for (const page of await browser.pages()) {
    // Firefox tells a driver no address of an extension's page.
    const path = await page.evaluate(() => location.pathname).catch(() => undefined);
    if (path !== '/welcome.html') continue;
    await page.close();
    return true;
  }
  return false;
}

function readId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}
