import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as PlaywrightPage } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { makeDays } from '../../demo/counted-days.ts';
import { storeDays } from '../../demo/store-days.ts';
import { addDays, getDay } from '../../lib/stats/days.ts';
import { readTeamFile } from '../../lib/stats/read-team-file.ts';
import { useFirefox } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'cando-firefox-'));
const firefox = useFirefox({ downloads: folder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const today = getDay(Date.now());
const days = makeDays({ from: addDays(today, -20), to: today, seed: 3 });
const words = days.reduce((sum, { totals }) => sum + (totals.words ?? 0), 0);

test('the statistics show what was counted, an agent’s file is saved, and a trainer’s page takes it', async () => {
  const { tab } = await firefox.openOwn('/stats.html');
  const find = (selector: string) => tab.waitForSelector(selector, { visible: true });
  const readWords = () => tab.$$eval('.overview dd', ([, one]) => Number(one?.textContent?.replaceAll(',', '')));
  await find('.empty');
  // The page knows the database as the extension has made it; storing asks nothing else of a page.
  await storeDays(tab as unknown as PlaywrightPage, days);
  await tab.reload({ waitUntil: [] });
  await find('.overview');
  expect(await readWords()).toBe(words);

  await (await find('details.team > summary'))?.click();
  await (await find('details.team .primary'))?.click();
  const list = () => readdirSync(folder).filter((name) => /^cando-counts-.*\.json$/.test(name));
  await expect.poll(list).toHaveLength(1);
  const path = join(folder, list()[0] as string);
  await expect.poll(() => readTeamFile(readFileSync(path, 'utf8'), today)).toHaveProperty('file');

  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  await (await find('input[type=radio]:not(:checked)'))?.click();
  const chooser = await tab.waitForSelector('input[type=file]');
  await (chooser as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(path, broken);
  await find('.team .faults');
  expect(await tab.$eval('.team', ({ textContent }) => textContent)).toMatch(/1 file added.*broken\.json/);
  await expect.poll(readWords).toBe(words);
});
