import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveDemo } from '../../demo/serve.ts';
import { build } from '../../scripts/build.mjs';
import { type Browser, builds, useBrowser } from '../e2e/browser.ts';
import { type EditorBox, getEditorBox } from './editor-box.ts';

export interface Editors {
  browser: Browser;
  /** A new page with this editor, empty or with this HTML in it. */
  open(name: string, html?: string): Promise<EditorBox<Page>>;
}

/** One browser with the extension for all tests of a file, and the editors' test page. */
export function useEditors(extension = builds.demo): Editors {
  const browser = useBrowser(extension);
  let served: Awaited<ReturnType<typeof serveDemo>>;
  beforeAll(async () => {
    served = await serveDemo(0, await build('editors'));
  });
  afterAll(() => served?.close());
  return {
    browser,
    async open(name, html = '') {
      const query = new URLSearchParams({ editor: name, html });
      return getEditorBox(await browser.open(`${served.url}/?${query}`));
    },
  };
}
