import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds } from './browser.ts';
import { type Popup, useToolbar } from './toolbar.ts';

const toolbar = useToolbar(builds.demo);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DRAFT = "We can't refund you until Monday. Our policy does not allow that. What a whiner. It ships [by when].";

/** What axe finds wrong, each with the places. */
async function findViolations(popup: Popup): Promise<string[]> {
  await popup.evaluate(AXE);
  const { violations } = await popup.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const openAll = (popup: Popup) =>
  popup.$$eval('details', (all) => {
    for (const details of all) details.open = true;
  });

test.each(['light', 'dark'])('everybody can use the popup over a reply: %s', async (theme) => {
  await toolbar.store({ settings: { version: 2, appearance: { theme } } });
  const box = await getReplyBox(await toolbar.openDemo('/ticket.html'), 'ticket');
  const empty = await toolbar.press(box.page);
  expect(await findViolations(empty)).toEqual([]);
  await empty.close();
  await box.focus();
  await box.type(DRAFT);
  await expect.poll(box.readMarks).toHaveLength(4);
  const popup = await toolbar.press(box.page);
  await popup.waitForSelector('.rewrite');
  await openAll(popup);
  expect(await findViolations(popup)).toEqual([]);
  await popup.locator('::-p-aria(For an hour)').click();
  await popup.waitForSelector('::-p-aria(Wake up now)');
  expect(await findViolations(popup)).toEqual([]);
  await popup.locator('::-p-aria(Wake up now)').click();
  await popup.locator('::-p-aria(CanDo on localhost)').click();
  await popup.waitForFunction(() => document.body.innerText.includes('Switched off here'));
  expect(await findViolations(popup)).toEqual([]);
});

test.each(['light', 'dark'])('everybody can use the popup off a desk: %s', async (theme) => {
  await toolbar.store({ settings: { version: 2, appearance: { theme }, keys: 'broken' } });
  const page = await toolbar.open('about:blank');
  const closed = await toolbar.press(page);
  expect(await findViolations(closed)).toEqual([]);
  await closed.close();
  await page.route('https://shop.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<textarea>' }),
  );
  await page.goto('https://shop.example/reply');
  expect(await findViolations(await toolbar.press(page))).toEqual([]);
});

test('all of the popup is reached by Tab, and Enter puts a rewrite in', async () => {
  const box = await getReplyBox(await toolbar.openDemo('/text.html'), 'text');
  await box.focus();
  await box.type("We can't refund you until Monday. Our policy does not allow that.");
  await expect.poll(box.readMarks).toHaveLength(2);
  const popup = await toolbar.press(box.page);
  await popup.waitForSelector('.rewrite');
  const names: string[] = [];
  for (let tabs = 0; tabs < 3; tabs++) {
    await popup.keyboard.press('Tab');
    names.push(
      await popup.evaluate(
        () => document.activeElement?.querySelector('.unseen')?.textContent ?? document.activeElement?.role ?? '',
      ),
    );
  }
  const rewrite = 'Replace with: We can refund you from Monday.';
  expect(names).toContain(rewrite);
  for (let at = names.indexOf(rewrite); at < names.length - 1; at++) {
    await popup.keyboard.down('Shift');
    await popup.keyboard.press('Tab');
    await popup.keyboard.up('Shift');
  }
  await popup.keyboard.press('Enter');
  await expect.poll(box.readText).toBe('We can refund you from Monday. Our policy does not allow that.');
  await expect.poll(() => popup.evaluate(() => document.activeElement?.className)).toBe('rewrite');
});
