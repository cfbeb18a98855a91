import { beforeAll, expect, test } from 'vitest';
import type { DeskName } from '../../demo/drafts.ts';
import { createDraft, createRandom } from '../bench/replies.ts';
import { builds, useBrowser } from '../e2e/browser.ts';
import { stopWorker } from '../e2e/stop-worker.ts';
import { type Faults, watchFaults } from './faults.ts';
import { take } from './length.ts';
import { openDesk, type Writer } from './writer.ts';

/** Twenty minutes' worth for an agent who writes 40 words a minute; the pauses are left out. */
const WORDS = take(800, 80);
const WORDS_OF_REPLY = 50;
const KILLS = take(5, 1);
const DESKS: readonly DeskName[] = ['ticket', 'mail', 'text'];

const browser = useBrowser(builds.demo, { viewport: { width: 1280, height: 1400 } });
let faults: Faults;
beforeAll(async () => {
  faults = await watchFaults(browser.context);
});

test('in twenty minutes of writing, with the worker killed again and again, nothing is lost and nothing is thrown', {
  timeout: take(900_000, 180_000),
}, async () => {
  const random = createRandom(1);
  const writers = new Map<DeskName, Writer>();
  const count = { words: 0, applied: 0, 'taken back': 0, ignored: 0, kills: 0 };
  for (let reply = 0; count.words < WORDS; reply++) {
    const name = DESKS[reply % DESKS.length] as DeskName;
    const writer = writers.get(name) ?? (await openDesk(browser, name));
    writers.set(name, writer);
    await writer.begin();
    for (const [index, paragraph] of createDraft(WORDS_OF_REPLY, reply + 1).entries()) {
      if (index > 0) await writer.breakLine();
      for (const sentence of paragraph.match(/[^.?]+[.?]\s*/g) ?? []) {
        await writer.type(sentence, random);
        count.words += sentence.trim().split(' ').length;
        if (!writer.hasRewrite()) continue;
        // The next key wants what the worker has to give.
        if (count.words > (WORDS * count.kills) / KILLS && count.kills < KILLS) {
          await stopWorker(writer.page);
          count.kills++;
        }
        const way = (count.applied + count.ignored) % 4;
        if (way === 3) {
          await writer.ignore();
          count.ignored++;
          continue;
        }
        await writer.apply();
        count.applied++;
        if (way === 0) await writer.fillIn();
        else {
          await writer.takeBack(way === 1 ? 'Control+Shift+F9' : 'ControlOrMeta+z');
          count['taken back']++;
          await writer.apply();
          await writer.fillIn();
        }
        await writer.goToEnd();
      }
    }
    await writer.send();
  }
  expect(count.kills).toBe(KILLS);
  expect(count.applied).toBeGreaterThan(WORDS / 80);
  expect(faults.list).toEqual([]);
  await throwEverywhere(writers.get('ticket') as Writer);
  for (const place of ['page', 'content script', 'worker'])
    await expect.poll(() => faults.list.join()).toContain(`Thrown in the ${place}`);
});

/** Shows that the list would tell. */
async function throwEverywhere({ page }: Writer): Promise<void> {
  const { context } = browser;
  const fail = (place: string) => `setTimeout(() => { throw new Error('Thrown in the ${place}'); })`;
  await page.evaluate(fail('page'));
  const session = await context.newCDPSession(page);
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension:')) contexts.push(id);
  });
  await session.send('Runtime.enable');
  for (const contextId of contexts)
    await session.send('Runtime.evaluate', { contextId, expression: fail('content script') });
  await faults.evaluateInWorker(fail('worker'));
}
