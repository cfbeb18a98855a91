import type { Page } from 'playwright-core';
import type { Popup } from '../../demo/toolbar.ts';
import type { Look } from './looks.ts';

/** In CSS pixels; `scale`: pixels of the picture for each of them. */
export interface Size {
  width: number;
  height: number;
  scale: number;
}

/** A surface that sits for its pictures, whichever tool drives it. */
export interface Sitting {
  /** Without a height the picture is as high as the page. The popup keeps the size that the browser gives it. */
  resize(size: Omit<Size, 'height'> & { height?: number }): Promise<void>;
  wear(look: Look): Promise<void>;
  /** As PNG. */
  take(): Promise<Buffer>;
}

type Send = (method: string, params: object) => Promise<unknown>;

/** A page, or the popup behind the toolbar button. */
export async function sit(page: Page | Popup): Promise<Sitting> {
  const isPopup = 'createCDPSession' in page;
  const session = isPopup ? await page.createCDPSession() : await page.context().newCDPSession(page);
  const send = session.send.bind(session) as Send;
  const evaluate = (run: () => unknown) => send('Runtime.evaluate', { expression: `(${run})()`, awaitPromise: true });
  await evaluate(hideCaret);
  return {
    async resize({ width, height, scale }) {
      if (isPopup) return;
      const set = (high: number) =>
        send('Emulation.setDeviceMetricsOverride', { width, height: high, deviceScaleFactor: scale, mobile: false });
      await set(height ?? 100);
      if (height === undefined) await set(await readHeight(send));
    },
    async wear({ features = {}, isMirrored }) {
      const all = Object.entries(features).map(([name, value]) => ({ name, value }));
      await send('Emulation.setEmulatedMedia', { features: all });
      await evaluate(isMirrored ? mirror : unmirror);
    },
    async take() {
      await evaluate(settle);
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as { data: string };
      return Buffer.from(data, 'base64');
    },
  };
}

async function readHeight(send: Send): Promise<number> {
  const expression = 'Math.ceil(document.documentElement.getBoundingClientRect().height)';
  const { result } = (await send('Runtime.evaluate', { expression })) as { result: { value: number } };
  return result.value;
}

// These run in the page: each must hold all that it needs.

function hideCaret(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { caret-color: transparent !important; }');
  document.adoptedStyleSheets.push(sheet);
}

function mirror(): void {
  const ours = document.querySelectorAll<HTMLElement>('html, cando-card, cando-chip');
  for (const element of ours) element.dir = 'rtl';
}

function unmirror(): void {
  const ours = document.querySelectorAll<HTMLElement>('html, cando-card, cando-chip');
  for (const element of ours) element.dir = 'ltr';
}

/** Fonts are there, movements at their end, and the page is drawn. */
async function settle(): Promise<void> {
  await document.fonts.ready;
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const animation of roots.flatMap((root) => root.getAnimations())) animation.finish();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
