import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { findOurWorld } from './our-world.ts';

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';

const other = makeOtherExtension();
const browser = useBrowser(`${builds.demo},${other}`);
afterAll(() => rmSync(other, { recursive: true, force: true }));

/** A text box with a marked phrase in it. */
async function writeWrong(prepare?: (page: Page) => Promise<unknown>): Promise<ReplyBox> {
  const page = await browser.openDemo('/text.html');
  await prepare?.(page);
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type(WRONG);
  await expect.poll(box.readMarks).toHaveLength(1);
  return box;
}

async function getWorkers() {
  await expect.poll(() => browser.context.serviceWorkers().length).toBe(2);
  const workers = browser.context.serviceWorkers();
  const theirs = workers.find((worker) => worker.url().endsWith('/other.js'));
  const ours = workers.find((worker) => worker !== theirs);
  if (!ours || !theirs) throw new Error('Both extensions have a worker.');
  return { ours, theirs, id: new URL(ours.url()).hostname };
}

describe('a page that means harm', () => {
  test('that has broken into the world of our scripts gets nothing of a team from the worker, and sends nothing', async () => {
    const { page } = await writeWrong();
    const answers = await (await findOurWorld(page)).evaluate(() =>
      Promise.all(
        ['server.ask', 'server.rows', 'server.send', 'subscription.check', 'mastery.look'].map((name) =>
          Reflect.get(globalThis, 'chrome').runtime.sendMessage({ cando: name, ask: { kind: 'describe' } }),
        ),
      ),
    );
    const refused = { error: expect.stringContaining('Only a page of the extension may ask this.') };
    expect(answers).toEqual(Array.from({ length: 5 }, () => refused));
  });

  test('finds nothing of CanDo in its own world, and no way to send it a message', async () => {
    const { page } = await writeWrong();
    const found = await page.evaluate(() => ({
      names: [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertySymbols(window).map(String)].filter(
        (name) => /cando/i.test(name),
      ),
      runtime: typeof Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime'),
    }));
    expect(found).toEqual({ names: [], runtime: 'undefined' });
  });

  test('cannot load a file of the extension, so cannot tell by one that it is there', async () => {
    const { page } = await writeWrong();
    const { id } = await getWorkers();
    const read = (address: string) =>
      fetch(address).then(
        () => 'loaded',
        () => 'refused',
      );
    for (const file of ['manifest.json', 'coach.js', 'card.js', 'icon/128.png', 'popup.html']) {
      expect(await page.evaluate(read, `chrome-extension://${id}/${file}`)).toBe('refused');
    }
  });

  test('cannot press a button of the card', async () => {
    const box = await writeWrong();
    await box.press('F8');
    const card = box.page.locator('cando-card');
    await card.getByRole('button', { name: RIGHT }).waitFor();
    const pressed = await card.evaluate((host) => {
      const buttons = [...(host.shadowRoot?.querySelectorAll('button') ?? [])];
      for (const button of buttons) {
        button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        button.click();
      }
      return buttons.length;
    });
    expect(pressed).toBeGreaterThan(1);
    expect(await box.readText()).toBe(WRONG);
    expect(await box.readMarks()).toHaveLength(1);
  });

  test('spoils nothing of CanDo by spoiling the browser’s functions for itself', async () => {
    const box = await writeWrong((page) =>
      page.evaluate(() => {
        const spoilt = () => {
          throw new Error('spoilt');
        };
        Object.assign(document, { createElement: spoilt });
        Object.assign(EventTarget.prototype, { addEventListener: spoilt });
        Object.assign(String.prototype, { toLowerCase: spoilt, trim: spoilt });
        Object.assign(window, { MutationObserver: spoilt, requestAnimationFrame: spoilt });
      }),
    );
    await box.press('F9');
    await expect.poll(() => box.locator.inputValue()).toBe(RIGHT);
  });

  test('takes no letter away by taking our elements off the page', async () => {
    const box = await writeWrong();
    await box.press('F8');
    await box.page.locator('cando-card').waitFor({ state: 'attached' });
    await box.page.evaluate(() => {
      for (const element of document.querySelectorAll('cando-chip, cando-card, cando-mirror')) element.remove();
    });
    await box.type(' Thanks for waiting.');
    expect(await box.readText()).toBe(`${WRONG} Thanks for waiting.`);
  });
});

describe('another extension', () => {
  test('gets no answer, whatever it sends', async () => {
    const { theirs, id } = await getWorkers();
    for (const message of [
      { cando: 'grammar.start', ask: {} },
      { cando: 'script.run', ask: { script: 'coach' } },
    ]) {
      expect(await theirs.evaluate(sendMessage, { id, message })).toContain('Receiving end does not exist');
    }
    expect(await theirs.evaluate(openPort, id)).toContain('Receiving end does not exist');
  });
});

describe('who opens the browser after you', () => {
  test('of a draft nothing is kept but the phrase that one asked to ignore', async () => {
    const box = await writeWrong();
    await box.type(' Sincerely, Ada Lovelace, order 4711.');
    await box.press('F8');
    const card = box.page.locator('cando-card');
    await card.getByRole('button', { name: 'Ignore this phrase' }).click();
    await expect.poll(box.readMarks).toEqual([]);
    const { ours } = await getWorkers();
    const kept = await ours.evaluate(readAllStorage);
    expect(kept).toContain("we can't refund you");
    expect(kept).not.toMatch(/monday|sincerely|ada|lovelace|4711/i);
    expect(await box.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  });
});

// These run in a worker.

declare const chrome: {
  runtime: {
    lastError?: { message: string };
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string): { onDisconnect: { addListener(listener: () => void): void } };
  };
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<unknown> } | undefined>;
};

function sendMessage({ id, message }: { id: string; message: unknown }): Promise<string> {
  return chrome.runtime.sendMessage(id, message).then(
    (answer) => `answered ${JSON.stringify(answer)}`,
    (error: unknown) => String(error),
  );
}

function openPort(id: string): Promise<string> {
  return new Promise((resolve) => {
    chrome.runtime.connect(id).onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message ?? 'closed'));
  });
}

async function readAllStorage(): Promise<string> {
  const { local, session, sync } = chrome.storage;
  const databases = await indexedDB.databases();
  return JSON.stringify([await local?.get(null), await session?.get(null), await sync?.get(null), databases]);
}

/** A second extension in the same browser, with a worker and nothing else. */
function makeOtherExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cando-other-'));
  const manifest = { manifest_version: 3, name: 'Other', version: '1', background: { service_worker: 'other.js' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'other.js'), 'chrome.runtime.onInstalled.addListener(() => {});');
  return folder;
}
