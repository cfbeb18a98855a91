import { describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { useFirefox } from './browser.ts';
import type { FirefoxPage } from './driver.ts';

const DRAFT = "Hello Priya,\nUnfortunately we can't refund you until the warehouse has the parcel. Best wishes";
const REWRITTEN = 'Hello Priya,\nWe can refund you as soon as the warehouse has the parcel. Best wishes';
const SHORT = "We can't refund you until Monday.";
const SHORT_MARK = { severity: 'warning', text: "We can't refund you" };
const MARK = { severity: 'warning', text: "Unfortunately we can't refund you" };

const BOXES: Record<BoxName, string> = {
  ticket: 'a Zendesk ticket (CKEditor 5)',
  mail: 'a Gmail message (contenteditable)',
  text: 'a plain textarea',
};

const firefox = useFirefox();

type Box = ReplyBox<FirefoxPage>;

const hasFocus = ({ locator }: Box) => locator.evaluate((box) => document.activeElement === box);
/** A button of the open card by its name, or the first one. */
const getButton = ({ page }: Box, name?: string) =>
  page.tab.locator(`cando-card >>> ${name ? `::-p-aria([name="${name}"][role="button"])` : 'button'}`);

async function typeDraft(name: BoxName, draft = DRAFT, marks = [MARK]): Promise<Box> {
  const box = await getReplyBox(await firefox.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toEqual(marks);
  return box;
}

describe.each(Object.entries(BOXES) as [BoxName, string][])('%s: %s', (name) => {
  test('a phrase is marked, and F8 shows what it is and what could stand there', async () => {
    const box = await typeDraft(name);
    await box.press('F8');
    const card = await readCard(box.page);
    expect(card?.phrase).toBe(MARK.text);
    expect(card?.rewrites[0]).toContain('We can refund you as soon as the warehouse has the parcel.');
    expect(await hasFocus(box)).toBe(true);
    await box.press('Escape');
    await expect.poll(() => box.page.evaluate(() => document.querySelectorAll('cando-card').length)).toBe(0);
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${DRAFT}, Sam`);
  });

  test('F9 puts the true and positive sentence in, and typing goes on where it was', async () => {
    const box = await typeDraft(name);
    await box.apply();
    expect(await box.readText()).toBe(REWRITTEN);
    await expect.poll(box.readMarks).toEqual([]);
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${REWRITTEN}, Sam`);
  });

  test("CanDo's own key takes the rewrite back, as does Ctrl+Z, and typing goes on where it was", async () => {
    const box = await typeDraft(name);
    for (const undo of ['Control+Shift+F9', 'ControlOrMeta+z']) {
      await box.apply();
      expect(await box.readText()).toBe(REWRITTEN);
      await box.press(undo);
      await expect.poll(box.readText).toBe(DRAFT);
      await expect.poll(box.readMarks).toEqual([MARK]);
      expect(await box.readSelection()).toBe('');
    }
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${DRAFT}, Sam`);
  });

  test('a click on the mark opens the card, and its first button applies', async () => {
    const box = await typeDraft(name, SHORT, [SHORT_MARK]);
    await box.locator.click({ position: { x: 50, y: 22 } });
    await getButton(box).click();
    await expect.poll(box.readText).toBe('We can refund you from Monday.');
    await expect.poll(() => hasFocus(box)).toBe(true);
  });

  test('Shift+F9 goes into the card, and Esc gives the caret back where it was', async () => {
    const box = await typeDraft(name, SHORT, [SHORT_MARK]);
    await box.press('ArrowLeft', 'ArrowLeft', 'Shift+F9');
    await expect.poll(() => hasFocus(box)).toBe(false);
    await box.press('Escape');
    await expect.poll(() => hasFocus(box)).toBe(true);
    await box.type('!');
    expect(await box.readText()).toBe("We can't refund you until Monda!y.");
  });

  test('the first blank of a rewrite is selected, and Tab goes on to the next', async () => {
    const box = await typeDraft(name, "It's not our fault.", [{ severity: 'warning', text: "It's not our fault" }]);
    await box.apply();
    await expect.poll(box.readSelection).toBe('[what happened]');
    await box.type('A storm');
    await box.press('Tab');
    await expect.poll(box.readSelection).toBe('[what you can do]');
    await box.type('send it again');
    await expect.poll(box.readText).toBe('What happened is A storm. I can send it again.');
  });
});

test('bold words and links stay what they are where F9 rewrites around them', async () => {
  const box = await getReplyBox(await firefox.openDemo('/ticket.html'), 'ticket');
  await box.page.evaluate(() =>
    window.demoEditor?.setData(
      '<p>We can\'t refund <strong>your order</strong> until <a href="https://example.com/1">Monday</a>.</p>',
    ),
  );
  await box.focus();
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.apply();
  await expect
    .poll(box.readHtml)
    .toBe('<p>We can refund <strong>your order</strong> from <a href="https://example.com/1">Monday</a>.</p>');
});

test('a rule that is switched off is quiet in every open reply box', async () => {
  const other = await typeDraft('mail', SHORT, [SHORT_MARK]);
  const box = await typeDraft('text', SHORT, [SHORT_MARK]);
  await box.press('F8');
  await getButton(box, 'Switch off rule').click();
  await expect.poll(box.readMarks).not.toContainEqual(SHORT_MARK);
  await expect.poll(other.readMarks).not.toContainEqual(SHORT_MARK);
});
