import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser, getBrowser } from '../scripts/browser.mjs';

export interface LaunchOptions {
  /** The folder of a built extension; without one the browser comes bare, to compare with. */
  extension?: string;
  headless?: boolean;
  /** In CSS pixels; without one the page follows the window. */
  viewport?: { width: number; height: number };
  /** A file in which the browser writes down every request, whoever makes it; complete once the browser is closed. */
  netLog?: string;
  /** A folder for the profile that outlives the browser; without one it is fresh, and gone afterwards. */
  profile?: string;
  /** What the browser and all in it speak, `de`; without one it follows the machine. */
  language?: string;
  /** Keeps pages that are left, to bring them back as they were; without it they are loaded anew. */
  backForwardCache?: boolean;
  /** Leaves the page open that greets after the installation. */
  welcome?: boolean;
}

/**
 * Opens a browser with a fresh profile and the extension loaded. Closing the context removes the profile.
 * @throws when no browser is on the machine, in one sentence that says how to get one
 */
export async function launch({
  extension,
  headless = true,
  viewport,
  netLog,
  profile: kept,
  language,
  backForwardCache,
  welcome,
}: LaunchOptions): Promise<BrowserContext> {
  const { path, branded } = findBrowser() ?? getBrowser();
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'cando-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless,
    viewport: viewport ?? (headless ? { width: 1280, height: 860 } : null),
    // On Linux the browser goes by the environment, elsewhere by its argument.
    ...(language && {
      env: { ...process.env, LANGUAGE: language, LC_ALL: '', LANG: `${language}_${language.toUpperCase()}.UTF-8` },
    }),
    ignoreDefaultArgs: ['--disable-extensions', ...(backForwardCache ? ['--disable-back-forward-cache'] : [])],
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(language ? [`--lang=${language}`] : []),
      ...(headless ? ['--disable-gpu'] : []),
      ...(netLog ? [`--log-net-log=${netLog}`] : []),
      ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
      ...(extension ? getExtensionArgs(extension, branded) : []),
    ],
  });
  if (!kept)
    context.on('close', () => void rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}));
  if (extension && branded) await loadOverPipe(context, extension);
  if (extension && !welcome) await closeWelcome(context);
  return context;
}

/** It opens a moment after the start, and would take the focus from whoever types. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome }));
  // Chromium keeps what it knows of an extension's words: closed too early, every later page would have none.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.close();
}

function getExtensionArgs(extension: string, branded: boolean): string[] {
  if (branded) return ['--enable-unsafe-extension-debugging'];
  return [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
}

/** Branded Chrome ignores `--load-extension` since version 137, and takes the same over the debugging pipe. */
async function loadOverPipe(context: BrowserContext, extension: string): Promise<void> {
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    // Not in Playwright's list of commands.
    const send = session?.send.bind(session) as ((method: string, params: object) => Promise<unknown>) | undefined;
    if (!send) throw new Error('no debugging session');
    await send('Extensions.loadUnpacked', { path: extension });
  } catch (error) {
    await context.close();
    throw new Error(
      `This Chrome did not take the extension (${(error as Error).message.split('\n')[0]}): install Chromium, or run npx playwright install chromium.`,
    );
  }
}
