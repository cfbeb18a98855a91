import type { Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { getBase, openOptions } from './options-page.ts';
import { readDatabase } from './stats-database.ts';
import { stopWorker } from './stop-worker.ts';

const browser = useBrowser(builds.demo);

const DRAFT = "We can't refund you until Monday.";
const MARK = { severity: 'warning', text: "We can't refund you" };
const RIGHT = 'We can refund you from Monday.';

async function openDraft(draft = DRAFT): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo('/text.html'), 'text');
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toEqual([MARK]);
  return box;
}

const readSaid = ({ page }: ReplyBox) =>
  page
    .locator('cando-chip')
    .getByRole('status')
    .allTextContents()
    .then((all) => all.join(' '));

/** The extension's worker, woken up when it sleeps. */
async function getWorker(): Promise<Worker> {
  const { context } = browser;
  return context.serviceWorkers().at(-1) ?? context.waitForEvent('serviceworker');
}

const store = async (items: Record<string, unknown>) =>
  (await getWorker()).evaluate((given) => Reflect.get(globalThis, 'chrome').storage.local.set(given), items);
const clear = async () => (await getWorker()).evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.clear());

// The first of the file: for half a minute the browser goes by the room that it found when it last looked.
test('while the disk is full the agent works on and is told, and all is counted once there is room', async () => {
  const options = await openOptions(browser, 'data');
  const countReplies = async () => {
    const { days = [] } = await options.evaluate(readDatabase);
    return (days as { totals: number[] }[]).reduce((sum, { totals: [replies = 0] }) => sum + replies, 0);
  };
  const devtools = await options.context().newCDPSession(options);
  const origin = await getBase(browser);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const box = await getReplyBox(await browser.openDemo('/text.html'), 'text');
  for (const [text, marks] of [[DRAFT, 1] as const, ['Hello there.', 0] as const]) {
    await box.focus();
    await box.coached();
    await box.type(text);
    await expect.poll(box.readMarks).toHaveLength(marks);
    await box.page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(box.readText).toBe('');
  }
  const told = options.getByText('CanDo cannot keep its counts at the moment');
  await options.bringToFront();
  await told.waitFor();
  expect(await countReplies()).toBe(0);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect.poll(countReplies, { timeout: 90_000 }).toBe(2);
  await told.waitFor({ state: 'detached' });
  await options.getByRole('status').filter({ hasText: '2 replies' }).waitFor();
}, 120_000);

test('settings that make no sense fall back one by one, and the draft is still marked', async () => {
  await store({ settings: { version: 2, off: 7, keys: { next: 3 }, snoozedUntil: 'soon', ignored: [null, 5] } });
  const box = await openDraft();
  await box.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
  await store({ settings: 'nonsense' });
  await openDraft();
  await clear();
});

test('a full storage is said, and what was asked holds for this draft', async () => {
  const box = await openDraft();
  await store({ ballast: 'x'.repeat(10 * 1024 * 1024 - 4_000) });
  await store({ rest: 'x'.repeat(3_800) }).catch(() => undefined);
  await box.press('F8');
  const card = box.page.locator('cando-card').getByRole('dialog');
  await card.getByRole('button', { name: 'Ignore this phrase' }).click();
  await expect.poll(() => readSaid(box)).toContain('The browser’s storage is full'.replace('’', "'"));
  await expect.poll(box.readMarks).toEqual([]);
  expect(await box.readText()).toBe(DRAFT);
  await clear();
});

test('without the grammar host the card says so, the advice stands, and the draft is as it was', async () => {
  const box = await openDraft();
  const worker = await getWorker();
  await worker.evaluate(async () => {
    const { offscreen } = Reflect.get(globalThis, 'chrome');
    await offscreen.closeDocument();
    Object.assign(globalThis, { createDocument: offscreen.createDocument });
    offscreen.createDocument = () => Promise.reject(new Error('none today'));
  });
  await box.press('F8');
  const card = box.page.locator('cando-card').getByRole('dialog');
  await card.getByText('The rewrite is not available right now. The advice still stands.').waitFor();
  await box.press('Escape');
  await box.press('F9');
  expect(await box.readText()).toBe(DRAFT);
  await worker.evaluate(() => {
    Reflect.get(globalThis, 'chrome').offscreen.createDocument = Reflect.get(globalThis, 'createDocument');
  });
  await box.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
});

test('a reply box in a frame without an address is coached like any other', async () => {
  const page = await browser.openDemo('/text.html');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc =
      '<!doctype html><div contenteditable="true" role="textbox" aria-label="Framed" style="min-height: 3em"></div>';
    document.body.append(frame);
  });
  const framed = page.frameLocator('iframe').getByRole('textbox', { name: 'Framed' });
  await framed.click();
  await page.keyboard.type(DRAFT);
  const readMarks = () =>
    framed.evaluate(() => [...(CSS.highlights.get('cando-warning') ?? [])].map((range) => String(range)));
  await expect.poll(readMarks).toEqual([MARK.text]);
  await page.keyboard.press('F9');
  await expect.poll(() => framed.textContent()).toBe(RIGHT);
});

test('two tabs are coached each for itself', async () => {
  const first = await openDraft();
  const second = await openDraft();
  await second.press('F9');
  await expect.poll(second.readText).toBe(RIGHT);
  await first.page.bringToFront();
  expect(await first.readText()).toBe(DRAFT);
  await first.press('F9');
  await expect.poll(first.readText).toBe(RIGHT);
});

test('a page that comes back by the Back button is still coached', async () => {
  const box = await openDraft();
  await box.page.goto(new URL('/mail.html', box.page.url()).href);
  await box.page.goBack();
  const again = await getReplyBox(box.page, 'text');
  await again.focus();
  await again.clear();
  await again.type(DRAFT);
  await expect.poll(again.readMarks).toEqual([MARK]);
  await again.press('F9');
  await expect.poll(again.readText).toBe(RIGHT);
});

test('a worker that the browser has stopped is not missed: typing, marks and F9 go on', async () => {
  const box = await openDraft();
  await stopWorker(box.page);
  await box.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
  await box.type(` ${DRAFT}`);
  await expect.poll(box.readMarks).toEqual([MARK]);
  await box.press('F8');
  expect((await readCard(box.page))?.rewrites).toContain(RIGHT);
});

// Last of all: the extension is another one afterwards.
test('under an update marks and card vanish, typing goes on, and one line says what to do, once', async () => {
  const box = await openDraft();
  await box.press('F8');
  await box.page.locator('cando-card').waitFor();
  const worker = await getWorker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.reload()).catch(() => undefined);
  const line = box.page.getByText('CanDo was updated. Refresh this page to go on with it.');
  await expect
    .poll(async () => {
      await box.type('!');
      return line.count();
    })
    .toBe(1);
  expect(await box.readMarks()).toEqual([]);
  expect(await box.page.locator('cando-card').count()).toBe(0);
  expect((await box.readText()).replace(/!+$/, '')).toBe(DRAFT);
  await box.page.getByRole('button', { name: 'Close' }).click();
  expect(await line.count()).toBe(0);
  await box.type(' Thanks');
  expect(await box.readText()).toContain(' Thanks');
  expect(await line.count()).toBe(0);
});
