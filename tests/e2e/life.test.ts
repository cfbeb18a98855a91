import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { findOurWorld } from './our-world.ts';
import { stopWorker } from './stop-worker.ts';

const browser = useBrowser(builds.demo, { backForwardCache: true });

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const MARK = { severity: 'warning', text: "We can't refund you" };
const BOXES: BoxName[] = ['ticket', 'mail', 'text'];

const open = async (name: BoxName) => getReplyBox(await browser.openDemo(`/${name}.html`), name);

async function write(name: BoxName, draft = WRONG): Promise<ReplyBox> {
  const box = await open(name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toEqual([MARK]);
  return box;
}

/** Errors that the page's console shows, whoever's they are. */
function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

test.each(BOXES)('a key that is pressed while CanDo still loads is late rather than lost: %s', async (name) => {
  const box = await open(name);
  await box.locator.evaluate((element, draft) => {
    if (window.demoEditor) window.demoEditor.setData(`<p>${draft}</p>`);
    else if (element instanceof HTMLTextAreaElement) element.value = draft;
    else if (element.firstElementChild) element.firstElementChild.textContent = draft;
  }, WRONG);
  await box.focus();
  await box.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
});

describe('A page that clears what it shares with CanDo', () => {
  test.each(BOXES)('has the marks, the count and the keys back at the next change: %s', async (name) => {
    const box = await write(name);
    const errors = watchErrors(box.page);
    for (const clear of [clearHighlights, emptyHighlights, replaceStyles, removeOurs]) {
      await box.page.evaluate(clear);
      await box.type('!');
      await expect.poll(() => box.page.evaluate(readShown)).toEqual([MARK.text, 'dashed', '1']);
    }
    await box.page.evaluate(clearHighlights);
    await box.page.evaluate(removeOurs);
    await box.locator.blur();
    await box.locator.focus();
    await expect.poll(() => box.page.evaluate(readShown)).toEqual([MARK.text, 'dashed', '1']);
    await box.press('F9');
    await expect.poll(box.readText).toBe(`${RIGHT}!!!!`);
    expect(errors).toEqual([]);
  });

  test('finds the card again when it has taken it away', async () => {
    const box = await write('text');
    await box.press('F8');
    await readCard(box.page);
    await box.page.evaluate(removeOurs);
    await box.press('F8');
    expect((await readCard(box.page))?.rewrites).toContain(RIGHT);
  });

  test('does no harm by spoiling what all nodes of its world share', async () => {
    const box = await open('text');
    await box.page.evaluate(() => {
      const spoilt = () => {
        throw new Error('spoilt');
      };
      for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains', 'getRootNode'] as const) {
        Object.assign(Node.prototype, { [name]: spoilt });
      }
      Object.assign(Element.prototype, { append: spoilt, closest: spoilt, attachShadow: spoilt });
      Object.assign(Document.prototype, { createRange: spoilt });
      Object.defineProperty(document, 'adoptedStyleSheets', { value: Object.freeze([]) });
    });
    await box.page.locator('textarea').focus();
    await box.type(WRONG);
    await box.press('F9');
    await expect.poll(() => box.locator.inputValue()).toBe(RIGHT);
  });
});

test.each([
  ['textarea', '<textarea></textarea>'],
  ['div', '<div contenteditable="plaintext-only"></div>'],
])(
  'a page that forbids all scripts, styles and markup from strings is coached, without complaint: %s',
  async (name, html) => {
    const page = await browser.openDemo('/text.html');
    const headers = {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    };
    await page.route('**/strict.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers,
        body: `<!doctype html><title>Strict</title>${html}`,
      }),
    );
    await page.goto(new URL('/strict.html', page.url()).href);
    const errors = watchErrors(page);
    const box = page.locator(name).first();
    await box.focus();
    await page.keyboard.type(WRONG);
    await expect.poll(() => page.evaluate(readShown)).toEqual([MARK.text, 'dashed', '1']);
    await page.keyboard.press('F8');
    expect((await readCard(page))?.rewrites).toContain(RIGHT);
    await page.keyboard.press('F9');
    await expect.poll(() => box.evaluate(readWords)).toBe(RIGHT);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => box.evaluate(readWords)).toBe(WRONG);
    expect(errors).toEqual([]);
  },
);

test('a page that the browser kept as it was, and brings back, is coached once', async () => {
  const box = await write('text');
  await box.page.evaluate(() =>
    window.addEventListener('pageshow', (event) => {
      Object.assign(window, { isKept: event.persisted });
    }),
  );
  await box.page.goto(new URL('/mail.html', box.page.url()).href);
  await box.page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => box.page.evaluate(() => Reflect.get(window, 'isKept'))).toBe(true);
  await box.locator.focus();
  await box.press('ControlOrMeta+End');
  await box.type(' Bye');
  await expect.poll(box.readMarks).toEqual([MARK]);
  expect(await box.page.locator('cando-chip').count()).toBe(1);
  await box.press('F9');
  await expect.poll(box.readText).toBe(`${RIGHT} Bye`);
});

describe('The worker may be stopped at any moment', () => {
  test('before the first reply box has the focus', async () => {
    const box = await open('text');
    await stopWorker(box.page);
    await box.focus();
    await box.type(WRONG);
    await expect.poll(box.readMarks).toEqual([MARK]);
    await box.press('F9');
    await expect.poll(box.readText).toBe(RIGHT);
  });

  test('between a key and its rewrite', async () => {
    const box = await write('text');
    await Promise.all([box.press('F9'), stopWorker(box.page)]);
    await expect.poll(box.readText).toBe(RIGHT);
    await box.type(' Bye');
    expect(await box.readText()).toBe(`${RIGHT} Bye`);
  });
});

test('on a page of 40,000 nodes a key asks the page for nothing but what has changed', async () => {
  const box = await write('mail');
  await box.page.evaluate(() => {
    for (let row = 0; row < 10_000; row++) {
      const line = document.createElement('p');
      for (let part = 0; part < 3; part++) line.append(document.createElement('b'));
      document.body.append(line);
    }
  });
  const ours = await findOurWorld(box.page);
  await ours.evaluate(countQueries);
  await box.type(' We cannot');
  const few = await ours.evaluate(takeQueries);
  await box.type(' send the form to your new address, and that is that.');
  await expect.poll(box.readMarks).toHaveLength(2);
  expect(few + (await ours.evaluate(takeQueries))).toBe(0);
  // Shows that they are counted.
  await box.locator.blur();
  await box.locator.focus();
  await expect.poll(() => ours.evaluate(takeQueries)).toBeGreaterThan(0);
});

// Last of all: the extension is gone afterwards.
test('switched off, it leaves the page at the next key: no marks, its keys the page’s, and one line, once', async () => {
  const box = await write('text');
  await box.press('F8');
  await readCard(box.page);
  const [worker] = browser.context.serviceWorkers();
  const id = new URL(worker?.url() ?? '').hostname;
  await box.page.evaluate(() => {
    Object.assign(window, { heard: [] });
    window.addEventListener('keydown', ({ key, defaultPrevented }) =>
      Reflect.get(window, 'heard').push(`${key} ${defaultPrevented}`),
    );
  });
  const extensions = await browser.open('chrome://extensions');
  await extensions.evaluate((ours) => Reflect.get(globalThis, 'chrome').management.setEnabled(ours, false), id);
  await box.page.bringToFront();
  await box.press('F9');
  expect(await box.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['F9 false']);
  expect(await box.readText()).toBe(WRONG);
  expect(await box.readMarks()).toEqual([]);
  await box.type(' Bye');
  expect(await box.readText()).toBe(`${WRONG} Bye`);
  await expect.poll(() => box.page.locator('cando-chip').allTextContents()).toHaveLength(1);
  expect(await box.page.locator('cando-card, cando-mirror').count()).toBe(0);
});

// These run in the page: each must hold all that it needs.

function clearHighlights(): void {
  CSS.highlights.clear();
}

function emptyHighlights(): void {
  for (const ranges of CSS.highlights.values()) ranges.clear();
}

function replaceStyles(): void {
  document.adoptedStyleSheets = [new CSSStyleSheet()];
}

function removeOurs(): void {
  for (const element of document.querySelectorAll('cando-chip, cando-card, cando-mirror')) element.remove();
}

/** What an agent sees: the marked words, the kind of line below them, the count. */
function readShown(): string[] {
  const count = document.querySelector('cando-chip')?.shadowRoot?.querySelector('button')?.textContent ?? '';
  const mark = document.querySelector('cando-mirror')?.shadowRoot?.querySelector('mark');
  if (mark) return [mark.textContent ?? '', getComputedStyle(mark).textDecorationStyle, count];
  const [range] = CSS.highlights.get('cando-warning') ?? [];
  const style = getComputedStyle(document.body, '::highlight(cando-warning)').textDecorationStyle;
  return [String(range ?? ''), style, count];
}

function readWords(box: Element): string {
  return 'value' in box ? String(box.value) : (box.textContent ?? '').replaceAll('\u00A0', ' ');
}

/** In our own world of the page. */
function countQueries(): void {
  let count = 0;
  const takeQueries = () => {
    const taken = count;
    count = 0;
    return taken;
  };
  Object.assign(globalThis, { takeQueries });
  for (const { prototype } of [Document, Element, DocumentFragment]) {
    for (const name of ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'getElementsByClassName']) {
      const original = Reflect.get(prototype, name);
      if (!original) continue;
      Object.assign(prototype, {
        [name](this: unknown, ...given: unknown[]) {
          count++;
          return Reflect.apply(original, this, given);
        },
      });
    }
  }
}

function takeQueries(): number {
  return Reflect.get(globalThis, 'takeQueries')();
}
