import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox, waitUntilApplied } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

const FIRST = "We can't refund you until Monday.";
const SECOND = "We can't ship your order until the payment clears.";

async function openDraft(name: BoxName, draft: string, marks: number): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

let home = '';
beforeAll(() => {
  home = new URL('/', browser.context.serviceWorkers()[0]?.url()).href;
});

/** Asks a page of the extension, for a worker that nobody needs has stopped. */
async function readStoredPhrases(options: Page): Promise<unknown[]> {
  const stored = await options.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.get('settings'));
  return stored.settings?.ignored ?? [];
}

const getCard = ({ page }: ReplyBox) => page.locator('cando-card').getByRole('dialog');
const hasFocus = ({ locator }: ReplyBox) => locator.evaluate((box) => document.activeElement === box);

// First of all: only a browser that has just started takes its time over the rewrites.
test('a click on a mark opens the card, and its first button applies', async () => {
  const box = await openDraft('text', FIRST, 1);
  await box.locator.click({ position: { x: 50, y: 22 } });
  await getCard(box).getByRole('button').first().click();
  await expect.poll(box.readText).toBe('We can refund you from Monday.');
});

test('F8 walks from phrase to phrase without taking the caret, Esc closes', async () => {
  const box = await openDraft('ticket', `${FIRST}\n${SECOND}`, 2);
  await box.press('F8');
  const near = await readCard(box.page);
  await box.press('F8');
  await expect.poll(async () => (await readCard(box.page))?.phrase).not.toBe(near?.phrase);
  await box.press('Shift+F8');
  await expect.poll(async () => (await readCard(box.page))?.phrase).toBe(near?.phrase);
  expect(await hasFocus(box)).toBe(true);
  await box.press('Escape');
  await expect.poll(() => getCard(box).count()).toBe(0);
  await box.type(' Thanks');
  expect(await box.readText()).toBe(`${FIRST}\n${SECOND} Thanks`);
});

test('Shift+F9 moves into the card, Enter takes the first rewrite, and the caret is back in the reply', async () => {
  const box = await openDraft('ticket', FIRST, 1);
  await box.press('Shift+F9');
  const first = getCard(box).getByRole('button').first();
  await expect
    .poll(() => first.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
    .toBe(true);
  expect(await first.textContent()).toMatch(/^Replace with: We can refund you from Monday\./);
  await box.press('Enter');
  await waitUntilApplied(box.page);
  expect(await box.readText()).toBe('We can refund you from Monday.');
  await expect.poll(() => hasFocus(box)).toBe(true);
  await box.type(' Thanks');
  expect(await box.readText()).toBe('We can refund you from Monday. Thanks');
});

test('Esc in the card gives the caret back where it was', async () => {
  const box = await openDraft('mail', FIRST, 1);
  await box.press('ArrowLeft', 'ArrowLeft', 'Shift+F9');
  await expect.poll(() => hasFocus(box)).toBe(false);
  await box.press('Escape');
  await expect.poll(() => hasFocus(box)).toBe(true);
  await box.type('!');
  expect(await box.readText()).toBe("We can't refund you until Monda!y.");
});

test('what is dismissed here stays quiet while the draft goes on', async () => {
  const box = await openDraft('ticket', `${FIRST}\n${SECOND}`, 2);
  await box.press('Control+Shift+F8');
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.type(' Thanks');
  expect(await box.readMarks()).toEqual([{ severity: 'warning', text: "We can't refund you" }]);
});

test('what was dismissed in one reply is marked in the next one in the same box', async () => {
  const box = await openDraft('ticket', FIRST, 1);
  await box.press('Control+Shift+F8');
  await expect.poll(box.readMarks).toEqual([]);
  await box.clear();
  await expect.poll(box.readText).toBe('');
  await box.type(FIRST);
  await expect.poll(box.readMarks).toHaveLength(1);
});

test('an ignored phrase stays ignored on the next page, others are still marked', async () => {
  const box = await openDraft('ticket', FIRST, 1);
  await box.press('F8');
  await getCard(box).getByRole('button', { name: 'Ignore this phrase' }).click();
  await expect.poll(box.readMarks).toEqual([]);
  // The marks go at once, the phrase is stored a moment later.
  const options = await browser.open(`${home}options.html`);
  await expect.poll(() => readStoredPhrases(options)).toHaveLength(1);
  await box.page.close();
  await openDraft('text', `${FIRST}\n${SECOND}`, 1);
});

test('a rule that is switched off is quiet in every open reply box', async () => {
  const other = await openDraft('mail', SECOND, 1);
  const box = await openDraft('ticket', SECOND, 1);
  const [mark] = await box.readMarks();
  expect(await other.readMarks()).toContainEqual(mark);
  await box.press('F8');
  await getCard(box).getByRole('button', { name: 'Switch off rule' }).click();
  const said = box.page.locator('cando-chip').getByRole('status');
  await expect.poll(() => said.textContent()).toContain('Rule switched off.');
  await expect.poll(box.readMarks).not.toContainEqual(mark);
  await other.page.bringToFront();
  await expect.poll(other.readMarks).not.toContainEqual(mark);
});

test('what another rule says of the same words stays when one is switched off', async () => {
  const box = await openDraft('text', 'You must send the form.', 1);
  await box.press('F8');
  const title = getCard(box).getByRole('heading').first();
  const before = await title.innerText();
  await getCard(box).getByRole('button', { name: 'Switch off rule' }).click();
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.press('F8');
  expect(await title.innerText()).not.toBe(before);
});
