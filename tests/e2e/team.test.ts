import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { drawTeam, type Tally } from '../fixtures/team/generate.ts';
import { builds, useBrowser } from './browser.ts';
import { findFaultsInEveryLook } from './faults.ts';
import { getBase } from './options-page.ts';

// Two hundred agents' files of a year each. The tests go on from one another, in one page.
const browser = useBrowser(builds.demo);
const FILES = 200;
const PATIENCE = { timeout: 240_000 };
let folder: string;
let files: string[];
let tally: Tally;
let texts: string[];
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cando-team-'));
  const team = drawTeam({ seed: 7, files: FILES, years: 8, workdays: 250, rules: 15 });
  ({ tally } = team);
  texts = team.drawn.map(({ text }) => text);
  files = team.drawn.map(({ name, text }) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  page = await browser.context.newPage();
  await page.addInitScript(() => {
    const long: number[] = [];
    Object.assign(globalThis, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${await getBase(browser)}/stats.html`);
  await page.getByRole('radio', { name: 'Files of a team' }).click();
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = (text: string | RegExp) => page.getByText(text).first().waitFor(PATIENCE);
const readLong = () => page.evaluate(() => (globalThis as unknown as { long: number[] }).long.splice(0));
const add = (paths: string[]) => page.getByLabel('Add files of the team').setInputFiles(paths);
const group = (name: string) => tally[`totals of group ${name}`] as Record<string, number>;
const ofGroup = (name: string, measure: string) =>
  ['4.0.0', '5.0.0'].reduce((sum, version) => sum + (tally[`rules of group ${name} in ${version}`]?.[measure] ?? 0), 0);

const isFocused = (role: 'button' | 'heading', name: string) =>
  page.getByRole(role, { name, exact: true }).evaluate((element) => element === document.activeElement);

/** What the page says of the chosen group: replies, words, phrases flagged. */
async function readNumbers(): Promise<number[]> {
  const texts = await page.getByRole('region', { name: 'In short' }).getByRole('definition').allInnerTexts();
  return texts.slice(0, 3).map((text) => Number(text.split('\n')[0]?.replaceAll(',', '')));
}

describe('Two hundred files of a year', { timeout: 300_000 }, () => {
  it('can be stopped by keyboard on their way in, and then none of them is there', async () => {
    await add(files);
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
    await said('Stopped. None of these files was added.');
    expect(await isFocused('heading', 'Files of the team')).toBe(true);
    await page.getByText('Nothing is counted yet').waitFor();
    expect(await page.getByText(/^There: /).count()).toBe(0);
  });

  it('are merged beside the page, which says how far it is and can be used meanwhile', async () => {
    await page.getByLabel('Period').waitFor({ state: 'detached' });
    await readLong();
    const began = performance.now();
    await add(files);
    await page.getByRole('progressbar').waitFor();
    // Somebody else's place is shown and left again while the files are read.
    await page.getByRole('radio', { name: 'This browser' }).click();
    await page.getByRole('radio', { name: 'Files of a team' }).click();
    await said('200 files added');
    const seconds = (performance.now() - began) / 1_000;
    const long = await readLong();
    console.log(`200 files: ${seconds.toFixed(1)} s, longest task of the page ${Math.max(0, ...long)} ms`);
    await page.getByRole('cell', { name: 'pack-0 4.0.0', exact: false }).first().waitFor();
  });

  it('come to the sums that were added up while they were drawn, to the unit', async () => {
    await page.getByLabel('Period').selectOption({ label: 'All that there is' });
    const all = [tally.totals?.replies, tally.totals?.words, tally.rules?.flagged];
    await expect.poll(readNumbers, PATIENCE).toEqual(all);
    for (const [label, name] of [
      ['Group 3', 'Group 3'],
      ['Smaller groups together', ''],
    ] as const) {
      await page.getByLabel('Group', { exact: true }).selectOption({ label });
      await expect
        .poll(readNumbers, PATIENCE)
        .toEqual([group(name).replies, group(name).words, ofGroup(name, 'flagged')]);
    }
    expect(await page.getByLabel('Group', { exact: true }).locator('option').allInnerTexts()).not.toContain('Small A');
    await page.getByLabel('Group', { exact: true }).selectOption({ label: 'All groups' });
  });

  it('are taken wherever on the page they are dropped, and open in no tab', async () => {
    const session = await browser.context.newCDPSession(page);
    const { width, height } = page.viewportSize() as { width: number; height: number };
    const data = { items: [], files: files.slice(0, 2), dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: width - 20, y: height - 20, data });
    await said('2 files were there already');
    expect(browser.context.pages().filter((one) => one.url().startsWith('file:'))).toEqual([]);
    await session.detach();
  });

  it('count once when they come twice or updated, and what is no such file is told by name', async () => {
    const update = join(folder, 'update.json');
    const raw = JSON.parse(texts[20] as string);
    raw.exported = '2026-11-21T11:00:00Z';
    raw.days[0].revision += 1;
    raw.days[0].totals.words += 1_000;
    writeFileSync(update, JSON.stringify(raw));
    const broken = join(folder, 'ana.json');
    writeFileSync(broken, (texts[0] as string).replace('"words": ', '"words": -'));
    await add([...files.slice(0, 3), update, broken]);
    await said('1 file brings its agent up to date');
    await said('3 files were there already');
    await said(/ana\.json holds a number that cannot be\..*2025-11-24, \w+, words.*Found there: -\d+/);
    const all = [tally.totals?.replies, (tally.totals?.words ?? 0) + 1_000, tally.rules?.flagged];
    await expect.poll(readNumbers, PATIENCE).toEqual(all);
  });

  it('leave axe nothing to mend and nothing cut off: light, dark, on a phone, in forced colours', async () => {
    await page.getByText('The 200 files that are there').click();
    await page.getByRole('button', { name: 'Forget all files' }).click();
    expect(await findFaultsInEveryLook(page)).toEqual([]);
  });

  it('are still there when the page is opened again, and can be forgotten by keyboard, one by one or all', async () => {
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    await page.reload();
    await page.getByText('There: 200 people, 200 files').waitFor(PATIENCE);
    await page.locator('summary', { hasText: 'The 200 files that are there' }).press('Enter');
    await press('Forget counts-0.json');
    expect(await isFocused('button', 'Forget counts-1.json')).toBe(true);
    await said('There: 199 people, 199 files');
    await press('Forget all files');
    await page.keyboard.press('Enter');
    expect(await isFocused('button', 'Forget all files')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is counted yet').waitFor(PATIENCE);
    expect(await isFocused('heading', 'Files of the team')).toBe(true);
  });

  it('come to the same on the command line', () => {
    const args = ['stats', 'merge', folder, '--by', 'group', '--format', 'json'];
    const began = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'bin/cando.ts'), ...args], {
      encoding: 'utf8',
    });
    console.log(`cando stats merge: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    expect(stderr).toContain('ana.json: holds a number that cannot be');
    expect(status).toBe(1);
    const { rows, people } = JSON.parse(stdout);
    expect(people).toBe(200);
    expect(rows).toHaveLength(9);
    for (const { group: told, ...counts } of rows) {
      const name = told === '(smaller groups together)' ? '' : told;
      expect([counts.replies, counts.flagged]).toEqual([group(name).replies, ofGroup(name, 'flagged')]);
    }
  });
});
