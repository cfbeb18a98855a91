import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds } from './browser.ts';
import { type Popup, useToolbar } from './toolbar.ts';

const REFUND = "Unfortunately we can't refund you until the warehouse has the parcel.";
const REFUNDED = 'We can refund you as soon as the warehouse has the parcel.';
const SHIP = "We can't ship your order until the payment clears.";
const UNKIND = 'What a whiner.';

const toolbar = useToolbar(builds.demo);

async function write(name: BoxName, draft: string, marks: number): Promise<ReplyBox> {
  const box = await getReplyBox(await toolbar.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

const press = (popup: Popup, name: string) => popup.locator(`::-p-aria(${name})`).click();
const readWords = (popup: Popup) => popup.$eval('main', (main) => (main as HTMLElement).innerText);
const readPhrases = (popup: Popup) =>
  popup.$$eval('main li h3', (all) => all.map((one) => (one.textContent ?? '').replace(/[“”]/g, '')));
const readSaid = (popup: Popup) => popup.$eval('[role="status"]', (said) => said.textContent);

test('with many phrases the foot stays in sight, and hides nothing that has the focus', async () => {
  const box = await write('text', Array(8).fill(REFUND).join('\n'), 8);
  const popup = await toolbar.press(box.page);
  const buttons = await popup.$$('main li > .choice .rewrite');
  expect(buttons).toHaveLength(8);
  for (const button of [buttons[0], buttons[7]]) {
    await button?.evaluate((one) => (one as HTMLElement).focus());
    const bottom = await button?.evaluate((one) => one.getBoundingClientRect().bottom);
    const foot = await popup.$eval('footer', (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return { top, room: innerHeight - bottom };
    });
    expect(foot.room).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(foot.top);
  }
});

describe.each([
  ['a Zendesk ticket (CKEditor 5)', 'ticket'],
  ['a Gmail message', 'mail'],
  ['a plain textarea', 'text'],
] as const)('over %s', (_box, name) => {
  test('the popup puts a rewrite into the reply behind it, and typing goes on where it was', async () => {
    const box = await write(name, `${REFUND}\nBest wishes`, 1);
    const popup = await toolbar.press(box.page);
    expect(await box.page.evaluate(() => document.hasFocus())).toBe(false);
    await press(popup, `Replace with: ${REFUNDED}`);
    await expect.poll(box.readText).toBe(`${REFUNDED}\nBest wishes`);
    await expect.poll(() => readSaid(popup)).toBe(`Applied: ${REFUNDED}`);
    await expect.poll(() => readWords(popup)).toContain('Nothing to look at');
    await popup.close();
    await box.type(', Sam');
    expect(await box.readText()).toBe(`${REFUNDED}\nBest wishes, Sam`);
  });
});

test('bold words and links stay what they are where the popup rewrites around them, and one Ctrl+Z takes it back', async () => {
  const box = await getReplyBox(await toolbar.openDemo('/ticket.html'), 'ticket');
  const draft = `<p>We can't refund <strong>your order</strong> until <a href="https://example.com/1">Monday</a>.</p>`;
  await box.page.evaluate((html) => window.demoEditor?.setData(html), draft);
  await box.focus();
  await expect.poll(box.readMarks).toHaveLength(1);
  const before = await box.readHtml();
  const popup = await toolbar.press(box.page);
  await popup.locator('.rewrite').click();
  await expect.poll(() => readSaid(popup)).toContain('Applied: ');
  expect(await box.readHtml()).toBe(
    '<p>We can refund <strong>your order</strong> from <a href="https://example.com/1">Monday</a>.</p>',
  );
  await popup.close();
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readHtml).toBe(before);
});

test('one Ctrl+Z takes back what the popup put in', async () => {
  const box = await write('ticket', REFUND, 1);
  const popup = await toolbar.press(box.page);
  await press(popup, `Replace with: ${REFUNDED}`);
  await expect.poll(() => readSaid(popup)).toBe(`Applied: ${REFUNDED}`);
  await popup.close();
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readText).toBe(REFUND);
});

test.each(['ticket', 'text'] as const)('a blank is selected once the popup is gone: %s', async (name) => {
  const box = await write(name, 'It ships [by when]. Best wishes', 1);
  const popup = await toolbar.press(box.page);
  await popup.focus('::-p-aria(Fill in)');
  // It goes while the key is still down.
  await popup.keyboard.press('Enter').catch(() => undefined);
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect.poll(box.readSelection).toBe('[by when]');
  await box.type('on Monday');
  expect(await box.readText()).toBe('It ships on Monday. Best wishes');
});

test('the popup lists the phrases of the reply, the gravest first', async () => {
  const box = await write('ticket', `${SHIP}\n${UNKIND}\n${REFUND}`, 3);
  const popup = await toolbar.press(box.page);
  await expect.poll(() => readWords(popup)).toContain('3 phrases to look at');
  await expect
    .poll(() => readPhrases(popup))
    .toEqual(['What a whiner', "We can't ship your order", "Unfortunately we can't refund you"]);
});

test('the popup follows while the draft changes behind it, and the focus stays in the list', async () => {
  const box = await write('ticket', `${SHIP}\n${REFUND}`, 2);
  const popup = await toolbar.press(box.page);
  await popup.waitForSelector('.rewrite');
  await popup.focus('.rewrite');
  await box.page.evaluate((text) => {
    const editor = window.demoEditor;
    const root = editor?.model.document.getRoot();
    editor?.model.change((writer) => {
      const [first] = root?.getChildren() ?? [];
      if (first) writer.remove(first);
      if (root) writer.appendText(text, root.getChild(root.childCount - 1) as never);
    });
  }, ` ${UNKIND}`);
  await expect.poll(() => readPhrases(popup)).toEqual(['What a whiner', "Unfortunately we can't refund you"]);
  expect(await popup.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true);
  await box.page.evaluate(() => window.demoEditor?.setData(''));
  await expect.poll(() => readWords(popup)).toContain('Nothing to look at');
  expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('h2');
});

test('a phrase is ignored from the popup', async () => {
  const box = await write('ticket', `${SHIP}\n${REFUND}`, 2);
  const popup = await toolbar.press(box.page);
  await press(popup, 'Ignore here');
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(() => readSaid(popup)).toBe("Ignored: We can't ship your order");
  await expect.poll(() => readPhrases(popup)).toEqual(["Unfortunately we can't refund you"]);
});

test('what the reply box does not take is said at the phrase, with Copy as the way on', async () => {
  const box = await getReplyBox(await toolbar.openDemo('/ticket.html'), 'ticket');
  await box.page.evaluate(() =>
    window.demoEditor?.setData(
      '<p><a href="https://example.com/1">Unfortunately</a> we can\'t refund your order until Monday.</p>',
    ),
  );
  await box.focus();
  await expect.poll(box.readMarks).toHaveLength(1);
  const before = await box.readHtml();
  const popup = await toolbar.press(box.page);
  await popup.locator('.rewrite').click();
  await expect.poll(() => readWords(popup)).toContain('A link or formatting would be lost');
  await press(popup, 'Copy');
  await expect.poll(() => readWords(popup)).toContain('Copied');
  expect(await box.readHtml()).toBe(before);
});

test('after a snooze of an hour the marks come back by themselves', async () => {
  const box = await write('text', REFUND, 1);
  const popup = await toolbar.press(box.page);
  await press(popup, 'For an hour');
  await expect.poll(box.readMarks).toEqual([]);
  await expect.poll(() => readWords(popup)).toContain('Snoozed until');
  await expect.poll(async () => (await toolbar.readBadge()).text).toBe('');
  await toolbar.store({ clock: 59 * 60_000 });
  expect(await box.readMarks()).toEqual([]);
  await toolbar.store({ clock: 61 * 60_000 });
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(() => readPhrases(popup)).toHaveLength(1);
});

test('a snooze until tomorrow ends with "Wake up now" too', async () => {
  const box = await write('text', REFUND, 1);
  const popup = await toolbar.press(box.page);
  await press(popup, 'Until tomorrow');
  await expect.poll(box.readMarks).toEqual([]);
  await press(popup, 'Wake up now');
  await expect.poll(box.readMarks).toHaveLength(1);
});

test('the site is switched off and on again', async () => {
  const box = await write('mail', REFUND, 1);
  const popup = await toolbar.press(box.page);
  await press(popup, 'CanDo on localhost');
  await expect.poll(box.readMarks).toEqual([]);
  await expect.poll(() => readWords(popup)).toContain('Switched off here');
  await press(popup, 'CanDo on localhost');
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(() => readPhrases(popup)).toHaveLength(1);
});

test('on a page that is no desk the popup says what CanDo is for, and how to have it there', async () => {
  const page = await toolbar.open('about:blank');
  await page.route('https://shop.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<textarea>' }),
  );
  await page.goto('https://shop.example/reply');
  const popup = await toolbar.press(page);
  await expect.poll(() => readWords(popup)).toContain('coaches customer-support agents');
  expect(await popup.$('::-p-aria(Use CanDo on shop.example)')).not.toBeNull();
});

test('where no extension may work the popup says so', async () => {
  const popup = await toolbar.press(await toolbar.open('chrome://version'));
  await expect.poll(() => readWords(popup)).toContain('On this page browsers let no extension work.');
});

test('before anything is written it says to click into a reply box', async () => {
  const popup = await toolbar.press(await toolbar.openDemo('/text.html'));
  await expect.poll(() => readWords(popup)).toContain('Click into a reply box');
});

test('over a box that draws its text itself it says so, and leads to one of its own', async () => {
  const page = await toolbar.openDemo('/text.html');
  await page.evaluate(() => {
    const drawn = document.createElement('div');
    drawn.role = 'textbox';
    drawn.ariaMultiLine = 'true';
    drawn.tabIndex = 0;
    document.body.prepend(drawn);
    drawn.focus();
  });
  const popup = await toolbar.press(page);
  await expect.poll(() => readWords(popup)).toContain('CanDo cannot work in this reply box');
  const link = await popup.$eval('main a', (one) => (one as HTMLAnchorElement).href);
  const box = await toolbar.open(link);
  expect(await box.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
});
