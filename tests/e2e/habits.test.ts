import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { storeDays } from '../../demo/store-days.ts';
import { addDelta, createDay, type DayCounts, type RuleCounts } from '../../lib/stats/counts.ts';
import { addDays, getDay } from '../../lib/stats/days.ts';
import { builds, useBrowser } from './browser.ts';
import { getBase, openOptions, storeSettings } from './options-page.ts';
import { readDatabase } from './stats-database.ts';

/** In the options page, where a part of this file runs. */
declare const chrome: typeof Extension;

const browser = useBrowser(builds.demo);
const DAY = 86_400_000;

beforeEach(() => storeSettings(browser, undefined));

/** The counts as the options save them. */
async function saveCounts(options: Page): Promise<{ text: string; counts: DayCounts[] }> {
  const saving = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save the file' }).first().click();
  const text = readFileSync(await (await saving).path(), 'utf8');
  return { text, counts: JSON.parse(text).counts };
}

/** The sum of what became of flags in the days, whatever the rule. */
function sumUp(counts: readonly DayCounts[]): Partial<RuleCounts> {
  const sum: Record<string, number> = {};
  for (const { rules } of counts)
    for (const one of Object.values(rules))
      for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

async function send(page: Page, box: ReplyBox): Promise<void> {
  await page.getByRole('button', { name: /^(?:Send|Submit)/ }).click();
  await expect.poll(box.readText).toBe('');
}

test('three days at the desk give exactly these numbers, and no word of a draft', { timeout: 240_000 }, async () => {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  const options = await openOptions(browser, 'data');
  const moveClock = (days: number) => options.evaluate((clock) => chrome.storage.local.set({ clock }), days * DAY);
  const held = () => options.evaluate(readDatabase);
  const counted = async () => sumUp((await saveCounts(options)).counts ?? []);
  const today = getDay(Date.now());
  await storeDays(options, []);
  await moveClock(0);
  await page.bringToFront();

  // The first day: one is sent as it stands, one is mended by hand before.
  await box.focus();
  await box.coached();
  await box.type("Xylograph. We can't refund you until Monday.");
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(counted).toEqual({ flagged: 1 });
  await page.bringToFront();
  await box.press(...Array<string>(" can't refund you until Monday.".length).fill('Backspace'));
  await box.type(' can refund you from Monday.');
  await expect.poll(counted, { timeout: 20_000 }).toEqual({ flagged: 1, mended: 1 });
  await page.bringToFront();
  await send(page, box);
  await box.focus();
  await box.coached();
  await box.type('We only ship to Spain. Xylograph.');
  await expect.poll(box.readMarks).toHaveLength(1);
  await send(page, box);
  await expect.poll(async () => (await saveCounts(options)).counts[0]?.totals.replies).toBe(2);

  // The second: one is taken over from CanDo, one is ignored.
  await moveClock(1);
  await page.bringToFront();
  await box.focus();
  await box.coached();
  await box.type("We can't refund you until Monday. Xylograph.");
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.press('F9');
  await expect.poll(box.readText).toBe('We can refund you from Monday. Xylograph.');
  await box.press('ControlOrMeta+End');
  await box.type(' We only ship to Spain.');
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.press('F8', 'Control+Shift+F8');
  await expect.poll(box.readMarks).toEqual([]);
  await send(page, box);
  await expect.poll(async () => (await saveCounts(options)).counts.at(-1)?.totals.replies).toBe(1);

  // The third: a draft is thrown away.
  await moveClock(2);
  await page.bringToFront();
  await box.focus();
  await box.coached();
  await box.type('We only ship to Spain. Xylograph.');
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(async () => JSON.stringify(await held())).toContain(addDays(today, 2));
  await box.clear();
  // It might have been begun again.
  const countDiscarded = async () => (await saveCounts(options)).counts.at(-1)?.totals.discarded;
  await expect.poll(countDiscarded, { timeout: 30_000 }).toBe(1);

  const { text, counts } = await saveCounts(options);
  const only = counts.map(({ day, desk, totals, rules }) => ({ day, desk, totals, rules }));
  const { version } = await options.evaluate(() => chrome.runtime.getManifest());
  const [cannot, shipping] = [`cant-focus/cannot-until@${version}`, `cant-focus/can-only@${version}`];
  const none = { replies: 0, words: 0, left: 0, discarded: 0 };
  expect(only).toEqual([
    {
      day: today,
      desk: 'other',
      totals: { ...none, replies: 2, words: 13 },
      rules: { [cannot]: { flagged: 1, mended: 1 }, [shipping]: { flagged: 1, sent: 1 } },
    },
    {
      day: addDays(today, 1),
      desk: 'other',
      totals: { ...none, replies: 1, words: 12 },
      rules: { [cannot]: { flagged: 1, rewritten: 1 }, [shipping]: { flagged: 1, ignored: 1 } },
    },
    {
      day: addDays(today, 2),
      desk: 'other',
      totals: { ...none, discarded: 1 },
      rules: { [shipping]: { flagged: 1, dropped: 1 } },
    },
  ]);
  expect(Object.values(counts[1]?.replaced ?? {})).toEqual([
    { [Object.keys(counts[1]?.replaced[cannot] ?? {})[0] as string]: 1 },
  ]);
  expect(counts[0]?.packs[`cant-focus@${version}`]).toEqual({ replies: 2, words: 13 });

  // Neither what was written nor what the customer said.
  const everything = JSON.stringify(await held()).toLowerCase() + text.toLowerCase();
  const customer = (await page.locator('article p').first().innerText()).toLowerCase();
  expect(customer.length).toBeGreaterThan(20);
  for (const words of ['xylograph', 'monday', 'spain', customer.slice(0, 20)]) expect(everything).not.toContain(words);

  // The page of statistics has the same numbers in its table.
  const stats = await browser.open(`${await getBase(browser)}/stats.html`);
  const chart = stats.getByRole('region', { name: 'What became of flagged phrases', exact: true });
  await chart.getByText('As a table').click();
  const cells = await chart.getByRole('row').allInnerTexts();
  expect(cells.map((row) => row.split(/\t|\n/).at(-1)).slice(1)).toEqual(['1', '0', '1', '1', '0', '1', '1', '0', '0']);
  for (const [name, count] of [
    ['Mended by hand, before the card', 1],
    ['Taken over from CanDo', 1],
    ['Ignored', 1],
    ['Sent as it was', 1],
    ['Gone with a draft that was not sent', 1],
  ] as const)
    expect(cells.find((row) => row.startsWith(name))).toMatch(new RegExp(`\\s${count}$`));

  // Erased, and put back from the file: the same.
  await options.bringToFront();
  await options.reload();
  await options.getByText('3 days are counted').waitFor();
  await options.getByRole('button', { name: 'Erase the counts' }).click();
  await options.getByRole('button', { name: 'Yes, erase it' }).click();
  await options.getByText('The counts are erased.').waitFor();
  expect(await held()).toEqual({ days: [], names: [], sources: [] });
  const file = { name: 'cando.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await options.getByLabel('Choose a settings file, or drop it here').setInputFiles(file);
  await options.getByRole('button', { name: 'Take these settings' }).click();
  await options.getByText('3 days are counted').waitFor();
  expect((await saveCounts(options)).counts).toEqual(counts);
  await stats.bringToFront();
  // Where the page has looked while there was nothing, its tables are closed again.
  const readRows = async () => {
    const closed = chart.locator('details:not([open]) summary');
    if ((await closed.count()) > 0) await closed.click();
    return chart.getByRole('row').allInnerTexts();
  };
  await expect.poll(readRows).toEqual(cells);
});

test.each(['ticket', 'text'] as const)(
  'a draft in %s that is emptied and begun again is one reply, and mended by hand',
  async (kind) => {
    const options = await openOptions(browser, 'data');
    await storeDays(options, []);
    const page = await browser.openDemo(`/${kind}.html`);
    const box = await getReplyBox(page, kind);
    await box.focus();
    await box.coached();
    await box.type('We only ship to Spain. ');
    await expect.poll(box.readMarks).toHaveLength(1);
    const counted = async () => sumUp((await saveCounts(options)).counts ?? []);
    await expect.poll(counted).toEqual({ flagged: 1 });
    await page.bringToFront();
    await box.clear();
    await expect.poll(box.readMarks).toEqual([]);
    await box.type('We ship to Spain.');
    await send(page, box);
    await expect.poll(counted).toEqual({ flagged: 1, mended: 1 });
    const { counts } = await saveCounts(options);
    expect(counts.map(({ totals }) => totals)).toEqual([{ replies: 1, words: 4, left: 0, discarded: 0 }]);
  },
);

test('counting that is switched off stops at once in open tabs, and a draft that is left is counted when its page goes', async () => {
  const options = await openOptions(browser, 'data');
  const base = await getBase(browser);
  const held = async () => JSON.stringify(await options.evaluate(readDatabase));
  const sum = async (name: 'left' | 'replies') =>
    (await saveCounts(options)).counts.reduce((all, { totals }) => all + (totals[name] ?? 0), 0);
  const [left, replies] = [await sum('left'), await sum('replies')];
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.coached();
  await box.type('We only ship to Spain.');
  await expect.poll(box.readMarks).toHaveLength(1);
  await page.goto(`${base}/licenses.txt`);
  await expect.poll(() => sum('left')).toBe(left + 1);

  await options.bringToFront();
  const counting = options.getByRole('switch', { name: 'Count my habits on this machine' });
  await counting.click();
  await expect.poll(() => counting.isChecked()).toBe(false);
  const before = await held();
  const other = await browser.openDemo('/text.html');
  const quiet = await getReplyBox(other, 'text');
  await quiet.focus();
  await quiet.coached();
  await quiet.type('We only ship to Spain.');
  await expect.poll(quiet.readMarks).toHaveLength(1);
  await send(other, quiet);
  // What comes after it in the same way is written: so nothing was on its way.
  await options.bringToFront();
  await counting.click();
  await other.bringToFront();
  await quiet.focus();
  await quiet.coached();
  await quiet.type('Hello there.');
  await send(other, quiet);
  await expect.poll(held).not.toBe(before);
  expect(await sum('replies')).toBe(replies + 1);
});

/**
 * Two years of a busy agent: both desks on each of 522 working days, an update every fortnight, a dozen packs, thirty rules that are
 * flagged at each, and fifteen of them taken over.
 */
function makeTwoYears(): DayCounts[] {
  const each = <Value>(count: number, make: (at: number) => [string, Value]) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => make(at)));
  return Array.from({ length: 522 }, (_, at) => {
    const day = addDays('2024-11-25', Math.floor(at / 5) * 7 + (at % 5));
    const version = `1.12.${Math.floor(at / 10)}`;
    const rule = (one: number) => `policy-hiding/rule-with-a-name-${(one * 7 + at) % 120}@${version}`;
    const totals = { replies: 40, words: 4_000, left: 3, discarded: 5 };
    const counts = {
      packs: each(12, (one) => [`pack-number-${one}@${version}`, totals]),
      rules: each(30, (one) => [rule(one), { flagged: 9, mended: 3, rewritten: 2, ignored: 1, sent: 3 }]),
      replaced: each(15, (one) => [
        rule(one),
        { [`<we can't ...> until ${(one + at) % 400} → {subject} {can} {do} from {when}`]: 2 },
      ]),
    };
    return ['gmail', 'zendesk'].map((desk) => addDelta(createDay(day, desk), { day, desk, totals, ...counts }));
  }).flat();
}

test('two years of an agent take less than five megabytes', async () => {
  const page = await openOptions(browser, 'data');
  await page.getByText(/^(?:\d+ days? (?:is|are)|Nothing is) counted/).waitFor();
  const days = makeTwoYears();
  await storeDays(page, days);
  expect((await saveCounts(page)).counts).toEqual(days);
  const measure = async () => ((await page.evaluate(() => navigator.storage.estimate())).usage ?? 0) / 1e6;
  await expect.poll(measure, { timeout: 30_000 }).toBeLessThan(5);
  expect(await measure()).toBeGreaterThan(0.5);
});
