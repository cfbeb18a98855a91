import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const DRAFT = "Hello Priya,\nUnfortunately we can't refund you until the warehouse has the parcel. Best wishes";
const REWRITTEN = 'Hello Priya,\nWe can refund you as soon as the warehouse has the parcel. Best wishes';
const MARK = { severity: 'warning', text: "Unfortunately we can't refund you" };

/** A Zendesk ticket (CKEditor 5), a Gmail message, a plain textarea. */
const ALL: BoxName[] = ['ticket', 'mail', 'text'];
const RICH: BoxName[] = ['ticket', 'mail'];

const browser = useBrowser(builds.demo);

const hasFocus = ({ locator }: ReplyBox) => locator.evaluate((box) => document.activeElement === box);
const readSaid = async ({ page }: ReplyBox) =>
  (await page.locator('cando-chip').getByRole('status').textContent())?.trim();

async function open(name: BoxName): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  return box;
}

async function typeDraft(name: BoxName, draft = DRAFT): Promise<ReplyBox> {
  const box = await open(name);
  await box.type(draft);
  await expect.poll(box.readMarks).toEqual([MARK]);
  return box;
}

// What `npm run test:editors` proves in every editor stands here once: that the rest of the text stays exact, that typing goes on behind
// a rewrite and in the next paragraph, that several undo one by one, and that bold words beside the phrase stay bold.

describe.each(ALL)('%s', (name) => {
  test('a key puts the true and positive sentence in, and typing goes on where it was', async () => {
    const box = await typeDraft(name);
    await box.apply();
    expect(await box.readText()).toBe(REWRITTEN);
    await expect.poll(box.readMarks).toEqual([]);
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${REWRITTEN}, Sam`);
  });

  test('one Ctrl+Z takes the rewrite back, and no more than the rewrite', async () => {
    const box = await typeDraft(name);
    await box.apply();
    expect(await box.readText()).toBe(REWRITTEN);
    await box.press('ControlOrMeta+z');
    await expect.poll(box.readText).toBe(DRAFT);
    await expect.poll(box.readMarks).toEqual([MARK]);
    await box.press('End');
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${DRAFT}, Sam`);
  });
});

test.each<[number, BoxName]>([
  [0, 'ticket'],
  [40, 'ticket'],
  [80, 'ticket'],
  [40, 'mail'],
  [0, 'text'],
])('who types on %s ms after the key loses no letter and no phrase: %s', async (delay, name) => {
  const box = await typeDraft(name);
  // The first rewrite takes longer than the next ones, for the grammar has to wake.
  await box.press('F8');
  await readCard(box.page);
  await box.press('Escape', 'F9');
  for (const key of ', Sam and all') await box.page.keyboard.press(key, { delay });
  await expect.poll(box.readText).toBe(`${REWRITTEN}, Sam and all`);
});

test.each<BoxName>(['ticket', 'text'])(
  'who types on before the rewrite is known loses no letter and no place: %s',
  async (name) => {
    const box = await typeDraft(name);
    await box.press('F9');
    for (const key of ', Sam and all') await box.page.keyboard.press(key, { delay: 20 });
    await expect.poll(box.readText).toBe(`${REWRITTEN}, Sam and all`);
  },
);

test('right after the phrase, typing goes on after the rewrite', async () => {
  const box = await typeDraft('mail', "Unfortunately we can't refund you until the warehouse has the parcel");
  await box.apply();
  expect(await box.readText()).toBe('We can refund you as soon as the warehouse has the parcel');
  await box.type('. Thanks');
  expect(await box.readText()).toBe('We can refund you as soon as the warehouse has the parcel. Thanks');
});

test('who writes in the next paragraph goes on there', async () => {
  const box = await typeDraft('mail', "Unfortunately we can't refund you until Monday.\nBest wishes");
  await box.apply();
  await box.type(', Sam');
  expect(await box.readText()).toBe('We can refund you from Monday.\nBest wishes, Sam');
});

test.each(RICH)('who has begun a new paragraph goes on there: %s', async (name) => {
  const box = await typeDraft(name, "Unfortunately we can't refund you until Monday.\n");
  await box.apply();
  await box.type('Best wishes');
  expect(await box.readText()).toBe('We can refund you from Monday.\nBest wishes');
});

test.each(RICH)(
  'a sentence with nothing good to say goes as a whole, and one undo brings it back: %s',
  async (name) => {
    const draft = 'The part is here. The customer is clueless. I can fit it on Monday.';
    const box = await open(name);
    await box.type(draft);
    await expect.poll(box.readMarks).toHaveLength(1);
    await box.press('F8');
    const takeOut = box.page.locator('cando-card').getByRole('button', { name: 'Take this sentence out' });
    await expect.poll(() => takeOut.count()).toBe(1);
    await box.press('Escape', 'F9');
    await expect.poll(box.readText).toBe('The part is here. I can fit it on Monday.');
    await box.press('ControlOrMeta+z');
    await expect.poll(box.readText).toBe(draft);
  },
);

test.each(RICH)(
  'Ctrl+Z in the same breath takes the rewrite back, and no word is lost to the next key: %s',
  async (name) => {
    const box = await typeDraft(name);
    await box.press('F9');
    await expect.poll(box.readText, { interval: 1 }).toBe(REWRITTEN);
    await box.press('ControlOrMeta+z');
    await box.type(', Sam');
    await expect.poll(() => readSaid(box)).toMatch(/^(Applied|Taken back)/);
    expect(await box.readText()).toBe(`${DRAFT}, Sam`);
  },
);

test.each<[string, BoxName]>([
  ['ControlOrMeta+z', 'ticket'],
  ["CanDo's own key, Control+Shift+F9", 'ticket'],
  ["CanDo's own key, Control+Shift+F9", 'mail'],
  ["CanDo's own key, Control+Shift+F9", 'text'],
])('after %s typing goes on where it was, and no word is lost: %s', async (undo, name) => {
  const draft = "Hi. We can't refund you until Monday. Bye";
  const box = await open(name);
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.apply();
  await box.press(undo.split(', ').at(-1) ?? '');
  await expect.poll(box.readText).toBe(draft);
  await box.type(' now');
  expect(await box.readText()).toBe(`${draft} now`);
  await box.press('Control+Shift+F9');
  await expect.poll(() => readSaid(box)).toBe('There is nothing to take back.');
  expect(await box.readText()).toBe(`${draft} now`);
});

test.each<BoxName>(['ticket', 'text'])(
  "CanDo's own key takes nothing else back, as what was put right in another line: %s",
  async (name) => {
    const box = await typeDraft(name);
    await box.apply();
    await box.press('ControlOrMeta+Home', 'x', 'Backspace', 'Control+Shift+F9');
    await expect.poll(box.readText).toBe(DRAFT);
  },
);

test.each(RICH)('after an undo and the card, Esc brings no selection back: %s', async (name) => {
  const box = await typeDraft(name);
  await box.apply();
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readMarks).toEqual([MARK]);
  await box.press('Shift+F9');
  await readCard(box.page);
  await expect.poll(() => hasFocus(box)).toBe(false);
  await box.press('Escape');
  await expect.poll(() => hasFocus(box)).toBe(true);
  expect(await box.readSelection()).toBe('');
  await box.type(', Sam');
  expect(await box.readText()).toBe(`${DRAFT}, Sam`);
});

test.each([
  ['a link', '<a href="https://example.com/1">our page</a>'],
  ['code', '<code>AB12</code>'],
])('a click at the end of a paragraph that ends in %s has the key rewrite that paragraph', async (_, end) => {
  const page = await browser.openDemo('/ticket.html');
  const box = await getReplyBox(page, 'ticket');
  const item = "We can't ship your order until Friday.";
  const html = `<p>Hello. We can't refund you until Monday. This is ${end}</p><ul><li>${item}</li></ul>`;
  await page.evaluate((content) => window.demoEditor?.setData(content), html);
  await box.focus();
  await expect.poll(box.readMarks).toHaveLength(2);
  const { width = 0, height = 0 } = (await box.locator.locator('p').boundingBox()) ?? {};
  await box.locator.locator('p').click({ position: { x: width - 5, y: height / 2 } });
  await box.apply();
  expect(await box.readHtml()).toContain(`<p>Hello. We can refund you from Monday. This is ${end}</p>`);
  expect(await box.readText()).toContain(item);
});

/** Fills the reply box as the desk would, and waits for the mark. */
async function fillWith(page: Page, name: BoxName, html: string): Promise<ReplyBox> {
  const box = await getReplyBox(page, name);
  await box.locator.evaluate((element, content) => {
    if (window.demoEditor) window.demoEditor.setData(`<p>${content}</p>`);
    else if (element.firstElementChild) {
      const parsed = new Range().createContextualFragment(content);
      element.firstElementChild.replaceChildren(parsed);
    }
  }, html);
  await box.focus();
  await box.press('End');
  await expect.poll(box.readMarks).toHaveLength(1);
  return box;
}

/** The first paragraph, its no-break spaces as spaces. */
const readFirst = async ({ locator }: ReplyBox) =>
  (
    await locator.evaluate((box) => window.demoEditor?.getData().slice(3, -4) ?? box.firstElementChild?.innerHTML ?? '')
  ).replaceAll('&nbsp;', ' ');

describe.each(RICH)('formatting among the words to replace: %s', (name) => {
  test('stays on the words that it was on, and one undo brings all back', async () => {
    const page = await browser.openDemo(`/${name}.html`);
    for (const [promise, before, after] of [
      [
        'a link stays on its words',
        'We can\'t refund <a href="https://example.com/1">your order</a> until Monday.',
        'We can refund <a href="https://example.com/1">your order</a> from Monday.',
      ],
      [
        'a bold word hands its look to the word in its place, and to no other',
        "We <strong>can't</strong> refund you until Monday.",
        'We <strong>can</strong> refund you from Monday.',
      ],
      [
        'words within one link stay in it, italic ones beside it italic',
        'We <a href="https://example.com/2">can\'t refund you</a> until <i>Monday</i>.',
        'We <a href="https://example.com/2">can refund you</a> from <i>Monday</i>.',
      ],
      [
        'the look of words that go goes with them',
        "Hello. Well, <i>unfortunately</i> we can't refund you until Monday.",
        'Hello. Well, we can refund you from Monday.',
      ],
    ] as const) {
      const box = await fillWith(page, name, before);
      const reads = (html: string) => expect.poll(() => readFirst(box), { message: promise }).toBe(html);
      await box.type(' Sam');
      await reads(`${before} Sam`);
      await box.apply();
      await reads(`${after} Sam`);
      await box.press('ControlOrMeta+z');
      await reads(`${before} Sam`);
      await box.type(' O.');
      await reads(`${before} Sam O.`);
    }
  });

  test('typing right after a rewrite or its undo is in the look of the words before the caret, not of those replaced', async () => {
    const before = "We <strong>can't</strong> refund you until Monday.";
    // Keys come while the words to replace are selected, or just were.
    for (const isUndone of [false, false, false, true, true, true]) {
      // On a busy machine a rewrite may come late, and must not come into the next one's words.
      const box = await fillWith(await browser.openDemo(`/${name}.html`), name, before);
      await box.type(' Sam');
      if (isUndone) await box.apply();
      await box.press(isUndone ? 'ControlOrMeta+z' : 'F9');
      await box.type(' O.');
      await expect.poll(() => readFirst(box)).toMatch(/ Monday\. Sam.* O\.(?:<|$)/);
      expect(await readFirst(box)).toMatch(/ Monday\. Sam O\.$/);
    }
  });

  test('a rewrite comes in its place on a machine so busy that the editor hears of no selection in time', async () => {
    const page = await browser.openDemo(`/${name}.html`);
    const box = await fillWith(page, name, "We <strong>can't</strong> refund you until Monday.");
    await box.type(' Sam');
    await page.evaluate(() =>
      window.addEventListener('selectionchange', (event) => event.isTrusted && event.stopImmediatePropagation(), true),
    );
    await box.apply();
    expect(await readFirst(box)).toBe('We <strong>can</strong> refund you from Monday. Sam');
  });

  test('no style of the page is written into the words', async () => {
    const page = await browser.openDemo(`/${name}.html`);
    await page.addStyleTag({ content: '[contenteditable] { font: inherit }' });
    const before = "<b>Unfortunately we can't refund you</b> until Monday. Thanks";
    const box = await fillWith(page, name, before);
    const whole = await readFirst(box);
    await box.apply();
    await expect.poll(box.readText).toBe('We can refund you from Monday. Thanks');
    expect(await readFirst(box)).not.toContain('style');
    await box.press('ControlOrMeta+z');
    await expect.poll(() => readFirst(box)).toBe(whole);
  });

  test('a link whose words all go is not lost without a word', async () => {
    const html = '<a href="https://example.com/1">Unfortunately</a> we can\'t refund you until Monday.';
    const box = await fillWith(await browser.openDemo(`/${name}.html`), name, html);
    const before = await box.readHtml();
    await box.press('F9');
    await expect.poll(() => readSaid(box)).toMatch(/^A link or formatting would be lost/);
    expect(await box.readHtml()).toBe(before);
    const copy = box.page.locator('cando-card').getByRole('button', { name: 'Copy' });
    await expect.poll(() => copy.count()).toBeGreaterThan(0);
  });
});
