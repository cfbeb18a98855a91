import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { extension, useFirefox } from './browser.ts';
import type { FirefoxPage } from './driver.ts';
import { openToolbarPopup } from './toolbar.ts';

const firefox = useFirefox();

const DRAFT = "We can't refund you until Monday.";
const MARK = { severity: 'warning', text: "We can't refund you" };

async function typeDraft(): Promise<ReplyBox<FirefoxPage>> {
  const box = await getReplyBox(await firefox.openDemo('/mail.html'), 'mail');
  await box.focus();
  await box.type(DRAFT);
  await expect.poll(box.readMarks).toEqual([MARK]);
  return box;
}

test('the desks are granted at the installation, and no other site', async () => {
  const { host_permissions: desks } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const { tab } = await firefox.openOwn('/options.html');
  const { origins } = (await tab.evaluate('browser.permissions.getAll()')) as { origins: string[] };
  expect(desks).toContain('https://*.zendesk.com/*');
  expect(origins.sort()).toEqual([...desks].sort());
});

test('the popup of the toolbar lists the phrases of the draft, and its rewrite goes into the reply behind it', async () => {
  const box = await typeDraft();
  const popup = await openToolbarPopup(box.page, firefox.id);
  await expect.poll(popup.readText).toContain(`“${MARK.text}”`);
  await expect.poll(() => popup.press('Replace with: We can refund you from Monday.')).toBe(true);
  await expect.poll(box.readText).toBe('We can refund you from Monday.');
  await expect.poll(popup.readText).not.toContain(`“${MARK.text}”`);
  await popup.close();
  await box.type(' Bye');
  expect(await box.readText()).toBe('We can refund you from Monday. Bye');
});

test('where CanDo does not work, the popup says what it is for', async () => {
  const page = await firefox.openDemo('/mail.html');
  await page.tab.goto(page.tab.url().replace('localhost', '127.0.0.1'));
  const popup = await openToolbarPopup(page, firefox.id);
  await expect.poll(popup.readText).toContain('coaches customer-support agents');
  await popup.close();
});

test('the options open, and a pack that is switched off there is quiet in the open reply box', async () => {
  const box = await typeDraft();
  const { tab } = await firefox.openOwn('/options.html');
  const pack = await tab.waitForSelector(`::-p-aria([name="Whole pack: Can't before can"][role="switch"])`);
  const isOn = () => pack?.evaluate((control) => control.matches(':checked'));
  const press = () => pack?.press(' ');
  await press();
  await expect.poll(isOn).toBe(false);
  await expect.poll(box.readMarks).toEqual([]);
  await press();
  await expect.poll(isOn).toBe(true);
  await expect.poll(box.readMarks).toEqual([MARK]);
});
