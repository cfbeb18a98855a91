import { afterAll, beforeAll } from 'vitest';
import type { DrivenPage } from '../../demo/driven-page.ts';
import { launchFirefox } from '../../demo/firefox.ts';
import { launch } from '../../demo/launch.ts';
import { serveDemo } from '../../demo/serve.ts';
import { build } from '../../scripts/build.mjs';
import { drive } from '../firefox/driver.ts';
import { isFirefox } from './build.ts';
import { type EditorBox, getEditorBox } from './editor-box.ts';

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page that can be looked at. */
export interface SeenPage extends DrivenPage {
  /** A page that is not in front draws nothing, and its timers are slow. */
  bringToFront(): Promise<void>;
  /** A PNG of a part of the page, in CSS pixels. */
  screenshot(options: { clip: Clip }): Promise<Uint8Array>;
}

export type AnyBox = EditorBox<SeenPage>;

/** The editors' test page in the browser that is asked for; its pages stay open until they are closed together. */
export interface Pages {
  open(name: string, html?: string): Promise<AnyBox>;
  /** The same at an address where the extension is not: how the editor is by itself. */
  openBare(name: string): Promise<AnyBox>;
  closeAll(): Promise<void>;
  /** Such as `Chromium 156.0`. */
  readonly version: string;
}

interface Opened {
  page: SeenPage;
  close(): Promise<void>;
}

interface Running {
  version: string;
  open(address: string): Promise<Opened>;
  close(): Promise<void>;
}

export function usePages(): Pages {
  let running: Running;
  let served: Awaited<ReturnType<typeof serveDemo>>;
  let opened: Opened[] = [];
  beforeAll(async () => {
    served = await serveDemo(0, await build('editors'));
    running = await (isFirefox ? startFirefox() : startChromium());
  });
  afterAll(async () => {
    await running?.close();
    served?.close();
  });
  const open = async (address: string) => {
    const one = await running.open(address);
    opened.push(one);
    return getEditorBox(one.page);
  };
  return {
    get version() {
      return running.version;
    },
    open: (name, html = '') => open(`${served.url}/?${new URLSearchParams({ editor: name, html })}`),
    openBare: (name) => open(`${served.url.replace('localhost', '127.0.0.1')}/?editor=${name}`),
    async closeAll() {
      await Promise.all(opened.map((one) => one.close()));
      opened = [];
    },
  };
}

async function startChromium(): Promise<Running> {
  const context = await launch({ extension: await build('demo') });
  const version = context.browser()?.version() ?? '';
  return {
    version: `Chromium ${version.split('.').slice(0, 2).join('.')}`,
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      await page.bringToFront();
      return { page, close: () => page.close() };
    },
    close: () => context.close(),
  };
}

async function startFirefox(): Promise<Running> {
  const { browser } = await launchFirefox(await build('firefox-demo'));
  return {
    version: (await browser.version()).replace('firefox/', 'Firefox '),
    async open(address) {
      const tab = await browser.newPage();
      await tab.goto(address);
      const page: SeenPage = {
        ...drive(tab),
        bringToFront: () => tab.bringToFront(),
        screenshot: (options) => tab.screenshot(options),
      };
      return { page, close: () => tab.close() };
    },
    close: () => browser.close(),
  };
}
