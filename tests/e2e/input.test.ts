import type { CDPSession } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const MARK = { severity: 'warning', text: "We can't refund you" };
const BOXES: BoxName[] = ['ticket', 'mail', 'text'];

async function write(name: BoxName, draft = WRONG, marks = 1): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.coached();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

/** The marks that an agent sees: over a textarea all rest while its words are on the move. */
const readSeen = async (box: ReplyBox) =>
  (await box.page.evaluate(() => {
    const mirror = document.querySelector('cando-mirror');
    return !mirror || mirror.checkVisibility({ visibilityProperty: true });
  }))
    ? (await box.readMarks()).map(({ text }) => text)
    : [];

/** What stands on the screen: an editor's model may hear of composed words later. */
const readShown = ({ locator }: ReplyBox) =>
  locator.evaluate((box) => ('value' in box ? String(box.value) : (box.textContent ?? '').replaceAll('\u00A0', ' ')));

/** An input method: `compose` shows what is typed so far, `commit` puts the word in. */
async function openInputMethod({ page }: ReplyBox) {
  const session: CDPSession = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    Object.assign(window, { composed: [] });
    for (const type of ['compositionstart', 'compositionend']) {
      document.addEventListener(type, () => Reflect.get(window, 'composed').push(type), true);
    }
  });
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text: string) => session.send('Input.insertText', { text }),
    /** What began and ended since the last call. */
    takeEvents: () => page.evaluate(() => Reflect.get(window, 'composed').splice(0) as string[]),
  };
}

describe.each<BoxName>(['ticket', 'text'])('While an input method composes: %s', (name) => {
  test('no mark moves into its words, and they come out whole', async () => {
    const box = await write(name, '', 0);
    const method = await openInputMethod(box);
    for (const [place, back, word, after, isMarked] of [
      ['after a marked phrase', 3, '日本', `Hello. ${WRONG} 日本Bye`, true],
      ['in the midst of one', 26, '日本', "Hello. We can't re日本fund you until Monday. Bye", false],
      ['before one', 37, '日本 ', `Hello. 日本 ${WRONG} Bye`, true],
    ] as const) {
      await box.type(`Hello. ${WRONG} Bye`);
      await expect.poll(box.readMarks).toEqual([MARK]);
      for (let step = 0; step < back; step++) await box.press('ArrowLeft');
      for (const text of ['n', 'に', 'にほ', '日本']) {
        await method.compose(text);
        await box.page.evaluate(waitUntilDrawn);
        for (const seen of await readSeen(box)) expect(seen, place).toBe(MARK.text);
      }
      expect(await method.takeEvents()).toEqual(['compositionstart']);
      await method.commit(word);
      expect(await box.readText()).toBe(after);
      if (isMarked) await expect.poll(() => readSeen(box), { message: place }).toEqual([MARK.text]);
      await box.clear();
      await expect.poll(box.readMarks).toEqual([]);
      await method.takeEvents();
    }
  });

  test('F9 belongs to it, a rewrite asked for by the card waits for its end, and the next word may follow at once', async () => {
    const box = await write(name, `${WRONG} Bye `);
    await box.press('F8');
    const rewrite = box.page.locator('cando-card').getByRole('button', { name: RIGHT });
    await rewrite.waitFor();
    await box.press('End');
    const method = await openInputMethod(box);
    await method.compose('に');
    await box.press('F9');
    await rewrite.click();
    await method.compose('にほ');
    await box.page.evaluate(waitUntilDrawn);
    expect(await method.takeEvents()).toEqual(['compositionstart']);
    expect(await readShown(box)).toContain(`${WRONG} Bye にほ`);
    await method.commit('日本');
    await method.compose('で');
    await method.compose('です');
    await method.commit('です');
    await expect.poll(box.readText).toBe(`${RIGHT} Bye 日本です`);
  });

  test('an accent from a dead key is a letter like any other', async () => {
    const box = await write(name, "We can't refund you until Monday, Ren");
    const method = await openInputMethod(box);
    await method.compose('´');
    await method.commit('é');
    await box.press('F9');
    await expect.poll(box.readText).toBe('We can refund you from Monday, René');
    await box.type('!');
    expect(await box.readText()).toBe('We can refund you from Monday, René!');
  });
});

describe('Words that come at once', () => {
  test.each(BOXES)(
    'what is dictated is marked, and what autocorrect puts in the place of a word too: %s',
    async (name) => {
      const box = await write(name, 'Hello Priya. ', 0);
      await box.page.keyboard.insertText(`Thanks for waiting. ${WRONG} The parcel is on its way`);
      await expect.poll(box.readMarks).toEqual([MARK]);
      await box.locator.evaluate(replaceWord, { before: "can't", after: 'can' });
      await expect.poll(box.readMarks).toEqual([]);
      await box.locator.evaluate(replaceWord, { before: 'We can', after: "We can't" });
      await expect.poll(box.readMarks).toEqual([MARK]);
      await box.press('ControlOrMeta+End');
      await box.press('F9');
      await expect.poll(box.readText).toBe(`Hello Priya. Thanks for waiting. ${RIGHT} The parcel is on its way`);
    },
  );

  test.each<BoxName>(['ticket', 'mail'])(
    'undo and redo after several rewrites go step by step, marks with them: %s',
    async (name) => {
      const second = "We can't ship your order until Friday.";
      const box = await write(name, `${WRONG} ${second} Bye`, 2);
      await box.press('ControlOrMeta+Home');
      await box.apply();
      await expect.poll(box.readMarks).toHaveLength(1);
      await box.apply();
      const done = `${RIGHT} We can ship your order from Friday. Bye`;
      await expect.poll(box.readText).toBe(done);
      await expect.poll(box.readMarks).toEqual([]);
      await box.press('ControlOrMeta+z');
      await expect.poll(box.readText).toBe(`${RIGHT} ${second} Bye`);
      await box.press('ControlOrMeta+z');
      await expect.poll(box.readText).toBe(`${WRONG} ${second} Bye`);
      await expect.poll(box.readMarks).toHaveLength(2);
      await box.press(name === 'ticket' ? 'ControlOrMeta+y' : 'ControlOrMeta+Shift+z');
      await expect.poll(box.readText).toBe(`${RIGHT} ${second} Bye`);
      await box.press(name === 'ticket' ? 'ControlOrMeta+y' : 'ControlOrMeta+Shift+z');
      await expect.poll(box.readText).toBe(done);
      await expect.poll(box.readMarks).toEqual([]);
    },
  );
});

describe.each<BoxName>(['mail', 'text'])('A paste of 100,000 characters: %s', (name) => {
  const LINE = `${WRONG} The parcel left us on Friday and is on its way to your new address. `;

  test.each([
    ['in many lines is marked', `${LINE.repeat(6)}\n`, 4],
    ['in one line, which nobody wrote, rests, and what stands beside it is marked', LINE, 1],
  ])('%s, and typing goes on', { timeout: 120_000 }, async (_, part, least) => {
    const box = await write(name, `${WRONG}\n`);
    const pasted = part.repeat(Math.floor(100_000 / part.length)).trim();
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await box.page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
    await box.press('ControlOrMeta+v');
    const readLength = async () => (await box.readText()).length;
    await expect.poll(readLength).toBeGreaterThan(99_000);
    const before = await box.readText();
    await box.type(' Bye.');
    expect(await box.readText()).toBe(`${before} Bye.`);
    await box.press('ControlOrMeta+Home');
    await expect.poll(async () => (await box.readMarks()).length).toBeGreaterThanOrEqual(least);
    await box.press('F9');
    await expect.poll(box.readText).toBe(`${before.replace(WRONG, RIGHT)} Bye.`);
  });
});

test.each<BoxName>(['mail', 'text'])(
  'words dragged to another place take no mark along, and leave none behind: %s',
  async (name) => {
    const box = await write(name, `Hello.\n${WRONG}`);
    const { x = 0, y = 0 } = (await box.locator.boundingBox()) ?? {};
    await box.press('End', 'Shift+Home');
    const target = { x: x + 20, y: y + 20 };
    const source = { x: x + 30, y: y + 44 };
    await box.page.mouse.move(source.x, source.y);
    await box.page.mouse.down();
    await box.page.mouse.move(source.x + 9, source.y - 9, { steps: 3 });
    await box.page.mouse.move(target.x, target.y, { steps: 4 });
    await box.page.mouse.up();
    await expect.poll(async () => (await box.readText()).indexOf(WRONG)).toBeLessThan(6);
    await expect
      .poll(async () => (await box.readMarks()).map(({ text }) => text))
      .toEqual([expect.stringMatching(/can't refund you$/)]);
    await box.press('F9');
    await expect.poll(box.readText).not.toContain("can't");
  },
);

test('another writing tool on the same editor keeps its marks, its elements and its attributes', async () => {
  const box = await write('mail');
  await box.locator.evaluate((element) => {
    const highlight = new Highlight();
    const range = document.createRange();
    range.selectNodeContents(element.firstElementChild as Element);
    highlight.add(range);
    CSS.highlights.set('other-tool', highlight);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, new CSSStyleSheet({ media: 'print' })];
    element.setAttribute('data-other-tool', 'on');
    const overlay = document.createElement('other-tool-overlay');
    overlay.attachShadow({ mode: 'open' }).innerHTML = '<p>2 mistakes</p>';
    element.after(overlay);
  });
  await box.press('F9');
  await expect.poll(box.readText).toContain(RIGHT);
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readMarks).toEqual([MARK]);
  const kept = await box.locator.evaluate((element) => [
    CSS.highlights.get('other-tool')?.size,
    document.adoptedStyleSheets.some(({ media }) => media.mediaText === 'print'),
    element.getAttribute('data-other-tool'),
    element.nextElementSibling?.shadowRoot?.textContent,
  ]);
  expect(kept).toEqual([1, true, 'on', '2 mistakes']);
});

test('words that the agent makes bold, and plain again, stay marked', async () => {
  const box = await write('mail');
  await box.press('Shift+Home', 'ControlOrMeta+b');
  await expect.poll(box.readHtml).toContain('<b>');
  await expect.poll(box.readMarks).toEqual([MARK]);
  await box.press('ControlOrMeta+b');
  await expect.poll(box.readHtml).not.toContain('<b>');
  await expect.poll(box.readMarks).toEqual([MARK]);
});

test('a reply in English, Arabic and Hebrew is marked and rewritten in its place', async () => {
  const [before, after] = ['مرحبا بريا، شكرا على رسالتك. ', ' שלום, תודה רבה.'];
  const box = await write('mail', '', 0);
  await box.page.keyboard.insertText(`${before}${WRONG}${after}`);
  await expect.poll(box.readMarks).toEqual([MARK]);
  await box.press('F9');
  await expect.poll(box.readText).toBe(`${before}${RIGHT}${after}`);
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readText).toBe(`${before}${WRONG}${after}`);
});

// These run in the page: each must hold all that it needs.

function waitUntilDrawn(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** As a browser's spelling correction or a phone's keyboard does: an event that an editor may take, else the words are put in. */
function replaceWord(box: Element, { before, after }: { before: string; after: string }): void {
  const inputType = 'insertReplacementText';
  if (box instanceof HTMLTextAreaElement) {
    const start = box.value.indexOf(before);
    box.setRangeText(after, start, start + before.length, 'end');
    box.dispatchEvent(new InputEvent('input', { inputType, data: after, bubbles: true }));
    return;
  }
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text;
  while (!node.data.includes(before)) node = walker.nextNode() as Text;
  const start = node.data.indexOf(before);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + before.length);
  getSelection()?.setBaseAndExtent(node, start, node, start + before.length);
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', after);
  const init = { inputType, data: after, dataTransfer, targetRanges: [new StaticRange(range)], bubbles: true };
  const isTaken = !box.dispatchEvent(new InputEvent('beforeinput', { ...init, cancelable: true }));
  if (isTaken) return;
  node.replaceData(start, before.length, after);
  getSelection()?.collapse(node, start + after.length);
  box.dispatchEvent(new InputEvent('input', { inputType, data: after, bubbles: true }));
}
