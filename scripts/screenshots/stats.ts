import type { Page } from 'playwright-core';
import type { browser as Extension } from 'wxt/browser';
import { type DaysOptions, makeDays } from '../../demo/counted-days.ts';
import { storeDays } from '../../demo/store-days.ts';
import { writeTeamFile } from '../../lib/stats/team-file.ts';
import { type Look, looks, plain } from './looks.ts';
import { sit } from './sitting.ts';
import type { Stage } from './stage.ts';

/** In the extension's page, where parts of this file run. */
declare const chrome: typeof Extension;

/** The pictures are of one day, whenever they are taken. */
const TODAY = Date.UTC(2026, 10, 20, 12);
const WHOLE = { width: 1280, height: 800, scale: 1 };
const DAY: DaysOptions = { from: '2026-11-20', to: '2026-11-20', seed: 3, desks: ['zendesk'] };
const YEARS: DaysOptions = { from: '2024-11-21', to: '2026-11-20', seed: 7 };
const QUARTER: DaysOptions = { from: '2026-08-24', to: '2026-11-20' };
const dark = looks.find(({ name }) => name === 'dark') as Look;

/** The page of statistics in its states. */
export const statsPictures: Record<string, (stage: Stage) => Promise<Buffer>> = {
  'stats-empty': async (stage) => take(await openStats(stage)),
  'stats-day': async (stage) => take(await openStats(stage, DAY)),
  async 'stats-years'(stage) {
    const page = await openStats(stage, YEARS);
    await choose(page, 'Period', 'all');
    return take(page, { to: 'Flagged in 100 words, by week' });
  },
  async 'stats-compared'(stage) {
    const page = await openStats(stage, YEARS);
    await choose(page, 'Compared with', 'year');
    return take(page, { to: 'Two periods, rule by rule' });
  },
  async 'stats-dark'(stage) {
    const page = await openStats(stage, YEARS);
    await page.getByRole('button', { name: /^do not hesitate/ }).click();
    return take(page, { to: 'The course of a habit', look: dark });
  },
  async 'stats-phone'(stage) {
    const page = await openStats(stage, YEARS);
    const sitting = await sit(page);
    await sitting.wear(plain);
    await sitting.resize({ width: 360, height: 740, scale: 1 });
    const screens: Buffer[] = [];
    for (const heading of ['Statistics', 'The course of a habit', 'By rule']) {
      await scrollTo(page, heading);
      screens.push(await sitting.take());
    }
    await clear(page);
    return lay(await stage.visit('about:blank'), screens);
  },
  async 'stats-team'(stage) {
    const page = await openStats(stage);
    await page.getByRole('radio', { name: 'Files of a team' }).check();
    await page.getByLabel('Add files of the team').setInputFiles(makeTeam());
    await page.locator('.overview').waitFor();
    return take(page, { to: 'Files of the team' });
  },
};

/** Files of twelve agents in two groups. */
function makeTeam() {
  return Array.from({ length: 12 }, (_, at) => {
    const agent = `${'0'.repeat(8)}-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const head = { agent, group: at % 2 ? 'Mail' : 'Chat', exported: '2026-11-20T11:00:00Z' };
    const days = makeDays({ ...QUARTER, seed: at + 1, desks: [at % 2 ? 'gmail' : 'zendesk'] });
    const name = `cando-counts-${at + 1}.json`;
    return { name, mimeType: 'application/json', buffer: Buffer.from(writeTeamFile(head, days)) };
  });
}

async function openStats(stage: Stage, options?: DaysOptions): Promise<Page> {
  const page = await stage.open('stats.html');
  await page.evaluate((ahead) => chrome.storage.local.set({ clock: ahead }), TODAY - Date.now());
  // Other pictures may have left counts of another day.
  await page.locator('.empty, .controls').first().waitFor();
  await storeDays(page, options ? makeDays(options) : []);
  await page.reload();
  await page.locator(options ? '.overview' : '.empty').waitFor();
  return page;
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption(value);
}

async function take(page: Page, { to, look = plain }: { to?: string; look?: Look } = {}): Promise<Buffer> {
  const sitting = await sit(page);
  await sitting.wear(look);
  await sitting.resize(WHOLE);
  if (to) await scrollTo(page, to);
  const picture = await sitting.take();
  await clear(page);
  return picture;
}

async function scrollTo(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { name, exact: true });
  await heading.evaluate((part) => window.scrollTo(0, part.getBoundingClientRect().top + window.scrollY - 28));
}

/** The next picture begins on the first day again, and with the machine's own clock. */
async function clear(page: Page): Promise<void> {
  await storeDays(page, []);
  await page.reload();
  await page.evaluate(() => chrome.storage.local.remove('clock'));
}

/** Screens of a phone beside each other. */
async function lay(page: Page, screens: readonly Buffer[]): Promise<Buffer> {
  const pictures = screens.map((one) => `<img src="data:image/png;base64,${one.toString('base64')}">`);
  await page.setContent(`
    <style>
      body { display: flex; gap: 40px; justify-content: center; align-items: center; height: 100vh; margin: 0; background: #dfe7e3 }
      img { border-radius: 18px; box-shadow: 0 0 0 1px rgb(0 0 0 / 18%), 0 8px 24px rgb(0 0 0 / 18%) }
    </style>${pictures.join('')}`);
  await page.locator('img').last().waitFor();
  const sitting = await sit(page);
  await sitting.resize(WHOLE);
  return sitting.take();
}
