import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds } from './browser.ts';
import { useToolbar } from './toolbar.ts';

const toolbar = useToolbar(builds.demo);

test('the toolbar button counts the phrases of the reply, in the colour of the gravest', async () => {
  const page = await toolbar.openDemo('/ticket.html');
  const box = await getReplyBox(page, 'ticket');
  await box.focus();
  await box.type("We can't refund you until Monday.\n");
  await expect.poll(toolbar.readBadge).toMatchObject({ text: '1', title: 'CanDo: 1 phrase to look at' });
  const { color } = await toolbar.readBadge();
  await box.type('What a whiner.');
  await expect.poll(toolbar.readBadge).toMatchObject({ text: '2', title: 'CanDo: 2 phrases to look at' });
  expect((await toolbar.readBadge()).color).not.toBe(color);
  await box.clear();
  await expect.poll(toolbar.readBadge).toMatchObject({ text: '', title: 'CanDo' });
});

test('the count goes with the reply box, and with the site or the snooze', async () => {
  const page = await toolbar.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  const readCount = async () => (await toolbar.readBadge()).text;
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(readCount).toBe('1');
  await toolbar.store({ settings: { version: 2, sitesOff: ['localhost'] } });
  await expect.poll(readCount).toBe('');
  await toolbar.store({ settings: { version: 2 } });
  await expect.poll(readCount).toBe('1');
  await toolbar.store({ settings: { version: 2, snoozedUntil: Date.now() + 3_600_000 } });
  await expect.poll(readCount).toBe('');
  await toolbar.store({ settings: { version: 2 } });
  await expect.poll(readCount).toBe('1');
  await box.locator.evaluate((area) => area.remove());
  await expect.poll(readCount).toBe('');
});

test('the count of a tab that is not in front follows a snooze and its end at once', async () => {
  const page = await toolbar.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  const readCount = async () => (await toolbar.readBadge(page)).text;
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(readCount).toBe('1');
  const front = await toolbar.openDemo('/mail.html');
  await front.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hidden)).toBe(true);
  await toolbar.store({ settings: { version: 2, snoozedUntil: Date.now() + 3_600_000 } });
  await expect.poll(readCount).toBe('');
  await toolbar.store({ settings: { version: 2 } });
  await expect.poll(readCount).toBe('1');
  expect(await page.evaluate(() => document.hidden)).toBe(true);
});

test('a page that is loaded anew starts without a count', async () => {
  const page = await toolbar.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(async () => (await toolbar.readBadge()).text).toBe('1');
  await page.reload();
  await expect.poll(async () => (await toolbar.readBadge()).text).toBe('');
});
