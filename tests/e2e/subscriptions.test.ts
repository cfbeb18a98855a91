import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { give, hash, type PackServer, servePack, writePack } from '../subscriptions/pack-server.ts';
import { builds, useBrowser } from './browser.ts';
import { getBase } from './options-page.ts';
import { stopWorker } from './stop-worker.ts';

const FIRST = writePack('1.0.0', { widget: 'our widget' });
const SECOND = writePack('2.0.0', { widget: 'our widget', gadget: 'our gadget' });
const BROKEN = writePack('3.0.0', { widget: '', gadget: 'our gadget' });
const DRAFT = 'Please take our widget and our gadget.';

const browser = useBrowser(builds.demo);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

// One pack from its first day to its last: the tests go on from one another.
describe('A pack that a server on this machine keeps', () => {
  let server: PackServer;
  let settings: Page;
  let desk: ReplyBox;
  let pack: Locator;

  const readWords = async () => (await desk.readMarks()).map(({ text }) => text);
  const lookNow = async () => {
    await pack.getByRole('button', { name: 'Look now' }).click();
    await pack.getByRole('button', { name: 'Look now' }).waitFor();
  };
  const seeTrouble = (words: string | RegExp) => pack.getByRole('alert').filter({ hasText: words }).waitFor();

  beforeAll(async () => {
    server = await servePack(give(FIRST));
    const base = await getBase(browser);
    const demo = await browser.openDemo('/text.html');
    const page = await browser.context.newPage();
    await page.goto(demo.url());
    desk = await getReplyBox(page, 'text');
    await desk.focus();
    await desk.type(DRAFT);
    settings = await browser.context.newPage();
    await settings.goto(`${base}/options.html#subscriptions`);
    await settings.getByRole('heading', { level: 1 }).waitFor();
    pack = settings.getByRole('listitem', { name: 'Acme house words' });
  });
  afterAll(() => server?.close());

  test('is asked for nothing while nobody follows it', async () => {
    await settings.getByText('You follow no pack').waitFor();
    expect(server.asked).toEqual([]);
    expect(await hasAlarm(settings)).toBe(false);
  });

  test('is followed by its address, and marks at once in a tab that was open before', async () => {
    await settings.getByLabel('Address of the pack').fill(server.url);
    await settings.getByRole('button', { name: 'Follow' }).press('Enter');
    await pack.getByText('version 1.0.0 is in use').waitFor();
    await expect.poll(readWords).toEqual(['our widget']);
    expect(await hasAlarm(settings)).toBe(true);
    expect(server.asked[0]?.cookie).toBeUndefined();
  });

  test('is told to be the same by the server’s own mark', async () => {
    await lookNow();
    await settings.getByText('“Acme house words”: nothing new.').waitFor();
    expect(server.asked.at(-1)?.['if-none-match']).toBeTruthy();
  });

  test('shows what a new version changes, and waits for a yes', async () => {
    server.answer = give(SECOND);
    await lookNow();
    await pack.getByRole('heading', { name: 'Version 2.0.0 waits for your yes' }).waitFor();
    await pack.getByText('1 new rule').waitFor();
    await pack.getByText('acme/gadget').waitFor();
    expect(await readWords()).toEqual(['our widget']);
    await settings.evaluate(axe);
    const violations = await settings.evaluate(async () => {
      const found = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });

  test('can be put off, folded on a small screen without a bar to the side', async () => {
    await pack.getByRole('button', { name: 'Not now' }).press('Enter');
    await expect.poll(() => pack.getByText('acme/gadget').count()).toBe(0);
    await settings.setViewportSize({ width: 320, height: 640 });
    expect(await settings.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await settings.setViewportSize({ width: 1280, height: 860 });
    await pack.getByRole('button', { name: 'Show what changes' }).press('Enter');
    await pack.getByText('acme/gadget').waitFor();
  });

  test('marks by the new version once somebody has said yes', async () => {
    await pack.getByRole('button', { name: 'Use version 2.0.0' }).press('Enter');
    await settings.getByText('“Acme house words”: version 2.0.0 is in use').waitFor();
    await expect.poll(readWords).toEqual(['our widget', 'our gadget']);
  });

  test('stays in use, with a plain word why, whatever becomes of the server and the file', async () => {
    const stays = 'Version 2.0.0 stays in use.';
    server.answer = (response) => response.writeHead(503).end();
    await lookNow();
    await seeTrouble(`The server did not give the file (status 503). ${stays}`);
    server.answer = give('<!doctype html><p>Sign in');
    await lookNow();
    await seeTrouble(
      `A web page lies there, perhaps one to sign in. A pack must be readable without signing in. ${stays}`,
    );
    server.answer = give('id: [acme');
    await lookNow();
    await seeTrouble(`The file could not be read as a pack: ${stays}`);
    await pack.getByText('acme.yaml:1:').waitFor();
    // Beyond what the manifest lets anybody reach.
    server.answer = (response) =>
      response.writeHead(302, { location: server.url.replace('localhost', '127.0.0.1') }).end();
    await lookNow();
    await seeTrouble(`The address leads on to another site that CanDo may not read.`);
    server.answer = () => undefined;
    await lookNow();
    await seeTrouble(/The server took more than 10 seconds.*Version 2\.0\.0 stays in use\./);
    expect(await readWords()).toEqual(['our widget', 'our gadget']);
  });

  test('waits with the names of its broken rules when some are', async () => {
    server.answer = give(BROKEN);
    await lookNow();
    await pack.getByRole('heading', { name: 'Version 3.0.0 waits for your yes' }).waitFor();
    await pack.getByText('These parts of it are broken and would be left out:').waitFor();
    await pack.getByText('there is no key "phrase" here').waitFor();
    expect(await readWords()).toEqual(['our widget', 'our gadget']);
  });

  test('is refused when it is not the file that was pinned', async () => {
    await pack.getByText('New versions are shown (not pinned)').click();
    await pack.getByLabel('SHA-256').fill(hash(SECOND));
    await pack.getByRole('button', { name: 'Save' }).press('Enter');
    await seeTrouble(`Its SHA-256 is ${hash(BROKEN)}. Version 2.0.0 stays in use.`);
    server.answer = give(SECOND);
    await lookNow();
    await expect.poll(() => pack.getByRole('alert').count()).toBe(0);
    expect(await readWords()).toEqual(['our widget', 'our gadget']);
  });

  test('is looked for once more when the browser stops the worker in the middle', async () => {
    server.answer = () => {
      server.answer = give(SECOND);
      void stopWorker(settings);
    };
    await lookNow();
    await settings.getByText('“Acme house words”: nothing new.').waitFor();
    expect(await pack.getByRole('alert').count()).toBe(0);
  });

  test('stays in use when the server is down', async () => {
    server.close();
    await lookNow();
    await seeTrouble(/The server did not answer\..*Version 2\.0\.0 stays in use\./);
    expect(await readWords()).toEqual(['our widget', 'our gadget']);
  });

  test('goes when it is no longer followed, and nothing is asked for any more', async () => {
    await pack.getByRole('button', { name: 'Remove' }).press('Enter');
    await settings.getByText('“Acme house words” is no longer followed, and its rules are gone.').waitFor();
    await expect.poll(readWords).toEqual([]);
    await expect.poll(() => hasAlarm(settings)).toBe(false);
  });
});

/** Whether an alarm is set that looks for new versions. */
function hasAlarm(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const alarm = await Reflect.get(window, 'chrome').alarms.get('subscriptions');
    return alarm !== undefined;
  });
}
