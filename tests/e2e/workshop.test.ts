import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { openOptions, storeSettings } from './options-page.ts';

const browser = useBrowser(builds.demo);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Fills in a first rule that lacks its examples. */
async function writeRule(page: Page): Promise<void> {
  await press(page, 'Make your first rule');
  await field(page, 'Words to mark').fill('gizmo');
  await field(page, 'What the agent should do').fill('Say product, not gizmo.');
  await field(page, 'Why').fill('Nobody outside knows the word.');
  await field(page, 'What to say instead').fill('product');
}

/** What axe has to say of a page, light and dark, and whether anything is cut off on a small phone. */
async function look(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async () => {
      const { violations } = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    found.push(...violations);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(size);
  return over > 0 ? [...found, `${over} pixels are cut off at 320`] : found;
}

test('a rule is made, fails an example, is mended and published, and marks in a tab that is open already; it goes back, out and in', async () => {
  await storeSettings(browser, undefined);
  const desk = await browser.openDemo('/text.html');
  const box = await getReplyBox(desk, 'text');
  await box.focus();
  await box.coached();
  await box.type('Your gizmo is on its way. ');

  const page = await openOptions(browser, 'workshop');
  await writeRule(page);
  await field(page, 'Another sentence').fill('Your <gizmo is> late.');
  await press(page, 'Must be marked');
  await field(page, 'Another sentence').fill('Your gizmos are late.');
  await press(page, 'Must stay quiet');
  await page.getByRole('heading', { level: 3, name: 'gizmo' }).waitFor();
  await field(page, 'Words to mark').fill('(gizmo|gizmos)');
  await page.getByText('is flagged by our-words/gizmo').waitFor();
  await press(page, 'Publish');
  await page.getByRole('alert').getByText('Not published: 1 thing must be mended first.').waitFor();
  expect(await box.readMarks()).toEqual([]);

  await field(page, 'Words to mark').fill('gizmo');
  await page.getByText('Examples hold').waitFor();
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.0.').first().waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  // The next version marks another word; rolled back, it is the first again.
  await field(page, 'Words to mark').fill('gizmo\non its way');
  await page.getByText('Examples hold').waitFor();
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.1.').first().waitFor();
  await expect.poll(box.readMarks).toHaveLength(2);
  await page.getByRole('link', { name: 'Versions' }).click();
  await press(page, /^Roll back 1\.0\.0/);
  await page.getByText('Version 1.0.0 is published again.').waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  await page.getByRole('link', { name: 'All packs' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export Our words')]);
  const file = readFileSync(await download.path());
  await press(page, 'Delete Our words');
  await expect.poll(box.readMarks).toEqual([]);
  const chooser = page.getByLabel("Import a pack's file or a ZIP of Vale styles, or drop it here");
  await chooser.setInputFiles({ name: 'our-words.yaml', mimeType: 'text/yaml', buffer: file });
  await press(page, 'Take it');
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.0.').first().waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  // A draft is there again when the page is closed and opened.
  await page
    .getByRole('link', { name: 'gizmo' })
    .or(page.getByRole('link', { name: 'Say product, not gizmo.' }))
    .click();
  await field(page, 'Why').fill('A new reason.');
  await expect
    .poll(async () => {
      const other = await browser.open(page.url());
      const why = await field(other, 'Why').inputValue();
      await other.close();
      return why;
    })
    .toBe('A new reason.');
});

test('axe finds nothing to mend in any view of a pack, light and dark, and nothing is cut off', async () => {
  const page = await openOptions(browser, 'workshop');
  await page.getByRole('link', { name: 'Say product, not gizmo.' }).click();
  await field(page, 'Write as an agent would').fill('Your gizmo is on its way.');
  await page.getByText('1 mark.').waitFor();
  await page.getByText('How it came about').click();
  expect(await look(page)).toEqual([]);
  const strip = page.getByRole('navigation', { name: 'Parts of the pack' });
  for (const name of ['Rules', 'Glossary', 'Changes', 'YAML', 'Versions']) {
    await strip.getByRole('link', { name, exact: true }).click();
    if (name === 'Glossary') {
      await field(page, 'Say, row 1').fill('sign in');
      await field(page, 'Not this, row 1').fill('login');
    }
    expect(await look(page), name).toEqual([]);
  }
  await strip.getByRole('link', { name: 'Effect' }).click();
  await field(page, 'Or paste replies, with an empty line between two').fill('A gizmo.\n\nYour parcel.');
  await press(page, 'Compare 2 replies');
  await page.getByText('Replies read: 2. Replies in which something changes: 0.').waitFor();
  expect(await look(page)).toEqual([]);
});

test('a rule is written and published by keyboard alone', async () => {
  const page = await openOptions(browser, 'workshop');
  await page.getByRole('button', { name: 'New rule Our words' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => field(page, 'Words to mark').evaluate((one) => one === document.activeElement)).toBe(true);
  const words: Record<string, string> = {
    'Words to mark': 'whatsit',
    'What the agent should do': 'Say thing.',
    Why: 'It is plain.',
    'What to say instead': 'thing',
  };
  const readLabel = () => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).labels?.[0]?.textContent);
  for (let label = await readLabel(); label !== 'Severity'; label = await readLabel()) {
    await page.keyboard.type(words[label ?? ''] ?? '');
    await page.keyboard.press('Tab');
  }
  for (const [sentence, kind] of [
    ['A whatsit came.', 'Must be marked'],
    ['A thing is here.', 'Must stay quiet'],
  ] as const) {
    await field(page, 'Another sentence').focus();
    await page.keyboard.type(sentence);
    await page.getByRole('button', { name: kind }).focus();
    await page.keyboard.press('Enter');
  }
  await page.getByText('Examples hold').waitFor();
  await page.getByRole('button', { name: 'Publish' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Published as/)
    .first()
    .waitFor();
});
