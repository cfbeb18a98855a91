import type { DrivenPage } from '../../demo/driven-page.ts';
import { waitFor } from '../../demo/driven-page.ts';
import type {} from '../fixtures/editors/index.ts';
import {
  clickPlaceInPage,
  forgetSaidInPage,
  readBeforeCaretInPage,
  readButtonsInPage,
  readMarksInPage,
  readPageTextInPage,
  readSaidInPage,
  readSelectionInPage,
  waitUntilDrawnInPage,
} from './in-page.ts';

/** A mark in an editor. */
export interface EditorMark {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** The marked words. */
  text: string;
  /** Where it is on the page, one rectangle a line, in CSS pixels. */
  rects: { x: number; y: number; width: number; height: number }[];
}

/** Any editor of the test page as a test drives it, also in a frame: real keys in, its own model and the marks out. */
export interface EditorBox<Driven extends DrivenPage> {
  page: Driven;
  /** The editor runs here; false for one that is not installed. */
  isInstalled: boolean;
  /** Puts this HTML in place of all that stands there, by the editor's own means. */
  load(html: string): Promise<void>;
  /** Clicks into the box, and goes to the end of its text. */
  focus(): Promise<void>;
  /** Waits until the box is coached: what is typed before is there already when it is first read. */
  coached(): Promise<void>;
  /** Clicks right after the first of these words. */
  click(words: string): Promise<void>;
  /** Types with real key events; a line break is an Enter. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Presses F9, and waits until CanDo has said what became of it. Returns what it said. */
  apply(): Promise<string>;
  /** The names of the open card's buttons. */
  readButtons(): Promise<string[]>;
  /** What CanDo has said last. */
  readSaid(): Promise<string>;
  /** What the editor's own model holds, one line a paragraph; no-break spaces as spaces. */
  readText(): Promise<string>;
  /** What would be sent. */
  readHtml(): Promise<string>;
  /** What stands on the page, one line a paragraph; no-break spaces as spaces. */
  readPageText(): Promise<string>;
  readMarks(): Promise<EditorMark[]>;
  /** The text that is selected, or `''` for a caret. */
  readSelection(): Promise<string>;
  /** All that stands before the caret, without line breaks. */
  readBeforeCaret(): Promise<string>;
}

/** What CanDo says of a rewrite that was asked for. “Nothing left” may take the place of “Applied” before it is heard. */
const OUTCOME = /^(?:Applied|Nothing left|A link or|This editor|The text|No rewrite|Taken back)/;

/** The editor of a page that was opened with `/?editor=NAME`, once it has started. */
export async function getEditorBox<Driven extends DrivenPage>(page: Driven): Promise<EditorBox<Driven>> {
  const isMounted = () => page.evaluate(() => window.fixture !== undefined);
  if (!(await waitFor(isMounted, 30_000))) throw new Error('The editor did not start.');
  const readSaid = () => page.evaluate(readSaidInPage);
  const click = async (words: string) => {
    const { x, y } = await page.evaluate(clickPlaceInPage, words);
    await page.mouse.click(x, y);
    // In a frame whose text was just replaced, CKEditor 4 loses the focus at a press of the mouse and has it back with the next frame:
    // keys that come before are nobody's, and no hand is so fast.
    await page.evaluate(waitUntilDrawnInPage);
  };
  return {
    page,
    isInstalled: await page.evaluate(() => window.fixture !== null),
    load: (html) => page.evaluate((next) => window.fixture?.load(next), html),
    async focus() {
      await click('');
      await page.keyboard.press('ControlOrMeta+End');
    },
    async coached() {
      const isCoached = () =>
        page.evaluate(() => window.fixture?.box.ownerDocument.querySelector('cando-chip') !== null);
      if (!(await waitFor(isCoached, 30_000))) throw new Error('Nobody coaches this editor.');
    },
    click,
    async type(text) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) {
          await page.keyboard.press('Enter');
          // By itself, Trix doubles a break when a key comes before it has drawn it.
          await page.evaluate(waitUntilDrawnInPage);
        }
        await page.keyboard.type(line);
      }
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async apply() {
      await page.evaluate(forgetSaidInPage);
      await page.keyboard.press('F9');
      let said = '';
      const hasSaid = async () => {
        said = await readSaid();
        return OUTCOME.test(said);
      };
      if (!(await waitFor(hasSaid, 30_000))) throw new Error(`CanDo did not say what became of it, but “${said}”.`);
      return said;
    },
    readSaid,
    readButtons: () => page.evaluate(readButtonsInPage),
    readText: () => page.evaluate(() => window.fixture?.readText().replaceAll('\u00a0', ' ') ?? ''),
    readHtml: () => page.evaluate(() => window.fixture?.readHtml() ?? ''),
    readPageText: () => page.evaluate(readPageTextInPage),
    async readMarks() {
      await page.evaluate(waitUntilDrawnInPage);
      return page.evaluate(readMarksInPage);
    },
    readSelection: () => page.evaluate(readSelectionInPage),
    readBeforeCaret: () => page.evaluate(readBeforeCaretInPage),
  };
}
