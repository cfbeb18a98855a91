import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

const DRAFT = "The courier was late. It's not our fault.";
const BLANKS = [
  { severity: 'error', text: '[what happened]' },
  { severity: 'error', text: '[what you can do]' },
];

const open = async (name: BoxName) => getReplyBox(await browser.openDemo(`/${name}.html`), name);
const hasFocus = ({ locator }: ReplyBox) => locator.evaluate((box) => document.activeElement === box);
const getCount = ({ page }: ReplyBox) => page.locator('cando-chip').getByRole('button');

/** A draft whose rewrite leaves two things open that only the agent knows. */
async function applyWithBlanks(name: BoxName): Promise<ReplyBox> {
  const box = await open(name);
  await box.focus();
  await box.type(DRAFT);
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.apply();
  expect(await box.readText()).toBe('The courier was late. What happened is [what happened]. I can [what you can do].');
  return box;
}

describe.each(['ticket', 'mail', 'text'] as BoxName[])('in the reply box of %s', (name) => {
  test('the first blank is selected, typing fills it, Tab goes on to the next', async () => {
    const box = await applyWithBlanks(name);
    await expect.poll(box.readSelection).toBe('[what happened]');
    await expect.poll(box.readMarks).toEqual(BLANKS);
    await box.type('a storm');
    await box.press('Tab');
    await expect.poll(box.readSelection).toBe('[what you can do]');
    await box.type('send it again');
    await expect.poll(box.readText).toBe('The courier was late. What happened is a storm. I can send it again.');
    await expect.poll(box.readMarks).toEqual([]);
  });

  test('Tab and Shift+Tab walk the blanks until Esc ends it', async () => {
    const box = await applyWithBlanks(name);
    await expect.poll(box.readMarks).toEqual(BLANKS);
    await box.press('Tab');
    await expect.poll(box.readSelection).toBe('[what you can do]');
    await box.press('Shift+Tab');
    await expect.poll(box.readSelection).toBe('[what happened]');
    await box.press('Escape', 'Tab');
    await expect.poll(() => hasFocus(box)).toBe(false);
    expect(await box.readText()).toContain('[what happened]');
  });
});

test('the chip counts a blank until it is filled', async () => {
  const box = await applyWithBlanks('ticket');
  await expect.poll(() => getCount(box).getAttribute('aria-label')).toContain('2 blanks to fill in');
  await box.type('a storm');
  await expect.poll(() => getCount(box).getAttribute('aria-label')).toContain('1 blank to fill in');
});

test('a blank in a draft that the desk has kept is found again', async () => {
  const box = await open('mail');
  await box.locator.evaluate((editor) => {
    const line = editor.firstElementChild;
    if (line) line.textContent = 'Then I can [what you can do].';
  });
  await box.focus();
  await expect.poll(box.readMarks).toEqual([{ severity: 'error', text: '[what you can do]' }]);
});

test('F9 in a blank selects it and says its name', async () => {
  const box = await applyWithBlanks('ticket');
  await expect.poll(box.readMarks).toEqual(BLANKS);
  await box.press('Escape', 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'F9');
  await expect.poll(box.readSelection).toBe('[what happened]');
  const said = box.page.locator('cando-chip').getByRole('status');
  await expect.poll(() => said.textContent()).toContain('Blank to fill in, selected: what happened');
});
