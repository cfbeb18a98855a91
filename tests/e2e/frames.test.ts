import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { readMarksInPage } from '../../demo/reply-box.ts';
import { serveDemo } from '../../demo/serve.ts';
import { addShadow, addSrcdoc, addWritten } from '../places-in-page.ts';
import { builds } from './browser.ts';
import { type FramedBox, getFramedBox } from './framed-box.ts';
import { useToolbar } from './toolbar.ts';

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const MARK = { severity: 'warning', text: "We can't refund you" };

const toolbar = useToolbar(builds.demo);
/** The same pages from another port, so of another origin. */
let other: Awaited<ReturnType<typeof serveDemo>>;
beforeAll(async () => {
  other = await serveDemo();
});
afterAll(() => other?.close());
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

function addDesignMode(html: string): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument?.write(html.replace('contenteditable="true"', ''));
  frame.contentDocument?.close();
  Object.assign(frame.contentDocument as Document, { designMode: 'on' });
}

function addAddress(address: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.width = '700';
  frame.height = '600';
  document.body.append(frame);
  return new Promise((resolve) => frame.addEventListener('load', resolve));
}

function addSandboxed(html: string): void {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.srcdoc = html;
  document.body.append(frame);
}

/** Two frames and a textarea in the page around them. */
function addTwo(html: string): void {
  for (const name of ['Reply', 'Other']) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.write(html.replace('Reply', name));
    frame.contentDocument?.close();
  }
  const area = document.createElement('textarea');
  area.ariaLabel = 'Outside';
  document.body.append(area);
}

function addLow(html: string): void {
  const frame = document.createElement('iframe');
  frame.width = '600';
  frame.height = '120';
  document.body.append(frame);
  frame.contentDocument?.write(html);
  frame.contentDocument?.close();
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

describe('frames of other origins', () => {
  test('one on a host that CanDo may read is coached', async () => {
    const page = await open(addAddress, `${other.url}/text.html`);
    await coach(getFramedBox(page));
  });

  test.each([
    ['one on another host', addAddress, () => `${other.url.replace('localhost', '127.0.0.1')}/text.html`],
    ['one without an origin', addSandboxed, () => BODY],
  ])('%s is left alone', async (_name, build, getArgument) => {
    const page = await open(build, getArgument());
    const reply = getFramedBox(page);
    await reply.box.click();
    await page.keyboard.type(WRONG);
    await page.keyboard.press('F9');
    // What is coached beside it has its mark: time enough has gone by.
    await page.evaluate(() => document.body.append(document.createElement('textarea')));
    await page.locator('textarea').click();
    await page.keyboard.type(WRONG);
    await expect.poll(() => page.evaluate(readMarksInPage)).toEqual([MARK]);
    expect(await reply.readMarks()).toEqual([]);
    expect(await reply.readText()).toBe(WRONG);
    expect(await reply.frame.locator('cando-chip').count()).toBe(0);
  });
});

test('between frames and the page around them the key and the count go with the focus, and the marks stay', async () => {
  const page = await open(addTwo, BODY);
  const [reply, beside] = page.frames().slice(1) as [Frame, Frame];
  const boxes = [
    getFramedBox(page, 'Reply', reply),
    getFramedBox(page, 'Other', beside),
    getFramedBox(page, 'Outside', page.mainFrame()),
  ] as const;
  const readCount = async () => (await toolbar.readBadge()).text;
  for (const box of boxes) await box.write(WRONG);
  await boxes[1].write(' What a whiner.', 2);
  await expect.poll(readCount).toBe('2');
  await boxes[0].box.click();
  await expect.poll(readCount).toBe('1');
  await page.keyboard.press('F9');
  await expect.poll(boxes[0].readText).toBe(RIGHT);
  expect(await boxes[1].readMarks()).toHaveLength(2);
  expect(await boxes[2].readText()).toBe(WRONG);
  await boxes[1].box.click();
  await expect.poll(readCount).toBe('2');
  await page.keyboard.press('F8');
  await boxes[1].frame.locator('cando-card').waitFor();
  // The frame goes with its open card; the page around it is coached on.
  await page.evaluate(() => document.querySelectorAll('iframe')[1]?.remove());
  await boxes[2].box.click();
  await expect.poll(readCount).toBe('1');
  await page.keyboard.press('F9');
  await expect.poll(boxes[2].readText).toBe(RIGHT);
});

test('in a low frame the card is no higher than the frame, and all of it can be reached', async () => {
  const page = await open(addLow, BODY);
  const reply = getFramedBox(page);
  await reply.write(WRONG);
  await page.keyboard.press('F8');
  const card = reply.frame.locator('cando-card');
  await card.getByRole('button', { name: RIGHT }).waitFor();
  const { top, room } = await card.evaluate((host) => {
    const { top, bottom } = host.getBoundingClientRect();
    return { top, room: innerHeight - bottom };
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(room).toBeGreaterThanOrEqual(0);
  await card.getByRole('button', { name: 'Ignore here' }).click();
  await expect.poll(reply.readMarks).toEqual([]);
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

  test('marks are drawn still when a component sets the styles of its root anew', async () => {
    const page = await open(addShadow, EDITABLE);
    const reply = getFramedBox(page);
    const readLine = () =>
      reply.box.evaluate((box) => getComputedStyle(box, '::highlight(cando-warning)').textDecorationLine);
    await reply.write(WRONG);
    await expect.poll(readLine).toBe('underline');
    // In one go: CanDo may see it a moment later, and mend it.
    const without = await reply.box.evaluate((box) => {
      Object.assign(box.getRootNode() as ShadowRoot, { adoptedStyleSheets: [] });
      return getComputedStyle(box, '::highlight(cando-warning)').textDecorationLine;
    });
    expect(without).toBe('none');
    await page.keyboard.type(' Thanks');
    await expect.poll(readLine).toBe('underline');
  });
});
