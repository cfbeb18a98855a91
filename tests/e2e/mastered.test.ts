import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { storeDays } from '../../demo/store-days.ts';
import { addDays, countDays } from '../../lib/stats/days.ts';
import { builds, useBrowser } from './browser.ts';
import { createWorkday } from './counted.ts';
import { getBase, openOptions, readStored, storeSettings } from './options-page.ts';

/** In the extension's pages, where parts of this file run. */
declare const chrome: typeof Extension;

const RULE = 'cant-focus/cannot-until';
const DRAFT = "We can't refund you until Monday.";
const OCTOBER = '2026-10-05';
const NOVEMBER = '2026-11-02';
const DECEMBER = '2026-12-07';

const full = { severity: 'warning', text: "We can't refund you" };
const dot = { severity: 'dot', text: 'W' };

const browser = useBrowser(builds.demo);

/** From Monday to Friday, from one Monday to before another. */
function listWorkdays(from: string, to: string): string[] {
  const days = Array.from({ length: countDays(from, to) }, (_, at) => addDays(from, at));
  return days.filter((_, at) => at % 7 < 5);
}

/** Moves the one clock to noon of this day. */
async function setDay(page: Page, day: string): Promise<void> {
  const clock = new Date(`${day}T12:00`).getTime() - Date.now();
  await page.evaluate((ahead) => chrome.storage.local.set({ clock: ahead }), clock);
}

async function write(name: BoxName): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(DRAFT);
  return box;
}

/** What stands in each of these open tabs, as soon as it does. */
async function expectMark(boxes: readonly ReplyBox[], mark: typeof dot): Promise<void> {
  for (const box of boxes) {
    await box.page.bringToFront();
    await expect.poll(box.readMarks).toEqual([mark]);
  }
}

/** What has the focus on the card, in its words. */
const readFocus = (page: Page) =>
  page.evaluate(() => document.querySelector('cando-card')?.shadowRoot?.activeElement?.textContent ?? '');

const listDatabases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('after five weeks of replies without it a phrase has a small mark in open tabs, until its agent says no, or needs it again', async () => {
  await storeSettings(browser, undefined);
  const page = await browser.open(`${await getBase(browser)}/licenses.txt`);
  await setDay(page, '2026-11-20');
  await expect.poll(() => listDatabases(page)).toContain('cando-stats');
  await storeDays(page, [
    ...listWorkdays(OCTOBER, NOVEMBER).map((day) => createWorkday(day, RULE, { flagged: 2, sent: 1, mended: 1 })),
    ...listWorkdays(NOVEMBER, DECEMBER).map((day) => createWorkday(day, RULE)),
  ]);
  const box = await write('ticket');
  const text = await write('text');
  const boxes = [box, text];
  await expectMark(boxes, full);

  await setDay(page, DECEMBER);
  await expectMark(boxes, dot);
  await expect.poll(() => text.page.locator('cando-chip').getByRole('button').getAttribute('class')).toBe('info');

  // By keyboard: into the card, to its button.
  await text.press('Shift+F9');
  const card = text.page.locator('cando-card').getByRole('dialog');
  await expect.poll(() => card.textContent()).toContain('You have not needed this for a month, so its mark is small.');
  // The first rewrite has the focus as soon as it is there; a Tab before that would leave the box.
  await expect.poll(() => readFocus(text.page)).toContain('Replace with');
  for (let at = 0; at < 9 && (await readFocus(text.page)) !== 'Show it in full again'; at++) await text.press('Tab');
  await text.press('Enter');
  await expectMark([text, box], full);
  expect((await readStored(page)).inFull).toEqual([RULE]);
  await text.page.bringToFront();
  expect(await text.locator.evaluate((area) => area === document.activeElement)).toBe(true);

  const options = await openOptions(browser, 'appearance');
  await options.getByRole('button', { name: /^Let its mark be small/ }).click();
  await expectMark(boxes, dot);

  await page.evaluate(
    ([day, key]) => {
      const deltas = [{ day, desk: 'other', rules: { [`${key}@0.1.0`]: { flagged: 1, sent: 1 } } }];
      return chrome.runtime.sendMessage({ cando: 'stats.count', ask: { source: 'a page', sequence: 1, deltas } });
    },
    [DECEMBER, RULE] as const,
  );
  await expectMark(boxes, full);
});
