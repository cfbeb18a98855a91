import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { createDraft } from '../bench/replies.ts';
import { builds, useBrowser } from '../e2e/browser.ts';
import { take } from './length.ts';
import { readNetLog } from './net-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'cando-day-'));
const netLog = join(folder, 'net.json');
afterAll(() => rmSync(folder, { recursive: true }));
const browser = useBrowser(builds.store, { netLog, welcome: true });

/** A working day of an agent: forty tickets, in two desks. */
const TICKETS = take(40, 10);
const WORDS = 20;
const DESKS = [
  ['ticket', 'https://acme.zendesk.com/agent/tickets/1'],
  ['mail', 'https://mail.google.com/mail/u/0/'],
] as const;

test('in a working day with default settings not one request leaves', { timeout: 400_000 }, async () => {
  const { context } = browser;
  const [worker] = context.serviceWorkers();
  const home = new URL('/', worker?.url()).href;
  let marks = 0;
  let rewrites = 0;
  for (const [index, [name, address]] of DESKS.entries()) {
    const page = await browser.open(address);
    const box = await getReplyBox(page, name);
    await box.focus();
    for (let ticket = index; ticket < TICKETS; ticket += DESKS.length) {
      await box.type(createDraft(WORDS, ticket).join('\n'));
      await expect.poll(async () => (await box.readMarks()).length).toBeGreaterThan(0);
      marks += (await box.readMarks()).length;
      const before = await box.readText();
      await box.press('ControlOrMeta+Home', 'F8', 'F9');
      await expect.poll(box.readText).not.toBe(before);
      rewrites++;
      if (ticket % 3 === 0) await box.press('ControlOrMeta+z');
      if (ticket % 5 === 0) await box.press('F8', 'Control+Shift+F8');
      await box.press('Escape');
      await box.clear();
    }
  }
  for (const name of ['popup', 'options', 'welcome']) await browser.open(`${home}${name}.html`);
  expect(marks).toBeGreaterThanOrEqual(TICKETS);
  expect(rewrites).toBe(TICKETS);

  // Shows that the log would tell: this one, from a page, is left to go out.
  const page = await browser.open(DESKS[1][1]);
  await page.evaluate(() => fetch('http://localhost:9/watched', { mode: 'no-cors' }).catch(() => undefined));
  await context.close();
  const asked = (await readNetLog(netLog)).filter(({ initiator }) => initiator !== undefined);
  expect(new Set(asked.map(({ url, initiator }) => `${initiator} asked for ${url}`))).toEqual(
    new Set(['https://mail.google.com asked for http://localhost:9/watched']),
  );
});
