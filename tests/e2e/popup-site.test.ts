import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { waitFor } from '../../demo/driven-page.ts';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { openToolbar, type Popup, type ToolbarBrowser } from '../../demo/toolbar.ts';
import { answerForTrueDesks, builds } from './browser.ts';
import { findObstacle, openScreen, type Screen } from './screen.ts';

/** In the extension's worker, where parts of this file run. */
declare const chrome: typeof Extension;

const obstacle = findObstacle();
if (obstacle) console.warn(`Not tested: that a site can be added from the toolbar. ${obstacle}`);

const HOST = 'support.example.com';
const DRAFT = "We can't refund you until Monday.";
const MARK = { severity: 'warning', text: "We can't refund you" };

// The build as it goes to the store, over Zendesk's page at a company's own address. The tests go on from one another.
describe.skipIf(obstacle)('The toolbar button over a site that CanDo may not read', () => {
  let screen: Screen;
  let profile: string;
  let browser: ToolbarBrowser;
  let box: ReplyBox;

  const start = async () => {
    const window = { width: 1200, height: 850 };
    browser = await openToolbar({ extension: builds.store, window, headless: false, profile });
    await answerForTrueDesks(browser.context);
    box = await openTicket(HOST);
  };
  const openTicket = async (host: string) => {
    const page = await browser.context.newPage();
    await page.goto(`https://${host}/ticket.html`);
    await page.bringToFront();
    return getReplyBox(page, 'ticket');
  };
  const write = async (reply: ReplyBox, words: string) => {
    await reply.focus();
    await reply.type(words);
  };
  const press = (popup: Popup, name: string) => popup.locator(`::-p-aria(${name})`).click();
  /** Presses the button and answers, again where a slow machine let the keys come ahead of the question. */
  const ask = async (isAnswered: () => Promise<boolean>, ...keys: string[]) => {
    do {
      await box.page.bringToFront();
      const popup = await browser.press(box.page);
      // The question takes the focus, and with it the popup goes, with the click on its way: all else happens behind it.
      press(popup, `Use CanDo on ${HOST}`).catch(() => undefined);
      await expect.poll(() => popup.isClosed()).toBe(true);
      await screen.answer(...keys);
    } while (!(await waitFor(isAnswered, 3_000)));
  };
  const readGranted = async () =>
    (await browser.getWorker()).evaluate(async () => {
      const [{ origins = [] }, scripts] = await Promise.all([
        chrome.permissions.getAll(),
        chrome.scripting.getRegisteredContentScripts(),
      ]);
      const { host_permissions: own = [] } = chrome.runtime.getManifest();
      // An extension that is loaded by hand is installed anew at each start; one from a store has but what the browser keeps.
      const kept = scripts.filter((script) => script.persistAcrossSessions);
      return [origins.filter((origin) => !own.includes(origin)), kept.flatMap(({ matches = [] }) => matches)];
    });

  beforeAll(async () => {
    screen = await openScreen();
    profile = await mkdtemp(join(tmpdir(), 'cando-profile-'));
    await start();
    await write(box, DRAFT);
  });
  afterAll(async () => {
    await browser?.close();
    screen?.close();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  test('leaves it alone when the answer to the browser’s question is no', async () => {
    // The page has the focus again.
    await ask(() => box.page.evaluate(() => document.hasFocus()), 'Escape');
    const popup = await browser.press(box.page);
    await popup.waitForSelector(`::-p-aria(Use CanDo on ${HOST})`);
    await popup.close();
    expect(await readGranted()).toEqual([[], []]);
    expect(await box.readMarks()).toEqual([]);
  });

  test('has the open page coached at once when the answer is yes, and asks for that site alone', async () => {
    await ask(async () => (await readGranted())[0]?.length !== 0, 'Tab', 'Return');
    await expect.poll(readGranted).toEqual([[`https://${HOST}/*`], [`https://${HOST}/*`]]);
    await box.focus();
    await expect.poll(box.readMarks).toEqual([MARK]);
    await box.press('F9');
    await expect.poll(box.readText).toBe('We can refund you from Monday.');
  });

  test('gives it the rules of the desk whose page it is: notes are silent', async () => {
    await box.clear();
    const channel = box.page.locator('[data-test-id="omnichannel-channel-switcher-button"]');
    await channel.click();
    await write(box, `${DRAFT} What a whiner.`);
    await expect.poll(box.readMarks).toEqual([{ severity: 'error', text: 'What a whiner' }]);
    await channel.click();
  });

  test('leaves other hosts of the same company as they were', async () => {
    const other = await openTicket('shop.example.com');
    await write(other, DRAFT);
    const popup = await browser.press(other.page);
    await popup.waitForSelector('::-p-aria(Use CanDo on shop.example.com)');
    expect(await other.readMarks()).toEqual([]);
    await popup.close();
    await other.page.close();
  });

  test('still has it coached when the browser was closed and opened again', async () => {
    await browser.close();
    await start();
    await write(box, DRAFT);
    await expect.poll(box.readMarks).toEqual([MARK]);
  });

  test('takes it back by a press: the marks vanish, the words stay, and one line says why', async () => {
    const popup = await browser.press(box.page);
    await press(popup, `Stop using CanDo on ${HOST}`);
    await popup.waitForSelector(`::-p-aria(Use CanDo on ${HOST})`);
    await popup.close();
    await expect.poll(box.readMarks).toEqual([]);
    await box.page.getByRole('status').filter({ hasText: 'CanDo may no longer read this site.' }).waitFor();
    expect(await box.readText()).toBe(DRAFT);
    await expect.poll(readGranted).toEqual([[], []]);
  });
});
