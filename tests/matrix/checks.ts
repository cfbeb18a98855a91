import { expect } from 'vitest';
import { readDressed } from './dressed.ts';
import { countPixels, readUnder } from './seen.ts';
import { DRAFT, PHRASE, REWRITTEN, readState, type Sitting, waitForMarks } from './sitting.ts';

/** A column of the table. */
export interface Check {
  /** What is claimed, as a sentence. */
  title: string;
  check(sitting: Sitting): Promise<void>;
  /** Plain text has no formatting to keep. */
  isForRichText?: true;
}

/** What holds where an editor does not take a rewrite. */
export async function checkWayOut({ typed, applied }: Sitting): Promise<void> {
  const { said, text, pageText } = await applied();
  const { box } = await typed();
  expect(said).toMatch(/nothing was changed|Nothing was replaced/);
  expect(text).toBe(DRAFT);
  expect(pageText).toBe(DRAFT);
  await expect.poll(box.readButtons).toContain('Copy');
}

const LINK = '<a href="https://example.com/1">your order</a>';
const withoutBreaks = (text: string) => text.replaceAll('\n', '');

export const checks: Record<string, Check> = {
  marked: {
    title: 'the phrase is marked, and the line is drawn under its words',
    async check({ typed }) {
      const { box, marks } = await typed();
      expect(marks.map(({ text }) => text)).toEqual([PHRASE]);
      const [mark] = marks;
      if (!mark) return;
      expect(await readUnder(box, mark)).toBe(PHRASE);
      expect(await countPixels(box, mark)).toBeGreaterThan(50);
    },
  },
  exact: {
    title: 'after F9 the text is what stood before, the rewrite and what stood after, and CanDo says so',
    async check({ applied }) {
      const { said, text } = await applied();
      expect(text).toBe(REWRITTEN);
      expect(said).toMatch(/^(?:Applied|Nothing left)/);
    },
  },
  'model equals page': {
    title: 'what the editor holds is what the agent sees, after the rewrite and after its undo',
    async check({ applied, undone }) {
      const after = await applied();
      expect(after.pageText).toBe(after.text);
      const back = await undone();
      expect(back.pageText).toBe(back.text);
    },
  },
  'formatting kept': {
    title: 'bold words and links in the phrase and beside it keep what they were',
    isForRichText: true,
    async check({ begin }) {
      const cases = [
        [
          `Dear <strong>Priya</strong>, we can't refund you until <a href="https://example.com/1">Monday</a>. <strong>Sam</strong>`,
          `Dear <strong>Priya</strong>, we can refund you from <a href="https://example.com/1">Monday</a>. <strong>Sam</strong>`,
        ],
        [
          "We can't refund <strong>your order</strong> until Monday.",
          'We can refund <strong>your order</strong> from Monday.',
        ],
        [`We can't refund ${LINK} until Monday.`, `We can refund ${LINK} from Monday.`],
      ];
      for (const [before = '', after = ''] of cases) {
        const box = await begin(`<p>${before}</p>`, '');
        await waitForMarks(box, 1);
        // An editor may hear late of a selection that follows another.
        await box.press('ArrowLeft');
        await box.apply();
        const wanted = readDressed(after);
        expect(wanted.length).toBeGreaterThan(2);
        // What was said of the text that stood there before may come late, and be taken for the outcome.
        await expect.poll(async () => readDressed((await readState(box)).html)).toEqual(wanted);
      }
    },
  },
  'one undo': {
    title: 'one Ctrl+Z brings back precisely what stood there, with all that the agent had typed',
    async check({ applied, undone }) {
      expect((await applied()).text).toBe(REWRITTEN);
      const { text, marks } = await undone();
      expect(text).toBe(DRAFT);
      expect(marks.map((mark) => mark.text)).toEqual([PHRASE]);
    },
  },
  caret: {
    title: 'the caret stays where the agent wrote, here and in another paragraph',
    async check({ applied, begin }) {
      expect((await applied()).beforeCaret).toBe(withoutBreaks(REWRITTEN));
      const box = await begin('', "We can't refund you until Monday.\nBest wishes");
      await waitForMarks(box, 1);
      await box.apply();
      expect((await readState(box)).beforeCaret).toBe('We can refund you from Monday.Best wishes');
      await box.type(', Sam');
      expect(await box.readText()).toBe('We can refund you from Monday.\nBest wishes, Sam');
    },
  },
  'typing on': {
    title: 'keys right after the rewrite land behind it',
    async check({ begin }) {
      const box = await begin('', "Hello.\nUnfortunately we can't refund you until Monday");
      await waitForMarks(box, 1);
      await box.apply();
      await box.type(', Priya. Best wishes\nSam');
      const { text, pageText } = await readState(box);
      expect(text).toBe('Hello.\nWe can refund you from Monday, Priya. Best wishes\nSam');
      expect(pageText).toBe(text);
    },
  },
  'nothing foreign': {
    title: 'what would be sent is what it would be, had the agent typed it without CanDo',
    async check({ applied, written }) {
      expect((await applied()).html).toBe((await written()).html);
    },
  },
  'several in a row': {
    title: 'three phrases of one paragraph are rewritten one after the other, and three Ctrl+Z bring them back',
    async check({ begin }) {
      const draft =
        "We can't refund you until Monday. We can't ship your order until Friday. We can't call you until Sunday.";
      const box = await begin('', draft);
      for (const left of [3, 2, 1]) {
        await waitForMarks(box, left);
        await box.apply();
      }
      const rewritten =
        'We can refund you from Monday. We can ship your order from Friday. We can call you from Sunday.';
      expect(await box.readText()).toBe(rewritten);
      await box.press('ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z');
      expect((await readState(box)).text).toBe(draft);
    },
  },
  'taken out': {
    title:
      'a sentence that says nothing is taken out, at the end of bold words, of a paragraph, and where it is a paragraph of its own',
    async check({ begin }) {
      const empty = 'I hope this finds you well.';
      const drafts = [
        [`<p>Dear Priya.</p><p>Your order is on its way. ${empty}</p>`, 'Dear Priya.\nYour order is on its way.'],
        [`<p>${empty}</p><p>Your order is on its way.</p>`, '\nYour order is on its way.'],
        [
          `<p>Dear Priya.</p><p><strong>Your order is on its way. ${empty}</strong></p>`,
          'Dear Priya.\nYour order is on its way.',
        ],
      ];
      for (const [before = '', after = ''] of drafts) {
        const box = await begin(before, '');
        await waitForMarks(box, 1);
        await box.press('ArrowLeft');
        const draft = await box.readText();
        await box.apply();
        const { text, pageText } = await readState(box);
        expect(text).toBe(after);
        expect(pageText).toBe(after);
        await box.press('ControlOrMeta+z');
        await waitForMarks(box, 1);
        expect(await box.readText()).toBe(draft);
      }
      const typed = `Dear Priya.\nYour order is on its way. ${empty}`;
      const box = await begin('', typed);
      await waitForMarks(box, 1);
      await box.apply();
      expect((await readState(box)).text).toBe('Dear Priya.\nYour order is on its way.');
      await box.press('ControlOrMeta+z');
      expect((await readState(box)).text).toBe(typed);
    },
  },
  'emoji, right to left': {
    title: 'emoji and right-to-left words in the phrase and around it stay whole',
    async check({ begin }) {
      const box = await begin('', "Hi 👩‍👩‍👧, שלום. We can't ship your 🎁 שלום gift until Monday. 👍🏽 תודה");
      const marks = await waitForMarks(box, 1);
      expect(marks.map(({ text }) => text)).toEqual(["We can't ship your 🎁 שלום gift"]);
      await box.apply();
      const { text, pageText } = await readState(box);
      expect(text).toBe('Hi 👩‍👩‍👧, שלום. We can ship your 🎁 שלום gift from Monday. 👍🏽 תודה');
      expect(pageText).toBe(text);
    },
  },
};
