import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type DeskName, drafts } from '../../demo/drafts.ts';
import { getReplyBox } from '../../demo/reply-box.ts';
import type { Browser } from '../e2e/browser.ts';
import { createFreshCheck } from './fuzz/fresh-check.ts';

/** Words to come, on average, until the next slip of the fingers. */
const SLIPS = 12;
const BLANK = /\[[^\]]+\]/;
/** What is known when a blank is filled in. */
const FILLING = 'tomorrow';

const SEND: Record<DeskName, string> = { ticket: 'button:has-text("Submit")', mail: '.aoO', text: 'form button' };

/** Somebody who writes replies at one desk, and knows at every moment what must stand there. */
export interface Writer {
  readonly page: Page;
  /** Goes to the empty reply box. */
  begin(): Promise<void>;
  /** Types at the end, with slips that are put right at once. */
  type(words: string, random: () => number): Promise<void>;
  breakLine(): Promise<void>;
  /** Whether F9 has something to put in. */
  hasRewrite(): boolean;
  apply(): Promise<void>;
  /** Takes the rewrite that was just applied back. */
  takeBack(keys: string): Promise<void>;
  /** Fills the blanks of the rewrite that was just applied, from one to the next by Tab. */
  fillIn(): Promise<void>;
  ignore(): Promise<void>;
  goToEnd(): Promise<void>;
  /** Sends the reply: what is sent must be what was written. */
  send(): Promise<void>;
}

export async function openDesk(browser: Browser, name: DeskName): Promise<Writer> {
  const page = await browser.openDemo(`/${name}.html`);
  const box = await getReplyBox(page, name);
  const customer = drafts[name].customer.message.join('\n');
  const fresh = createFreshCheck({ reader: 'public', customer }, await page.evaluate(() => navigator.languages));
  let draft = '';
  let before = '';
  const ignored = new Set<string>();

  const listOpen = () => fresh.check(draft).flags.filter(({ wording }) => !ignored.has(wording));
  const holds = (text: string) => expect.poll(box.readText).toBe(text);

  return {
    page,
    async begin() {
      await page.bringToFront();
      await box.focus();
      await box.coached();
      ignored.clear();
      draft = '';
    },
    async type(words, random) {
      for (const word of words.match(/\S+\s*/g) ?? []) {
        if (random() < 1 / SLIPS) {
          await box.type('teh ');
          await box.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
        }
        await box.type(word);
      }
      draft += words;
      await holds(draft);
    },
    async breakLine() {
      await box.press('Enter');
      draft += '\n';
    },
    hasRewrite() {
      const open = listOpen();
      return open.length > 0 && open.every((flag) => fresh.listRewritten(draft, [flag]).length > 0);
    },
    async apply() {
      const allowed = fresh.listRewritten(draft, listOpen()).map(({ text }) => text);
      await box.press('F9');
      await expect.poll(async () => allowed.includes(await box.readText())).toBe(true);
      before = draft;
      draft = await box.readText();
    },
    async takeBack(keys) {
      await box.press(keys);
      draft = before;
      await holds(draft);
    },
    async fillIn() {
      for (let blank = BLANK.exec(draft)?.[0]; blank; blank = BLANK.exec(draft)?.[0]) {
        await expect.poll(box.readSelection).toBe(blank);
        await box.type(FILLING);
        draft = draft.replace(blank, FILLING);
        // After the last one Tab is the page's own.
        if (BLANK.test(draft)) await box.press('Tab');
      }
      await box.press('Escape');
      await holds(draft);
    },
    async ignore() {
      for (const { wording } of listOpen()) {
        ignored.add(wording);
        await box.press('Control+Shift+F8');
      }
      await expect.poll(box.readMarks).toEqual([]);
      await holds(draft);
    },
    async goToEnd() {
      if (name !== 'mail') return box.press('ControlOrMeta+End');
      // Ctrl+End would go below the signature.
      const { x, y } = await box.locator.evaluate((element) => {
        const own = document.createRange();
        own.selectNodeContents(element.firstElementChild as Element);
        const last = [...own.getClientRects()].at(-1) as DOMRect;
        return { x: last.right + 4, y: last.top + last.height / 2 };
      });
      await page.mouse.click(x, y);
    },
    async send() {
      await holds(draft);
      await page.locator(SEND[name]).click();
      const sent = await page.evaluate(() => window.demoSent.at(-1)?.text ?? '');
      const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
      expect(flat(sent).slice(0, flat(draft).length)).toBe(flat(draft));
      await holds('');
    },
  };
}
