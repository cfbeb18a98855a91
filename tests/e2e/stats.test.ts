import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeDays } from '../../demo/counted-days.ts';
import { storeDays } from '../../demo/store-days.ts';
import { addDays, getDay } from '../../lib/stats/days.ts';
import { builds, useBrowser } from './browser.ts';
import { findFaultsInEveryLook } from './faults.ts';
import { getBase } from './options-page.ts';

const browser = useBrowser(builds.demo);
const today = getDay(Date.now());
const oneDay = makeDays({ from: today, to: today, seed: 3, desks: ['zendesk'] });
const twoYears = makeDays({ from: addDays(today, -727), to: today, seed: 7 });

/** Microseconds of the thread's own time. */
interface TraceEvent {
  name: string;
  tdur?: number;
}

async function openStats(): Promise<Page> {
  const page = await browser.open(`${await getBase(browser)}/stats.html`);
  await page.locator('.empty, .overview').first().waitFor();
  return page;
}

async function openWith(days: typeof oneDay): Promise<Page> {
  const page = await openStats();
  await storeDays(page, days);
  await page.reload();
  await page.locator(days.length > 0 ? '.overview' : '.empty').waitFor();
  return page;
}

const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });

test.each([
  ['on the first day', []],
  ['after one day', oneDay],
])(
  '%s axe finds nothing to mend and nothing is cut off: light, dark, on a phone, in forced colours',
  async (_, days) => {
    expect(await findFaultsInEveryLook(await openWith(days))).toEqual([]);
  },
);

test('after two years, compared, with tables and the file for the team open, there is nothing to mend either', async () => {
  const page = await openWith(twoYears);
  await page.getByRole('heading', { name: 'Share your numbers with your team' }).click();
  await page.getByRole('region', { name: 'All that is in the file' }).waitFor();
  await choose(page, 'Compared with', 'A year ago');
  await page.getByRole('heading', { name: 'Two periods, rule by rule' }).waitFor();
  for (const title of ['Flagged in 100 words, by week', 'By category']) {
    const chart = page.getByRole('region', { name: title });
    await chart.locator('summary').click();
    await chart.getByRole('table').waitFor();
  }
  expect(await findFaultsInEveryLook(page)).toEqual([]);
}, 120_000);

test('two years open in the page, and all of them are shown, without a task of 200 ms', async () => {
  const page = await openWith(twoYears);
  const session = await page.context().newCDPSession(page);
  const tasks: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // By the thread's own clock: however many others the machine works for.
    for (const { name, tdur } of value as unknown as TraceEvent[])
      if (name === 'RunTask') tasks.push((tdur ?? 0) / 1_000);
  });
  await session.send('Tracing.start', { categories: 'toplevel,disabled-by-default-devtools.timeline' });
  await page.reload();
  await page.locator('.overview').waitFor();
  await choose(page, 'Period', 'All that there is');
  await expect.poll(() => page.getByRole('slider').first().getAttribute('aria-valuemax')).toMatch(/^10\d$/);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  expect(tasks.length).toBeGreaterThan(100);
  console.log(`the longest task of the page over two years: ${Math.round(Math.max(...tasks))} ms`);
  expect(tasks.filter((duration) => duration >= 200)).toEqual([]);
});

test('everything can be done by keyboard: choose a period, read a chart, open its table, choose a habit', async () => {
  const page = await openWith(twoYears);
  await page.getByLabel('Period', { exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('slider', { name: 'Flagged in 100 words, by day' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const slider = page.getByRole('slider').first();
  await tabTo(page, '[role="slider"]');
  const read = () => slider.getAttribute('aria-valuetext');
  const last = await read();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(read).not.toBe(last);
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  const table = page.getByRole('region', { name: 'Flagged in 100 words, by day' }).getByRole('table');
  await table.waitFor();
  await tabTo(page, '.chip[aria-pressed="false"]');
  const habit = await page.evaluate(() => document.activeElement?.querySelector('[lang]')?.textContent);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.chip[aria-pressed="true"] [lang]').textContent()).toBe(habit);
});

test('what is saved is what is shown, to the unit: CSV, JSON, a chart’s own table and its picture', async () => {
  const page = await openWith(twoYears);
  const shown = Number((await page.locator('.overview dd').nth(1).textContent())?.replaceAll(',', ''));
  const from = addDays(today, -90);
  const expected = twoYears.filter(({ day }) => day >= from).reduce((sum, { totals }) => sum + (totals.words ?? 0), 0);
  expect(shown).toBe(expected);

  const json = JSON.parse(await readText(await save(page, 'JSON')));
  expect(json.filter).toEqual({ from, to: today });
  expect(sumUp(json.tables['by-week'].map(({ words }: { words: number }) => words))).toBe(expected);

  const csv = await readText(await save(page, 'CSV, one line a number'));
  // Without it, spreadsheets read the letters of another code.
  expect(csv.codePointAt(0)).toBe(0xfeff);
  const lines = parse(csv);
  const words = lines.filter(({ table, measure }) => table === 'by-desk' && measure === 'words');
  expect(sumUp(words.map(({ value }) => Number(value)))).toBe(expected);

  const rules = parse(await readText(await save(page, 'Save as CSV By rule')));
  const flagged = json.tables['by-rule'].map((row: { id: string; flagged: number }) => [row.id, row.flagged]);
  expect(rules.map(({ id, flagged: count }) => [id, Number(count)])).toEqual(flagged);

  const picture = readFileSync(await (await save(page, 'Save as PNG By rule')).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16) > 600, picture.length > 5_000]).toEqual([true, true]);
});

test('on paper there is every chart with its table, black on white, and nothing that can only be pressed', async () => {
  const page = await openWith(oneDay);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const charts = await page.locator('.chart').count();
  expect(await page.locator('.plot svg:visible').count()).toBe(charts);
  await expect.poll(() => page.locator('.chart table:visible').count()).toBe(charts);
  expect(await page.getByRole('button').count()).toBe(await page.locator('.chip:visible').count());
  expect(await page.locator(':is(input, .files, .save, .team):visible').count()).toBe(0);
  const { backgroundColor, color } = await page.evaluate(() => ({ ...getComputedStyle(document.body) }));
  expect([backgroundColor, color]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await page.setViewportSize({ width: 680, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(680);

  await page.emulateMedia({ media: 'screen' });
  const countTables = () => page.locator('.chart table').count();
  await expect.poll(countTables).toBe(0);
  // Printed by the browser, which does not wait for the page.
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      document.title = `${document.querySelectorAll('.chart table').length} tables`;
    }),
  );
  await page.pdf();
  expect(await page.title()).toBe(`${charts} tables`);
  await expect.poll(countTables).toBe(0);
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}.`);
}

async function save(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return download;
}

async function readText(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

function parse(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
}

function sumUp(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
