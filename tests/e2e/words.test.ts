import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo, { language: 'de' });

const DRAFT = "We can't refund you until Monday.";

/** The language in which a screen reader reads these words. */
const getVoice = (words: ReturnType<Page['getByText']>) =>
  words.first().evaluate((element) => {
    const below = element.closest('[lang]') ?? (element.getRootNode() as ShadowRoot).host;
    return below.closest('[lang]')?.getAttribute('lang');
  });

async function openDraft(name: BoxName) {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(DRAFT);
  await expect.poll(box.readMarks).toHaveLength(1);
  return box;
}

async function openPage(path: string): Promise<Page> {
  const [worker] = browser.context.serviceWorkers();
  const page = await browser.open(new URL(path, worker?.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test('in a German browser chip and card speak German on an English page, and the rules keep their English voice', async () => {
  const { page, press } = await openDraft('ticket');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await expect
    .poll(() => page.locator('cando-chip').getByRole('button', { includeHidden: true }).getAttribute('title'))
    .toBe('1 Stelle zum Durchsehen');
  await press('F8');
  const card = page.locator('cando-card');
  await card.getByRole('button', { name: 'Hier ignorieren' }).waitFor();
  await card.getByRole('button', { name: /^Ersetzen durch: We can refund/ }).waitFor();
  expect(await getVoice(card.getByRole('button', { name: 'Immer ignorieren' }))).toBe('de');
  expect(await getVoice(card.locator('.message'))).toBe('en');
  expect(await getVoice(card.locator('.why'))).toBe('en');
});

test('in a German browser the settings are German, and say that the rules are in English', async () => {
  const page = await openPage('/options.html');
  expect(await page.title()).toBe('Regeln – CanDo-Einstellungen');
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  await page.getByText('Die Regeln und ihr Rat sind auf Englisch.').waitFor();
  await page.getByRole('link', { name: 'Tasten' }).click();
  await page.getByText('Nächste Markierung').first().waitFor();
});

test('in a German browser the welcome page says what language of replies CanDo coaches', async () => {
  const page = await openPage('/welcome.html');
  expect(await page.title()).toBe('Willkommen bei CanDo');
  await page.getByText('Antworten, die auf Englisch geschrieben sind').waitFor();
});
