import { expect, test } from 'vitest';
import { addShadow, addSrcdoc, addWritten } from '../places-in-page.ts';
import { useFirefox } from './browser.ts';
import type { FirefoxPage } from './driver.ts';
import { findBox } from './placed-box.ts';
import { connectWindow } from './toolbar.ts';

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const MARK = { severity: 'warning', text: "We can't refund you" };

const firefox = useFirefox();

/** An empty page of the desk's host with what `build` puts there. */
async function open(build: (html: string) => void, html: string): Promise<FirefoxPage> {
  const page = await firefox.openDemo('/text.html');
  await page.evaluate(() => document.body.replaceChildren());
  await page.evaluate(build, html);
  return page;
}

// These run in the page: each must hold all that it needs.

function addHere(html: string): void {
  document.body.innerHTML = html;
}

function addNested(html: string): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = document.createElement('iframe');
  frame.contentDocument?.body.append(inner);
  inner.contentDocument?.write(html);
  inner.contentDocument?.close();
}

const BODY = '<!doctype html><body contenteditable="true" role="textbox" aria-label="Reply"><p><br></p></body>';
const editable = (name: string, value = 'true') =>
  `<div contenteditable="${value}" role="textbox" aria-label="${name}" style="min-height: 4em"></div>`;
const area = (name: string) => `<textarea aria-label="${name}" rows="4" cols="60"></textarea>`;

test.each([
  ['a frame with its text as an attribute', addSrcdoc, BODY],
  ['an empty frame that a script writes', addWritten, BODY],
  ['a frame within a frame', addNested, BODY],
  ['an editable in a shadow root', addShadow, editable('Reply')],
  ['a textarea in a shadow root', addShadow, area('Reply')],
  ['an editable for plain text alone', addHere, editable('Reply', 'plaintext-only')],
])('%s is coached like the page', async (_name, build, html) => {
  const page = await open(build, html);
  const box = await findBox(page);
  await box.focus();
  await page.keyboard.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
  await page.keyboard.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
  await page.keyboard.type(' Thanks');
  await expect.poll(box.readText).toBe(`${RIGHT} Thanks`);
  await page.keyboard.press('Control+Shift+F9');
  await expect.poll(box.readText).toBe(`${WRONG} Thanks`);
});

test('of two replies side by side each has its own marks, and a key is for the one with the caret', async () => {
  const page = await open(addHere, `${editable('One')}${area('Two')}`);
  const [one, two] = [await findBox(page, 'One'), await findBox(page, 'Two')];
  await one.focus();
  await page.keyboard.type(WRONG);
  await expect.poll(one.readMarks).toEqual([MARK]);
  await two.focus();
  await page.keyboard.type(WRONG);
  await expect.poll(one.readMarks).toEqual([MARK, MARK]);
  await page.keyboard.press('F9');
  await expect.poll(two.readText).toBe(RIGHT);
  expect(await one.readText()).toBe(WRONG);
  await page.evaluate(() => document.querySelector('[aria-label="One"]')?.remove());
  await expect.poll(two.readMarks).toEqual([]);
  await page.keyboard.type(' Bye');
  expect(await two.readText()).toBe(`${RIGHT} Bye`);
});

test('a hundred thousand characters at once are marked, and undo and redo leave them whole', async () => {
  const page = await open(addHere, area('Reply'));
  const box = await findBox(page);
  // In lines: one so long would be left alone.
  const long = `${WRONG}\n${'The kettle is on its way.\n'.repeat(4_000)}`;
  await box.focus();
  // As a paste does it: the clipboard is closed to whoever drives Firefox.
  await page.evaluate((words) => void document.execCommand('insertText', false, words), long);
  await page.keyboard.press('Control+Home');
  await expect.poll(box.readMarks).toContainEqual(MARK);
  await page.keyboard.press('Control+z');
  await expect.poll(box.readText).toBe('');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(box.readText).toBe(long);
  await expect.poll(box.readMarks).toContainEqual(MARK);
});

test('when the browser has stopped the background page, the next key wakes it', async () => {
  const page = await open(addHere, editable('Reply'));
  const box = await findBox(page);
  await box.focus();
  await page.keyboard.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
  const run = await connectWindow(page.tab.browser());
  await run(`WebExtensionPolicy.getByID('${firefox.id}').extension.terminateBackground()`);
  await page.keyboard.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
});

// The last one: CanDo is gone afterwards. Firefox ends its scripts at once and tells them nothing, so what is drawn stays till then.
test('when CanDo is switched off under a page, typing goes on, and nothing is left of it once the page is fresh', async () => {
  const page = await open(addHere, editable('Reply'));
  const box = await findBox(page);
  await box.focus();
  await page.keyboard.type(WRONG);
  await expect.poll(box.readMarks).toEqual([MARK]);
  const run = await connectWindow(page.tab.browser());
  await run(`(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID('${firefox.id}')).disable();
  })()`);
  await page.keyboard.type(' Thanks');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sam');
  expect((await box.readText()).replace('\n', '')).toBe(`${WRONG} ThanksSam`);
  await page.tab.reload();
  const area = await findBox(page);
  await area.focus();
  await page.keyboard.type(WRONG);
  expect(await area.readMarks()).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('cando-chip, cando-mirror').length)).toBe(0);
});
