import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DRAFT } from '../../components/welcome/draft.ts';
import { readCard } from '../../demo/card.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

/** The page that opens once, after the installation. */
async function openWelcome(part = ''): Promise<Page> {
  const [worker] = browser.context.serviceWorkers();
  return browser.open(new URL(`/welcome.html${part}`, worker?.url()).href);
}

const readMarks = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('cando-mirror')?.shadowRoot?.querySelectorAll('mark') ?? [])].map(
      (mark) => mark.textContent,
    ),
  );

describe('The box on the welcome page', () => {
  test('shows its mark at once, F8 the advice, F9 the rewrite, and the page notices', async () => {
    const page = await openWelcome();
    const box = page.getByRole('textbox', { name: 'Your reply' });
    await expect.poll(() => readMarks(page)).toEqual(["Unfortunately we can't refund you"]);
    await box.focus();
    await page.keyboard.press('F8');
    await expect.poll(async () => (await readCard(page))?.phrase).toBe("Unfortunately we can't refund you");
    await page.keyboard.press('F9');
    await expect.poll(() => box.inputValue()).toBe('We can refund you as soon as the warehouse has the parcel.');
    await page.getByText('That is all there is to it').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await box.inputValue()).toBe(DRAFT);
    await expect.poll(() => readMarks(page)).toEqual(["Unfortunately we can't refund you"]);
  });

  test('is empty and has the focus for who comes from an editor that CanDo cannot read, and copies back', async () => {
    const page = await openWelcome('#try');
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('CanDo cannot read the box you came from').waitFor();
    const box = page.getByRole('textbox', { name: 'Your reply' });
    await expect.poll(() => box.evaluate((one) => document.activeElement === one)).toBe(true);
    await page.keyboard.type("We can't refund you until Monday.");
    await expect.poll(() => readMarks(page)).toEqual(["We can't refund you"]);
    await page.keyboard.press('F9');
    await expect.poll(() => box.inputValue()).toBe('We can refund you from Monday.');
    await page.getByRole('button', { name: 'Copy the reply' }).click();
    await page.getByText('Copied. Paste it into your desk.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('We can refund you from Monday.');
  });

  test('says that CanDo is snoozed, and wakes it up', async () => {
    const page = await openWelcome();
    await page.evaluate(() =>
      Reflect.get(window, 'chrome').storage.local.set({
        settings: { version: 2, snoozedUntil: Date.now() + 3_600_000 },
      }),
    );
    await page.getByText('CanDo is snoozed').waitFor();
    await expect.poll(() => readMarks(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wake it up' }).click();
    await expect.poll(() => readMarks(page)).toEqual(["Unfortunately we can't refund you"]);
  });
});

describe('The desks', () => {
  test('are those of the installation, and a switch for each further one', async () => {
    const page = await openWelcome();
    const desks = page.getByRole('region', { name: 'Where do you write?' });
    await desks.getByRole('switch', { name: 'Freshdesk' }).waitFor();
    expect(await desks.getByRole('switch', { checked: true }).count()).toBe(0);
    expect(await desks.getByRole('listitem').filter({ hasText: 'On since the installation' }).allInnerTexts()).toEqual([
      expect.stringContaining('Gmail'),
      expect.stringContaining('Zendesk'),
    ]);
  });

  test('are not added from an address that is none', async () => {
    const page = await openWelcome();
    await page.getByLabel('own address').fill('my desk');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'This is no address of a page.' }).waitFor();
    expect(await page.getByLabel('own address').inputValue()).toBe('my desk');
  });
});

test.each([
  ['light', 1100],
  ['dark', 1100],
  ['light', 360],
] as const)('nothing on the page is hard to reach or to read: %s, %i wide', async (colorScheme, width) => {
  const page = await openWelcome();
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  await expect.poll(() => readMarks(page)).toHaveLength(1);
  await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  const violations = await page.evaluate(async () => (await Reflect.get(window, 'axe').run()).violations);
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
