import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskPage, deskPages } from '../desk-pages.ts';
import { builds, useBrowser } from './browser.ts';
import {
  countChips,
  findOtherSends,
  findReplies,
  isToldFromNotes,
  putRepliesBack,
  type Reply,
  readCustomers,
  readFacts,
  readMarked,
  takeRepliesOut,
  type,
  writeInto,
} from './desk-driver.ts';
import { grantAllDesks } from './granted.ts';

// Each desk's synthetic page at the desk's own address, with the store build as if every desk were switched on. Nothing leaves the
// machine, and no live product was looked at.
const OWN = 'https://support.example.com';
const extension = grantAllDesks(builds.store, `${OWN}/*`);
const browser = useBrowser(extension);

const REFUSAL = "We can't refund you";
const UNKIND = 'What a whiner';
const DRAFT = `${REFUSAL} until Monday. ${UNKIND}.`;

/** Gmail forbids HTML from strings, so its stand-in does too. */
const GMAIL_HEADERS = { 'content-security-policy': "require-trusted-types-for 'script'" };

let page: Page;
let desk: DeskPage;

beforeAll(async () => {
  page = await browser.context.newPage();
  await page.addInitScript({ content: readFacts() });
  await page.route(/^https:/, (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({
          contentType: 'text/html',
          body: desk.html,
          headers: desk.site.id === 'gmail' ? GMAIL_HEADERS : {},
        })
      : route.abort(),
  );
});
afterAll(() => rmSync(extension, { recursive: true, force: true }));

async function open(name: string, address?: string): Promise<void> {
  desk = deskPages.find((one) => one.name === name) as DeskPage;
  await page.goto(address ?? desk.address.href);
}

test.each(deskPages)(
  '$name: the reply is marked, notes and all else are left alone, and Send works',
  async ({ name }) => {
    await open(name);

    // A page of the desk without a composer is quiet, and beside a composer its other fields are.
    await page.evaluate(takeRepliesOut);
    await writeInto(page, '[data-part="decoy"]', DRAFT);
    await page.evaluate(putRepliesBack);
    await writeInto(page, '[data-part="decoy"], [data-part="field"]', DRAFT);

    const count = desk.html.split('data-part="reply"').length - 1;
    let replies: Reply[] = [];
    await expect
      .poll(async () => {
        replies = await findReplies(page);
        return replies.length;
      })
      .toBe(count);
    const marked: string[] = [];
    for (const reply of replies) {
      await type(page, reply, DRAFT);
      marked.push(REFUSAL, UNKIND);
      await expect.poll(() => readMarked(page)).toEqual(marked);
    }
    expect(await countChips(page)).toBe(count);

    // Among colleagues the fact is fine as it is; unkind words are not.
    const toNote = page.locator('[data-part~="to-note"]');
    if ((await toNote.count()) === 0) expect(await page.evaluate(isToldFromNotes, desk.site)).toBe(false);
    else {
      const [reply] = replies as [Reply];
      await toNote.click();
      await type(page, reply, ' ');
      await expect.poll(() => readMarked(page)).toEqual([UNKIND]);
      await page.locator('[data-part~="to-reply"]').click();
      await type(page, reply, ' ');
      await expect.poll(() => readMarked(page)).toEqual(marked);
    }

    const { read, there } = await page.evaluate(readCustomers, desk.site);
    expect(read).toEqual(there);

    const sends = page.locator('[data-part="send"]');
    expect(await page.evaluate(findOtherSends, desk.site)).toEqual([]);
    for (const [index, send] of (await sends.all()).entries()) {
      await send.click();
      expect(await page.evaluate(() => document.body.dataset.sent)).toBe(String(index + 1));
    }
  },
);

test('Zendesk at a company’s own address has Zendesk’s notes, and is silent in its help centre', async () => {
  await open('zendesk-ticket', `${OWN}/hc/en-us/requests/1`);
  await writeInto(page, '[data-part="field"]', DRAFT);
  // As the desk does it: without loading a page.
  await page.evaluate(() => history.pushState({}, '', '/agent/tickets/1'));
  const [reply] = (await findReplies(page)) as [Reply];
  await type(page, reply, DRAFT);
  await expect.poll(() => readMarked(page)).toEqual([REFUSAL, UNKIND]);
  expect(await countChips(page)).toBe(1);
  await page.locator('[data-part~="to-note"]').click();
  await type(page, reply, ' ');
  await expect.poll(() => readMarked(page)).toEqual([UNKIND]);
});

test('Outlook at a company’s own address has Outlook’s signature, history and recipients', async () => {
  await open('outlook', `${OWN}/mail/`);
  await writeInto(page, '[data-part="decoy"]', DRAFT);
  const [reply] = (await findReplies(page)) as [Reply];
  await type(page, reply, DRAFT);
  await expect.poll(() => readMarked(page)).toEqual([REFUSAL, UNKIND]);
  expect(await countChips(page)).toBe(1);
});
