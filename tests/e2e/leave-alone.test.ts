import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const WRONG = "We can't refund you until Monday.";
const MARK = { severity: 'warning', text: "We can't refund you" };

const browser = useBrowser(builds.demo);

const open = async (name: BoxName) => getReplyBox(await browser.openDemo(`/${name}.html`), name);

describe('Send still works, with what is marked and with what was rewritten', () => {
  test.each(['ticket', 'mail', 'text'] as BoxName[])('from the reply box of %s', async (name) => {
    const box = await open(name);
    const send = box.page.getByRole('button', { name: /^(Submit|Send)/ });
    const readSent = () => box.page.evaluate(() => window.demoSent.map(({ text }) => text.split('\n')[0]));
    await box.focus();
    await box.type(WRONG);
    await expect.poll(box.readMarks).toEqual([MARK]);
    await send.click();
    await expect.poll(readSent).toEqual([WRONG]);
    await expect.poll(box.readMarks).toEqual([]);

    await box.focus();
    await box.type(WRONG);
    await expect.poll(box.readMarks).toEqual([MARK]);
    await box.press('F9');
    await expect.poll(box.readText).toBe('We can refund you from Monday.');
    await send.click();
    await expect.poll(readSent).toEqual([WRONG, 'We can refund you from Monday.']);
  });

  test('a mail goes off by Ctrl+Enter', async () => {
    const box = await open('mail');
    await box.focus();
    await box.type(WRONG);
    await expect.poll(box.readMarks).toEqual([MARK]);
    await box.press('Control+Enter');
    expect(await box.page.evaluate(() => window.demoSent.length)).toBe(1);
  });
});

test('nothing is marked in the quoted history or the signature of a mail', async () => {
  const box = await open('mail');
  expect(await box.locator.innerText()).toContain("We can't answer the phone on Sundays.");
  expect(await box.locator.innerText()).toContain("they can't help until you call them");
  await box.focus();
  await box.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
});

test('a quotation in a ticket is left alone', async () => {
  const box = await open('ticket');
  await box.focus();
  // CKEditor makes a quotation of a line that starts so.
  await box.page.getByRole('button', { name: 'Block quote' }).click();
  await box.type("You wrote: we can't refund you until Monday.");
  await box.press('Enter', 'Enter');
  await box.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
});

test('an internal note is silent, and the public reply speaks again', async () => {
  const box = await open('ticket');
  const channel = box.page.locator('[data-test-id="omnichannel-channel-switcher-button"]');
  await channel.click();
  await box.focus();
  await box.type(WRONG);
  await box.type(' Really.');
  expect(await box.readMarks()).toEqual([]);
  await channel.click();
  await box.focus();
  await expect.poll(box.readMarks).toEqual([MARK]);
  // A finger rests on the button for a while: the box has lost the focus long before the channel changes.
  await channel.click({ delay: 120 });
  await expect.poll(box.readMarks).toEqual([]);
});

test('nothing is written into the editor but the rewrite', async () => {
  const box = await open('ticket');
  await box.focus();
  await box.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
  expect(await box.readHtml()).toBe(`<p>${WRONG}</p>`);
  expect(await box.locator.innerHTML()).toBe(`<p>${WRONG}</p>`);
});
