import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { readMarksInPage } from '../../demo/reply-box.ts';
import { builds } from './browser.ts';
import { type FramedBox, getFramedBox } from './framed-box.ts';
import { useToolbar } from './toolbar.ts';

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const MARK = { severity: 'warning', text: "We can't refund you" };

const toolbar = useToolbar(builds.demo);
/** An empty page of the desk's host with what `build` puts there. */
async function open(build: (html: string) => unknown, html: string): Promise<Page> {
  const page = await toolbar.openDemo('/text.html');
  await page.bringToFront();
  await page.evaluate(() => document.body.replaceChildren());
  await page.evaluate(build, html);
  return page;
}

// These run in the page: each must hold all that it needs.

const BODY =
  '<!doctype html><body contenteditable="true" aria-label="Reply" style="min-height: 4em"><p><br></p></body>';

function addSrcdoc(html: string): void {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  document.body.append(frame);
}

function addWritten(html: string): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument?.open();
  frame.contentDocument?.write(html);
  frame.contentDocument?.close();
}

function addDesignMode(html: string): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument?.write(html.replace('contenteditable="true"', ''));
  frame.contentDocument?.close();
  Object.assign(frame.contentDocument as Document, { designMode: 'on' });
}

function addBlob(html: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  document.body.append(frame);
  return new Promise((resolve) => frame.addEventListener('load', resolve));
}

function addNested(html: string): void {
  let { body } = document;
  for (const inside of ['<body></body>', '<body></body>', html]) {
    const frame = body.ownerDocument.createElement('iframe');
    body.append(frame);
    frame.contentDocument?.write(inside);
    frame.contentDocument?.close();
    body = frame.contentDocument?.body as HTMLBodyElement;
  }
}

function addShadow(html: string): void {
  const part = document.createElement('x-part');
  document.body.append(part);
  part.attachShadow({ mode: 'open' }).innerHTML = html;
}

function addNestedShadow(html: string): void {
  const part = document.createElement('x-part');
  document.body.append(part);
  const inner = document.createElement('x-part');
  part.attachShadow({ mode: 'open' }).append(document.createElement('p'), inner);
  inner.attachShadow({ mode: 'open' }).innerHTML = html;
}

function addClosedShadow(html: string): void {
  const part = document.createElement('x-part');
  document.body.append(part);
  const root = part.attachShadow({ mode: 'closed' });
  root.innerHTML = html;
  // A test sees no further into it than the page does.
  Object.assign(window, { readClosed: () => root.lastElementChild?.textContent });
}

/** As Salesforce does: the page's own functions tell of roots and hosts what suits its components. */
function addSyntheticShadow(html: string): void {
  const part = document.createElement('x-part');
  document.body.append(part);
  part.innerHTML = html;
  const fake = document.createDocumentFragment();
  Node.prototype.getRootNode = () => fake;
  Object.defineProperty(Document.prototype, 'activeElement', { get: () => part });
  Object.defineProperty(Node.prototype, 'parentElement', { get: () => null });
  Object.defineProperty(Event.prototype, 'target', { get: () => part });
  Event.prototype.composedPath = () => [part];
}

const AREA = '<input aria-label="Subject" /><textarea aria-label="Reply" rows="4"></textarea>';
const EDITABLE =
  '<input aria-label="Subject" /><div contenteditable="true" aria-label="Reply" style="min-height: 4em"></div>';

/** What an agent sees and does: a mark, its count, the card by key, the caret back, the rewrite, and typing on. */
async function coach(reply: FramedBox): Promise<void> {
  const { page, frame } = reply;
  await reply.write(WRONG);
  expect(await reply.readMarks()).toEqual([MARK]);
  await expect.poll(() => frame.locator('cando-chip').getByRole('button').textContent()).toBe('1');
  await page.keyboard.press('F8');
  expect((await readCard(frame))?.rewrites).toContain(RIGHT);
  await page.keyboard.press('Escape');
  await expect.poll(() => frame.locator('cando-card').count()).toBe(0);
  await page.keyboard.press('F9');
  await expect.poll(reply.readText).toBe(RIGHT);
  await expect.poll(reply.readMarks).toEqual([]);
  await page.keyboard.type(' Thanks');
  await expect.poll(reply.readText).toBe(`${RIGHT} Thanks`);
}

describe('in frames', () => {
  test.each([
    ['a frame with its text as an attribute', addSrcdoc],
    ['an empty frame that a script writes, as CKEditor 4 and TinyMCE have', addWritten],
    ['a frame in design mode', addDesignMode],
    ['a frame made of a blob', addBlob],
    ['frames within frames, as in Salesforce', addNested],
  ])('%s is coached like the page', async (_name, build) => {
    await coach(getFramedBox(await open(build, BODY)));
  });
});

describe('in shadow roots', () => {
  test.each([
    ['an editable in an open root', addShadow, EDITABLE],
    ['a textarea in an open root', addShadow, AREA],
    ['an editable in a root within a root', addNestedShadow, EDITABLE],
    ['a textarea in a root within a root', addNestedShadow, AREA],
    ["an editable among Salesforce's stand-ins for roots", addSyntheticShadow, EDITABLE],
  ])('%s is coached like the page', async (_name, build, html) => {
    const page = await open(build, html);
    // From a field of the same root: the page outside hears nothing of that.
    await page.getByLabel('Subject').click();
    await coach(getFramedBox(page));
  });

  test('an editable in a closed root is coached too, for extensions may look in', async () => {
    const page = await open(addClosedShadow, EDITABLE);
    const { x, y } = (await page.locator('x-part').boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.click(x + 20, y + 12);
    await page.keyboard.press('Tab');
    await page.keyboard.type(WRONG);
    await expect.poll(() => page.evaluate(readMarksInPage)).toEqual([MARK]);
    await page.keyboard.press('F9');
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'readClosed')())).toBe(RIGHT);
  });
});
