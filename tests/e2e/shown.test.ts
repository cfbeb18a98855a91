import { expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds } from './browser.ts';
import { openOptions, readIgnores } from './options-page.ts';
import { type Popup, useToolbar } from './toolbar.ts';

const SLIGHT = [
  'We only ship to Spain.',
  'Please do not hesitate to contact us.',
  'Kindly do the needful.',
  'Thanks for contacting us.',
];
const GRAVE = 'What a whiner.';

const CANNOT = "We can't refund you.";

const toolbar = useToolbar(builds.demo);

const readWords = (popup: Popup) => popup.$eval('main', (main) => (main as HTMLElement).innerText);
const readPhrases = (popup: Popup) =>
  popup.$$eval('main li h3', (all) => all.map((one) => (one.textContent ?? '').replace(/[“”]/g, '')));

async function write(draft: string, marks: number) {
  const box = await getReplyBox(await toolbar.openDemo('/ticket.html'), 'ticket');
  await box.focus();
  await box.coached();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

test('three hints a reply are marked, counted, visited by key and listed; the popup says how many are not', async () => {
  const box = await write([...SLIGHT, GRAVE].join('\n'), 4);
  const texts = (await box.readMarks()).map(({ text }) => text);
  expect(texts.filter((text) => SLIGHT.some((line) => line.includes(text)))).toHaveLength(3);
  await expect.poll(async () => (await toolbar.readBadge()).text).toBe('4');
  expect(await box.page.locator('cando-chip').getByRole('button').textContent()).toBe('4');

  const visited = new Set<string | undefined>();
  for (const _ of texts) {
    await box.press('F8');
    await expect.poll(async () => visited.has((await readCard(box.page))?.phrase)).toBe(false);
    visited.add((await readCard(box.page))?.phrase);
  }
  expect([...visited].sort()).toEqual([...texts].sort());
  await box.press('Escape');

  const popup = await toolbar.press(box.page);
  expect((await readPhrases(popup)).sort()).toEqual([...texts].sort());
  await expect.poll(() => readWords(popup)).toContain('1 more hint is not shown: three a reply are enough.');
});

test('a hint that is ignored brings up no other in its place', async () => {
  const box = await write(SLIGHT.join('\n'), 3);
  const [, second, third] = await box.readMarks();
  await box.press('Control+Home', 'Control+Shift+F8');
  await expect.poll(box.readMarks).toEqual([second, third]);
});

test('the card and the popup name what else speaks of the marked words, and both go when they are ignored', async () => {
  const box = await write('We will revert to you. ', 1);
  // The graver of the two waits for what the next sentence may say, and the card follows it.
  await box.press('F8');
  const card = box.page.locator('cando-card').getByRole('dialog');
  await expect.poll(() => card.textContent(), { timeout: 5_000 }).toContain('Promises that slip');
  expect(await card.textContent()).toContain('Also: Stock phrases');
  const said = box.page.locator('cando-chip').getByRole('status');
  await expect.poll(() => said.textContent()).toContain('Also: Stock phrases.');
  await box.press('Escape');
  const popup = await toolbar.press(box.page);
  await expect.poll(() => readWords(popup)).toContain('Also: Stock phrases');
  await popup.locator('::-p-aria(Ignore here)').click();
  await expect.poll(box.readMarks).toEqual([]);
});

test('a rule that is ignored in three replies steps down, in every tab, and the popup says so and takes it back', async () => {
  const other = await write(CANNOT, 1);
  const box = await write(CANNOT, 1);
  const [mark] = await box.readMarks();
  expect(mark?.severity).toBe('warning');
  for (const severity of ['warning', 'warning', 'info']) {
    await box.press('Control+Shift+F8');
    await expect.poll(box.readMarks).toEqual([]);
    await box.clear();
    await box.type(CANNOT);
    await expect.poll(box.readMarks).toEqual([{ ...mark, severity }]);
  }
  await other.page.bringToFront();
  await expect.poll(other.readMarks).toEqual([{ ...mark, severity: 'info' }]);

  await box.page.bringToFront();
  const popup = await toolbar.press(box.page);
  await expect.poll(() => readWords(popup)).toContain('Stepped down after three ignores.');
  await expect.poll(() => readWords(popup)).toContain('is a hint from now on.');
  await popup.locator('::-p-aria(Take it back)').click();
  await expect.poll(box.readMarks).toEqual([mark]);
  await expect.poll(() => readWords(popup)).not.toContain('Stepped down');
  await popup.close();
});

test('a step holds on another page and another day, is undone in the settings, and no word of a draft is kept', async () => {
  const settings = { version: 2, steppedDown: { 'cant-focus/cannot': { to: 'silent', isTold: true } } };
  await toolbar.store({ settings, ignores: { drafts: 40, rules: { 'cant-focus/cannot': [39, 40] } } });
  const box = await write(`${CANNOT} We only ship to Spain. `, 1);
  const options = await openOptions(toolbar, 'rules/cant-focus/cannot');
  await options.getByRole('button', { name: /^Take it back/ }).click();
  await box.page.bringToFront();
  await expect.poll(box.readMarks).toHaveLength(2);
  await expect.poll(() => readIgnores(options)).toEqual({ drafts: 41, rules: { 'cant-focus/cannot': [39, 40] } });
});

test('a rule that has stepped down leaves its words to no other, and its rewrite is still at hand', async () => {
  const step = (to: string) => ({ version: 2, steppedDown: { 'cant-focus/cannot-until': { to, isTold: true } } });
  const draft = "We can't refund you until Monday.";
  await toolbar.store({ settings: step('info') });
  const box = await write(draft, 1);
  expect(await box.readMarks()).toMatchObject([{ severity: 'info' }]);
  await box.apply();
  expect(await box.readText()).toBe('We can refund you from Monday.');
  await box.clear();
  await toolbar.store({ settings: step('silent') });
  await box.type(`${draft} What a whiner.`);
  await expect.poll(box.readMarks).toMatchObject([{ text: 'What a whiner' }]);
});
