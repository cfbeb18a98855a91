import type { BrowserContext, Page } from 'playwright-core';
import { launch } from '../../demo/launch.ts';
import { createDraft } from './replies.ts';
import { getMedian, type Line } from './report.ts';

/** The same page in two browsers of one run, one with the extension, one without. */
export interface Pair {
  with: BrowserContext;
  without: BrowserContext;
  url: string;
}

export async function launchPair(extension: string, url: string): Promise<Pair> {
  return { with: await launch({ extension }), without: await launch({}), url };
}

const BOX = '[contenteditable="true"]';

export async function openTicket(context: BrowserContext, url: string, words: number): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/ticket.html`);
  await page.waitForFunction(() => window.demoEditor !== undefined);
  if (words > 0) {
    const html = createDraft(words, words)
      .map((text) => `<p>${text}</p>`)
      .join('');
    await page.evaluate((data) => window.demoEditor?.setData(data), html);
  }
  return page;
}

/** Puts the caret behind the draft's last paragraph and waits until the page is calm. */
export async function focusEnd(page: Page, marked: boolean): Promise<void> {
  await page.click(`${BOX} p:last-child`);
  await page.keyboard.press('Control+End');
  if (marked) await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.startsWith('cando-')));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

const KEYS = 'the parcel is on its way to you now ';
const ROUNDS = 9;

/** Records, in the page, from each keydown to the task after the next frame was drawn. */
async function recordKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { benchTimes: times });
    const channel = new MessageChannel();
    let pressed = 0;
    channel.port1.onmessage = () => times.push(performance.now() - pressed);
    addEventListener('keydown', (event) => {
      pressed = event.timeStamp;
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
  });
}

async function typeKeys(page: Page, text: string): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => {
    (window as unknown as { benchTimes: number[] }).benchTimes.length = 0;
  });
  await page.keyboard.type(text, { delay: 24 });
  return page.evaluate(() => (window as unknown as { benchTimes: number[] }).benchTimes.slice());
}

/** Keydown to the next frame, with and without, at 200 and at 1,000 words; the browsers take turns. */
export async function measureTyping(pair: Pair): Promise<Line[]> {
  const medians = new Map<number, { own: number; bare: number }>();
  for (const words of [200, 1000]) {
    const own = await openTicket(pair.with, pair.url, words);
    const bare = await openTicket(pair.without, pair.url, words);
    await focusEnd(own, true);
    await focusEnd(bare, false);
    await recordKeys(own);
    await recordKeys(bare);
    const times = { own: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const first = await typeKeys(own, KEYS);
      const second = await typeKeys(bare, KEYS);
      if (round === 0) continue;
      times.own.push(...first);
      times.bare.push(...second);
    }
    medians.set(words, { own: getMedian(times.own), bare: getMedian(times.bare) });
    await own.close();
    await bare.close();
  }
  const short = medians.get(200) as { own: number; bare: number };
  const long = medians.get(1000) as { own: number; bare: number };
  const ratios = [short.own / short.bare, long.own / long.bare] as const;
  return [
    toRatio(
      `keydown to next frame, 200 words (${short.own.toFixed(1)} ms, bare ${short.bare.toFixed(1)})`,
      ratios[0],
      1.1,
    ),
    toRatio(
      `keydown to next frame, 1,000 words (${long.own.toFixed(1)} ms, bare ${long.bare.toFixed(1)})`,
      ratios[1],
      1.1,
    ),
    toRatio('the same: 1,000 words over 200 words', ratios[1] / ratios[0], 1.1),
  ];
}

/** Held back while its sentence is open, so that the stop decides it. */
const UNDECIDED = "We can't refund it";

/** The key that decides a phrase to the frame in which its mark stands. */
export async function measureMark(pair: Pair): Promise<Line[]> {
  const times: number[] = [];
  const page = await openTicket(pair.with, pair.url, 200);
  await focusEnd(page, true);
  await page.evaluate(() => {
    const count = () => [...(CSS.highlights.get('cando-warning') ?? [])].length;
    const bench = { times: [] as number[] };
    Object.assign(window, { benchMarks: bench });
    const channel = new MessageChannel();
    let pressed = 0;
    let before = 0;
    channel.port1.onmessage = () => {
      if (count() > before && pressed > 0) {
        bench.times.push(performance.now() - pressed);
        pressed = 0;
      } else if (pressed > 0) requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    addEventListener('keydown', (event) => {
      if (event.key !== '.') return;
      pressed = event.timeStamp;
      before = count();
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
  });
  const read = () =>
    page.evaluate(() => (window as unknown as { benchMarks: { times: number[] } }).benchMarks.times.slice());
  for (let round = 1; round <= 15; round++) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(UNDECIDED, { delay: 8 });
    await page.keyboard.press('.');
    await page.waitForFunction(
      (n) => (window as unknown as { benchMarks: { times: number[] } }).benchMarks.times.length >= n,
      round,
    );
  }
  times.push(...(await read()));
  await page.close();
  const median = getMedian(times);
  return [
    { what: 'deciding key to its mark', budget: '≤ 30 ms', measured: `${median.toFixed(1)} ms`, kept: median <= 30 },
  ];
}

/** The first focus of a reply box with a draft of 200 words: our longest task, and when the marks stand. */
export async function measureFocus(pair: Pair): Promise<Line[]> {
  const longest: number[] = [];
  const bare: number[] = [];
  const marked: number[] = [];
  for (let round = 0; round < 7; round++) {
    const own = await focusOnce(pair.with, pair.url, true);
    const other = await focusOnce(pair.without, pair.url, false);
    longest.push(own.longest);
    bare.push(other.longest);
    marked.push(own.marked);
  }
  const task = getMedian(longest);
  return [
    {
      what: `first focus, 200 words: longest task (bare page ${getMedian(bare).toFixed(0)} ms)`,
      budget: '≤ 50 ms',
      measured: `${task.toFixed(0)} ms`,
      kept: task <= 50,
    },
    {
      what: 'first focus to marks',
      budget: '≤ 300 ms',
      measured: `${getMedian(marked).toFixed(0)} ms`,
      kept: getMedian(marked) <= 300,
    },
  ];
}

async function focusOnce(
  context: BrowserContext,
  url: string,
  marks: boolean,
): Promise<{ longest: number; marked: number }> {
  const page = await openTicket(context, url, 200);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const session = await context.newCDPSession(page);
  const events: { name: string; ph: string; dur?: number; tid: number; pid: number }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  });
  const marked = await page.evaluate(
    async ({ box, marks }) => {
      // Tells this page's main thread from those of the other processes in the trace.
      performance.mark('bench');
      const start = performance.now();
      document.querySelector<HTMLElement>(box)?.focus();
      const deadline = start + (marks ? 5000 : 500);
      while (performance.now() < deadline) {
        if (marks && [...CSS.highlights].some(([name, set]) => name.startsWith('cando-') && set.size > 0)) break;
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - start;
    },
    { box: BOX, marks },
  );
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  await page.close();
  const own = events.find((event) => event.name === 'bench');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === own?.pid && tid === own.tid,
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of the page');
  return { longest: Math.max(0, ...tasks.map((task) => (task.dur ?? 0) / 1000)), marked };
}

/** Work of the main thread in the first 700 ms of a page on which nobody writes. */
export async function measureIdle(pair: Pair): Promise<Line[]> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= 12; round++) {
    const first = await loadOnce(pair.with, pair.url);
    const second = await loadOnce(pair.without, pair.url);
    if (round === 0) continue;
    own.push(first);
    bare.push(second);
  }
  const what = `main thread, first 700 ms, nobody writes (${getMedian(own).toFixed(0)} ms, bare ${getMedian(bare).toFixed(0)})`;
  return [toRatio(what, getMedian(own) / getMedian(bare), 1.1)];
}

async function loadOnce(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${url}/ticket.html`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.now() > 700);
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

function toRatio(what: string, ratio: number, budget: number): Line {
  return { what, budget: `≤ ${budget} ×`, measured: `${ratio.toFixed(2)} ×`, kept: ratio <= budget };
}
