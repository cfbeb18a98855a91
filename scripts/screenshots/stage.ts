import type { Page } from 'playwright-core';
import type { browser as Extension } from 'wxt/browser';
import { waitFor } from '../../demo/driven-page.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { serveDemo } from '../../demo/serve.ts';
import { openToolbar, type Popup } from '../../demo/toolbar.ts';

/** In the extension's worker, where parts of this file run. */
declare const chrome: typeof Extension;

/** Milliseconds between keys: none are lost on a busy machine. */
const KEY_DELAY = 5;
const PATIENCE = 20_000;

/** A browser with the extension and the demo desk, in one language. */
export interface Stage {
  /** A page of the extension: `options.html#keys`. */
  open(path: string): Promise<Page>;
  /** A page of the demo desk, or any other address. */
  visit(address: string): Promise<Page>;
  /** A desk of the demo with this draft in its reply box, `marks` of whose phrases are marked. */
  write(name: BoxName, draft: string, marks: number): Promise<ReplyBox>;
  press(page: Page): Promise<Popup>;
  /** The extension's settings, in place of all it has stored. */
  set(settings: object): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The folder of a built extension. */
  extension: string;
  language?: string | undefined;
  /** Pixels of the screen for a CSS pixel. */
  scale?: number;
}

export async function openStage({ extension, language = 'en', scale = 1 }: StageOptions): Promise<Stage> {
  const demo = await serveDemo();
  const toolbar = await openToolbar({
    extension,
    window: { width: 1100, height: 900 },
    language,
    scale,
  });
  const home = (await toolbar.getWorker()).url();
  const visit = async (address: string) => {
    const page = await toolbar.context.newPage();
    await page.goto(new URL(address, demo.url).href);
    return page;
  };
  return {
    open: (path) => visit(new URL(`/${path}`, home).href),
    visit,
    async write(name, draft, marks) {
      const box = await getReplyBox(await visit(`/${name}.html`), name);
      await box.focus();
      for (const [index, line] of draft.split('\n').entries()) {
        if (index > 0) await box.press('Enter');
        await box.page.keyboard.type(line, { delay: KEY_DELAY });
      }
      if (!(await waitFor(async () => (await box.readMarks()).length === marks, PATIENCE)))
        throw new Error(`${name}: not ${marks} marks, but ${JSON.stringify(await box.readMarks())}.`);
      return box;
    },
    press: toolbar.press,
    async set(settings) {
      const worker = await toolbar.getWorker();
      await worker.evaluate(async (given) => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set({ settings: given });
      }, settings);
    },
    async close() {
      await toolbar.close();
      demo.close();
    },
  };
}
