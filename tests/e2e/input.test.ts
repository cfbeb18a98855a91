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
    readEvents: () => page.evaluate(() => Reflect.get(window, 'composed') as string[]),
  };
}

describe.each(BOXES)('While an input method composes: %s', (name) => {
  test.each([
    ['after a marked phrase', 3, '日本', `Hello. ${WRONG} 日本Bye`, true],
    ['in the midst of one', 26, '日本', "Hello. We can't re日本fund you until Monday. Bye", false],
    ['before one', 37, '日本 ', `Hello. 日本 ${WRONG} Bye`, true],
  ])('no mark moves into its words, and they come out whole: %s', async (_, back, word, after, isMarked) => {
    const box = await write(name, `Hello. ${WRONG} Bye`);
    for (let step = 0; step < back; step++) await box.press('ArrowLeft');
    const method = await openInputMethod(box);
    for (const text of ['n', 'に', 'にほ', '日本']) {
      await method.compose(text);
      await box.page.evaluate(waitUntilDrawn);
      for (const seen of await readSeen(box)) expect(seen).toBe(MARK.text);
    }
    expect(await method.readEvents()).toEqual(['compositionstart']);
    await method.commit(word);
    expect(await box.readText()).toBe(after);
    if (isMarked) await expect.poll(() => readSeen(box)).toEqual([MARK.text]);
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
    expect(await method.readEvents()).toEqual(['compositionstart']);
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

describe.each(BOXES)('Words that come at once: %s', (name) => {
  test('what is dictated is marked, and what autocorrect puts in the place of a word too', async () => {
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
  });

  test('undo and redo after several rewrites go step by step, marks with them', async () => {
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
  });
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
