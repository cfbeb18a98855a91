import { describe, expect, test } from 'vitest';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

const BAD = "We can't refund you until Monday.";
const GOOD = 'We can refund you from Monday.';

describe.each(['ticket', 'mail', 'text'] as BoxName[])('exact to the letter: %s', (name) => {
  test('over emoji, right-to-left words and double spaces, one phrase after another, and each undo one step', async () => {
    const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
    await box.focus();
    const drafts = [
      `👩‍👩‍👧 ${BAD} שלום  וברכה.\n${BAD}\nThanks 😀  for waiting`,
      `👩‍👩‍👧 ${BAD} שלום  וברכה.\n${GOOD}\nThanks 😀  for waiting`,
      `👩‍👩‍👧 ${GOOD} שלום  וברכה.\n${GOOD}\nThanks 😀  for waiting`,
    ] as const;
    const readText = async () => (await box.readText()).replaceAll('\u00A0', ' ');
    await box.type(drafts[0]);
    await expect.poll(box.readMarks).toHaveLength(2);
    // The second key comes while the first rewrite is on its way.
    await box.press('F9');
    await expect.poll(readText).toBe(drafts[1]);
    await box.press('F9');
    await expect.poll(readText).toBe(drafts[2]);
    await expect.poll(box.readMarks).toEqual([]);
    await box.type('!');
    expect(await readText()).toBe(`${drafts[2]}!`);
    for (let steps = 0; steps < 10 && (await readText()) !== drafts[1]; steps++) await box.press('ControlOrMeta+z');
    await box.press('ControlOrMeta+z');
    await expect.poll(readText).toBe(drafts[0]);
  });
});

test('an editor that draws its old words again after a while is found out, and the agent is told', async () => {
  const page = await browser.openDemo('/mail.html');
  const box = await getReplyBox(page, 'mail');
  await box.focus();
  await box.type(BAD);
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.locator.evaluate((element) => {
    const line = element.firstElementChild;
    const before = line?.textContent ?? '';
    element.addEventListener('input', () => setTimeout(() => line?.replaceChildren(before), 200), { once: true });
  });
  await box.press('F9');
  const said = page.locator('cando-chip').getByRole('status');
  await expect.poll(async () => (await said.textContent())?.trim()).toMatch(/^This editor did not take the rewrite/);
  expect(await box.readText()).toBe(BAD);
});

test('a box that can only be read is left as it is, and is coached again when one can write in it', async () => {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type(BAD);
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.locator.evaluate((area) => area.toggleAttribute('readonly', true));
  await expect.poll(box.readMarks).toEqual([]);
  await box.press('F9');
  await page.keyboard.type('!');
  expect(await box.readText()).toBe(BAD);
  await box.locator.evaluate((area) => area.toggleAttribute('readonly', false));
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.press('F9');
  await expect.poll(box.readText).not.toBe(BAD);
});
