import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../../demo/launch.ts';
import { openServer } from '../../../lib/clickhouse/server.ts';
import { createServerSource } from '../../../lib/clickhouse/source.ts';
import type { DayCounts, Delta } from '../../../lib/stats/counts.ts';
import { createSource } from '../../../lib/stats/sum.ts';
import { builds } from '../../e2e/browser.ts';
import { stopWorker } from '../../e2e/stop-worker.ts';
import { makeDays } from '../counts.ts';
import { startServer, type TestServer } from './start.ts';

declare const chrome: typeof import('wxt/browser').browser;

const ALL = { from: '2025-01-01', to: '2026-12-31', by: ['day', 'rule'] as const };
/** Back from today, whatever day it is: what lies ahead or too far back is not sent. */
const FIRST = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);

let server: TestServer;
let context: BrowserContext | undefined;
const profile = mkdtempSync(join(tmpdir(), 'cando-profile-'));
let sequence = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
  rmSync(profile, { recursive: true, force: true });
});

async function openOptions(isFirst = false): Promise<Page> {
  context = await launch({ extension: builds.demo, profile, welcome: !isFirst });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('options.html#server', worker.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Team server' }).waitFor();
  return page;
}

/** Has the worker count, as a page that is coached does. */
async function count(page: Page, days: readonly DayCounts[]): Promise<void> {
  const deltas = days.map(({ revision: _, ...delta }): Delta => delta);
  const reply = await page.evaluate(
    (ask) => chrome.runtime.sendMessage({ cando: 'stats.count', ask }) as Promise<unknown>,
    { source: 'test', sequence: ++sequence, deltas } as never,
  );
  expect(reply).toEqual({ value: true });
}

async function readTeam() {
  const source = createServerSource(openServer(server.trainer).ask);
  return { totals: await source.sumTotals({ ...ALL, by: ['day'] }), rules: await source.sumRules(ALL) };
}

async function readOwn(days: readonly DayCounts[]) {
  const source = createSource(days);
  return { totals: await source.sumTotals({ ...ALL, by: ['day'] }), rules: await source.sumRules(ALL) };
}

/** By the key Enter, once it can be pressed: while rows go out it cannot. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await expect.poll(() => button.isEnabled()).toBe(true);
  await button.press('Enter');
}

// One browser from the first row to the last: the tests go on from one another.
describe('A browser and its team’s server', () => {
  const early = makeDays(20, { first: FIRST });
  const later = makeDays(160, { first: FIRST, desk: 'gmail', seed: 4 });
  let page: Page;

  test('sends nothing until its user has seen the very rows and agreed', async () => {
    page = await openOptions(true);
    await count(page, early);
    const form = page.getByRole('form', { name: 'Send my counts' });
    await form.getByLabel('Address of the server').fill(server.url);
    await form.getByLabel('Password').fill(server.agent.password);
    await form.getByRole('button', { name: 'Set the server and look at the rows' }).press('Enter');
    await page.getByText('Nothing has been sent').waitFor();
    const shown = await page.getByLabel(/rows of counts/).inputValue();
    // Whoever asks: before the yes nothing goes out.
    await page.evaluate(() => chrome.runtime.sendMessage({ cando: 'server.send', ask: { isAnew: false } }));
    expect(await server.ask('SELECT count() FROM cando.people')).toEqual([['0']]);
    expect(await server.ask('SELECT count() FROM cando.counts')).toEqual([['0']]);
    await press(page, 'Send these rows, and later ones');
    await page.getByText(/^0 days wait to be sent\. Last sent/).waitFor();
    expect(await readTeam()).toEqual(await readOwn(early));
    const [first] = shown.split('\n').map((line) => JSON.parse(line));
    const stored = await server.ask(
      `SELECT words, replies, toString(agent) FROM cando.counts FINAL WHERE day = '${first.day}' AND pack = ''`,
    );
    expect(stored).toEqual([[first.words, first.replies, first.agent]]);
  });

  test('says in plain words that the server is down, and loses nothing when its worker and the browser end', async () => {
    await server.kill();
    await count(page, later);
    await press(page, 'Send now');
    await page.getByRole('alert').filter({ hasText: 'The server did not answer' }).waitFor();
    await page.getByText(/^160 days wait to be sent/).waitFor();
    await stopWorker(page);
    await context?.close();
    page = await openOptions();
    await page.getByText(/^160 days wait to be sent/).waitFor();
  });

  test('sends all that waited when the server is back, each once, though the worker ends on the way', async () => {
    await server.start();
    await press(page, 'Send now');
    await stopWorker(page);
    await page.reload();
    await press(page, 'Send now');
    await page.getByText(/^0 days wait to be sent\. Last sent/).waitFor();
    expect(await readTeam()).toEqual(await readOwn([...early, ...later]));
  });

  test('sends everything again when its user asks for it, as after a server that lost its disk', async () => {
    await server.run('TRUNCATE TABLE cando.counts');
    await press(page, 'Send now');
    await expect.poll(() => page.getByRole('button', { name: 'Send now' }).isEnabled()).toBe(true);
    expect(await server.ask('SELECT count() FROM cando.counts')).toEqual([['0']]);
    await press(page, 'Send everything again');
    await expect.poll(readTeam, { timeout: 30_000 }).toEqual(await readOwn([...early, ...later]));
  });

  test('shows all rows before another yes, and sends them', async () => {
    await press(page, 'Switch off');
    await server.run('TRUNCATE TABLE cando.counts');
    const form = page.getByRole('form', { name: 'Send my counts' });
    await form.getByLabel('Address of the server').fill(server.url);
    await form.getByLabel('Password').fill(server.agent.password);
    await form.getByRole('button', { name: 'Set the server and look at the rows' }).press('Enter');
    await page.getByText('Nothing has been sent').waitFor();
    expect(await page.getByLabel(/rows of counts/).inputValue()).not.toBe('');
    await press(page, 'Send these rows, and later ones');
    await expect.poll(readTeam, { timeout: 30_000 }).toEqual(await readOwn([...early, ...later]));
  });

  test('says that a password is wrong', async () => {
    await page.evaluate(async () => {
      const { server: stored } = await chrome.storage.local.get('server');
      const { sending } = stored as { sending: object };
      await chrome.storage.local.set({ server: { ...(stored as object), sending: { ...sending, password: 'wrong' } } });
    });
    await count(page, makeDays(1, { first: FIRST, desk: 'other' }));
    await press(page, 'Send now');
    await page.getByRole('alert').filter({ hasText: 'no such user with this password' }).waitFor();
  });

  test('reads the team’s sums on the page of statistics, and is off again at a click', async () => {
    const form = page
      .getByRole('form', { name: 'Read the team’s counts' })
      .or(page.getByRole('form', { name: "Read the team's counts" }));
    await form.getByLabel('Address of the server').fill(server.url);
    await form.getByLabel('Password').fill(server.trainer.password);
    await form.getByRole('button', { name: 'Set the server to read from' }).press('Enter');
    await page.getByRole('link', { name: 'Open the statistics' }).waitFor();
    const answer = await page.evaluate(
      (question) =>
        chrome.runtime.sendMessage({ cando: 'server.ask', ask: { kind: 'totals', question } }) as Promise<unknown>,
      { ...ALL, by: ['day'] } as never,
    );
    expect(answer).toEqual({ value: (await readTeam()).totals });
    await page.getByRole('button', { name: 'Switch off' }).first().click();
    await page.getByRole('form', { name: 'Send my counts' }).waitFor();
    await expect
      .poll(() => page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name)))
      .not.toContain('server');
  });
});
