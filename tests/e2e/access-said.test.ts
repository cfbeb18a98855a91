import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);
/** Milliseconds between two keys, at the least, and the quiet after which is spoken. */
const KEY = 8;
const QUIET = 1_000;
const DRAFT =
  "We can't refund you until Monday. It's not our fault. We have your parcel here, and our team in the warehouse is taking a close look at it. Your headphones will be on their way to you by the end of May.";
const MORE = ' Have a good day. What a whiner.';

declare global {
  interface Window {
    /** What a screen reader was given to say, and how long after the last key, in milliseconds. */
    said: { words: string; after: number }[];
  }
}

/** Notes down every change of what is said, from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.said = [];
    let lastKey = performance.now();
    addEventListener('keydown', () => (lastKey = performance.now()), true);
    const places = document.querySelector('cando-chip')?.shadowRoot?.querySelectorAll('[role="status"]') ?? [];
    for (const place of places) {
      new MutationObserver(() => {
        window.said.push({ words: place.textContent ?? '', after: performance.now() - lastKey });
      }).observe(place, { childList: true, subtree: true, characterData: true });
    }
  });
}

const readSaid = (page: Page) => page.evaluate(() => window.said);
const readWords = async (page: Page) => (await readSaid(page)).map(({ words }) => words);

test.each(['ticket', 'mail', 'text'] as BoxName[])(
  'a screen reader hears the phrases once, in the pause, and the advice once, at F8: %s',
  async (name) => {
    const page = await browser.openDemo(`/${name}.html`);
    const box = await getReplyBox(page, name);
    await box.focus();
    await page.locator('cando-chip').waitFor({ state: 'attached' });
    await listen(page);

    expect(DRAFT.length).toBeGreaterThanOrEqual(200);
    await page.keyboard.type(DRAFT, { delay: KEY });
    expect(await readSaid(page)).toEqual([]);
    const found = "2 phrases to look at: We can't refund you; it's not our fault";
    await expect.poll(() => readWords(page)).toHaveLength(1);
    const [first] = await readSaid(page);
    expect(first?.words.toLowerCase()).toBe(found.toLowerCase());
    expect(first?.after).toBeGreaterThan(QUIET);

    await page.keyboard.type(MORE, { delay: KEY });
    await expect.poll(() => readWords(page)).toHaveLength(2);
    expect((await readWords(page))[1]).toBe('3 phrases to look at: What a whiner');

    await box.press('F8');
    const card = await readCard(page);
    await expect.poll(() => readWords(page)).toHaveLength(3);
    expect((await readWords(page))[2]).toBe(
      `3 of 3: “What a whiner”. ${card?.message} ${card?.why} Rewrite: take this sentence out.`,
    );
    await box.press('F8');
    const next = await readCard(page);
    await expect.poll(() => readWords(page)).toHaveLength(4);
    expect((await readWords(page))[3]).toBe(
      `1 of 3: “${next?.phrase}”. ${next?.message} ${next?.why} Rewrite: ${next?.rewrites[0]}`,
    );
  },
);
