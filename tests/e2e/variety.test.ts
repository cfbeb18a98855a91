import { beforeEach, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { choose, openOptions, readStored, storeSettings } from './options-page.ts';

const browser = useBrowser(builds.demo);

beforeEach(() => storeSettings(browser, undefined));

async function write(text: string, marks: number): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo('/text.html'), 'text');
  await box.focus();
  await box.type(text);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

const readTexts = async (box: ReplyBox) => (await box.readMarks()).map(({ text }) => text);

async function readRewrites(box: ReplyBox): Promise<string> {
  await box.page.bringToFront();
  await box.press('F8');
  const card = await readCard(box.page);
  await box.press('Escape');
  return (card?.rewrites ?? []).join('\n');
}

test('“kindly” and “revert” are marked, and once Indian English is chosen they are plain words', async () => {
  const box = await write(
    'Kindly note that the desk is open.\nWe will revert to you by Monday.\nWe only ship to Spain.\n',
    3,
  );
  expect(await readTexts(box)).toEqual(['Kindly note that', 'revert to you', 'We only ship']);
  const options = await openOptions(browser, 'english');
  await choose(options, /^Indian/);
  await expect.poll(() => readTexts(box)).toEqual(['We only ship']);
  expect(await readStored(options)).toMatchObject({ variety: 'indian' });
  await choose(options, /^British/);
  await expect.poll(() => readTexts(box)).toHaveLength(3);
});

test('a rewrite spells as the agent does, and as the reply does where that tells', async () => {
  const box = await write("We can't cancel your order until Monday. ", 1);
  const options = await openOptions(browser, 'english');
  await choose(options, /^British/);
  await expect.poll(() => readRewrites(box)).toContain('instead of cancelling your order');
  await choose(options, /^American/);
  await expect.poll(() => readRewrites(box)).toContain('instead of canceling your order');
  await box.type('I like the colour. ');
  await expect.poll(() => readRewrites(box)).toContain('instead of cancelling your order');
});

test('what the browser’s language suggests holds until another is chosen, and is said', async () => {
  const options = await openOptions(browser, 'english');
  const choice = options.getByRole('radio', { name: /^As your browser/ });
  expect(await choice.isChecked()).toBe(true);
  expect(await options.getByText('That is now: American.').isVisible()).toBe(true);
});
