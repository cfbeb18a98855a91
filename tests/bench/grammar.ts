import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { root } from '../../scripts/setup.mjs';
import { focusEnd, openTicket, type Pair } from './page.ts';
import { getMedian } from './report.ts';

/**
 * Where grammar could run, measured: loaded into the page, it is one task of the page's main thread; in the offscreen
 * document it costs the page nothing but the way there and back. Without a budget: it is the ground of a choice.
 */
export async function measureGrammar(pair: Pair): Promise<string[]> {
  const inPage: number[] = [];
  for (let round = 0; round < 5; round++) inPage.push(await loadInPage(pair.without, pair.url));
  // The first focus of a reply box starts the host.
  const page = await openTicket(pair.with, pair.url, 200);
  await focusEnd(page, true);
  const away = await askHost(pair.with);
  await page.close();
  return [
    `grammar loaded into a page, to its first parse: ${getMedian(inPage).toFixed(0)} ms of the main thread (median of 5)`,
    `grammar in the offscreen document: rewrites in ${getMedian(away).toFixed(1)} ms (median of ${away.length}, from the worker)`,
  ];
}

const SENTENCE = "Unfortunately we can't refund you until the warehouse has the parcel";

async function loadInPage(context: BrowserContext, url: string): Promise<number> {
  const source = readFileSync(join(root, 'node_modules/compromise/builds/three/compromise-three.mjs'), 'utf8');
  const page = await context.newPage();
  await page.route('**/grammar.js', (route) => route.fulfill({ contentType: 'text/javascript', body: source }));
  await page.goto(`${url}/text.html`);
  const took = await page.evaluate(async (sentence) => {
    const start = performance.now();
    const address = '/grammar.js';
    const { default: nlp } = await import(address);
    nlp(sentence).json();
    return performance.now() - start;
  }, SENTENCE);
  await page.close();
  return took;
}

async function askHost(context: BrowserContext): Promise<number[]> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(async (text) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
    ).chrome;
    const times: number[] = [];
    for (let round = 0; round < 40; round++) {
      const start = performance.now();
      const ask = { text, ruleId: 'cant-focus/cannot-until', span: { start: 0, end: 33 } };
      const reply = (await runtime.sendMessage({ cando: 'grammar.rewrites', ask })) as
        | { value?: unknown[] }
        | undefined;
      if (!reply?.value?.length) throw new Error('the grammar host did not answer');
      if (round >= 10) times.push(performance.now() - start);
    }
    return times;
  }, SENTENCE);
}
