import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../demo/launch.ts';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { answerForTrueDesks, builds } from './browser.ts';
import { findObstacle, openScreen, type Screen } from './screen.ts';

const obstacle = findObstacle();
if (obstacle) console.warn(`Not tested: that a desk can be added. ${obstacle}`);

const HOST = 'support.example.com';
const DESK = `https://${HOST}/text.html`;
const DRAFT = "We can't refund you until Monday.";

// The build as it goes to the store, and the browser's own question, answered by keys. The tests go on from one another.
describe.skipIf(obstacle)('A desk at an address of its own', () => {
  let screen: Screen;
  let profile: string;
  let context: BrowserContext;
  let welcome: Page;
  let desk: ReplyBox;

  const start = async () => {
    context = await launch({ extension: builds.store, headless: false, profile, welcome: true });
    await answerForTrueDesks(context);
  };
  const openDesk = async () => {
    const page = await context.newPage();
    await page.goto(DESK);
    desk = await getReplyBox(page, 'text');
  };
  const countScripts = () =>
    welcome.evaluate(async () => (await Reflect.get(window, 'chrome').scripting.getRegisteredContentScripts()).length);
  const askFor = async (...keys: string[]) => {
    await welcome.bringToFront();
    await welcome.getByLabel('own address').fill(DESK);
    await welcome.getByRole('button', { name: 'Add' }).click();
    await screen.answer(...keys);
  };

  beforeAll(async () => {
    screen = await openScreen();
    profile = await mkdtemp(join(tmpdir(), 'cando-profile-'));
    await start();
    const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
    welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome }));
    await welcome.getByRole('heading', { level: 1 }).waitFor();
    await openDesk();
    await desk.focus();
    await desk.type(DRAFT);
  });
  afterAll(async () => {
    await context?.close();
    screen?.close();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  test('is left alone until the agent adds it', async () => {
    expect(await desk.readMarks()).toEqual([]);
    expect(await countScripts()).toBe(0);
  });

  test('stays off when the answer is no, and the page says so', async () => {
    await askFor('Escape');
    await welcome.getByText(`${HOST} stays off`).waitFor();
    expect(await desk.readMarks()).toEqual([]);
  });

  test('is coached at once when the answer is yes, in the tab that was open before', async () => {
    await askFor('Tab', 'Return');
    await welcome.getByRole('switch', { name: HOST }).waitFor();
    await desk.page.bringToFront();
    await expect.poll(desk.readMarks).toEqual([{ severity: 'warning', text: "We can't refund you" }]);
    await desk.press('F9');
    await expect.poll(desk.readText).toBe('We can refund you from Monday.');
  });

  test('is coached on other desks’ pages no more than before', async () => {
    const page = await context.newPage();
    await page.goto('https://shop.example.com/text.html');
    const other = await getReplyBox(page, 'text');
    await other.focus();
    await other.type(DRAFT);
    expect(await other.readMarks()).toEqual([]);
    await page.close();
  });

  test('is still coached when the browser was closed and opened again', async () => {
    const address = welcome.url();
    await context.close();
    await start();
    welcome = await context.newPage();
    await openDesk();
    await welcome.goto(address);
    await desk.page.bringToFront();
    await desk.focus();
    await desk.type(DRAFT);
    await expect.poll(desk.readMarks).toEqual([{ severity: 'warning', text: "We can't refund you" }]);
  });

  test('is let go when the agent takes it back: marks and card vanish, the words stay, one line says why', async () => {
    await desk.press('F8');
    await desk.page.locator('cando-card').waitFor();
    await welcome.bringToFront();
    await welcome.getByRole('switch', { name: HOST }).press('Space');
    await expect.poll(desk.readMarks).toEqual([]);
    expect(await desk.page.locator('cando-card').count()).toBe(0);
    await desk.page.getByRole('status').filter({ hasText: 'CanDo may no longer read this site.' }).waitFor();
    expect(await desk.readText()).toBe(DRAFT);
    await expect.poll(countScripts).toBe(0);
    await desk.page.reload();
    await desk.focus();
    await desk.type(DRAFT);
    expect(await desk.readMarks()).toEqual([]);
  });

  // Nobody answers at that address: whether CanDo may ask there is what is seen here.
  describe('a pack at an address', () => {
    // Another host than the desk's: the browser does not ask a second time for what it was once told yes for.
    const PACK_HOST = 'packs.example.com';
    const PACK = `https://${PACK_HOST}/text.html`;
    let settings: Page;
    const mayRead = () =>
      settings.evaluate(
        (origins) => Reflect.get(window, 'chrome').permissions.contains({ origins }) as Promise<boolean>,
        [`https://${PACK_HOST}/*`],
      );
    const follow = async (...keys: string[]) => {
      await settings.bringToFront();
      await settings.getByLabel('Address of the pack').fill(PACK);
      await settings.getByRole('button', { name: 'Follow' }).click();
      await screen.answer(...keys);
    };

    test('is not followed when the answer is no, and the page says so', async () => {
      settings = await context.newPage();
      await settings.goto(new URL('/options.html#subscriptions', welcome.url()).href);
      await follow('Escape');
      await settings.getByText('The browser was not allowed to read that site').waitFor();
      await settings.getByText('You follow no pack').waitFor();
      expect(await mayRead()).toBe(false);
    });

    test('is asked for when the answer is yes, and nobody is coached on its site for that', async () => {
      await follow('Tab', 'Return');
      await settings.getByRole('alert').filter({ hasText: 'The server did not answer.' }).waitFor();
      expect(await mayRead()).toBe(true);
      await expect.poll(countScripts).toBe(0);
      const page = await context.newPage();
      await page.goto(PACK);
      const box = await getReplyBox(page, 'text');
      await box.focus();
      await box.type(DRAFT);
      expect(await box.readMarks()).toEqual([]);
      await page.close();
    });

    test('says so when the site was taken back, offers to ask again, and can be given up', async () => {
      await settings.bringToFront();
      await settings.evaluate(
        (origins) => Reflect.get(window, 'chrome').permissions.remove({ origins }) as Promise<boolean>,
        [`https://${PACK_HOST}/*`],
      );
      await settings.getByRole('button', { name: 'Look now' }).click();
      await settings.getByRole('alert').filter({ hasText: 'CanDo may no longer read this site.' }).waitFor();
      await settings.getByRole('button', { name: 'Allow this site again' }).waitFor();
      await settings.getByRole('button', { name: 'Remove' }).click();
      await settings.getByText('You follow no pack').waitFor();
      expect(await mayRead()).toBe(false);
    });
  });
});
