import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BOXES: BoxName[] = ['ticket', 'mail', 'text'];
const FIRST = "We can't refund you until Monday.";
const DRAFT = `${FIRST}\nIt's not our fault.`;

async function write(name: BoxName, draft = DRAFT, marks = 2): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

/** What axe finds wrong on our own elements, each with the places. */
async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const include = ['cando-chip', 'cando-card', 'cando-mirror'].filter((name) => document.querySelector(name));
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run({ include }, only ? { runOnly: only } : {});
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, rules);
}

afterEach(async () => {
  const [worker] = browser.context.serviceWorkers();
  await worker?.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.clear());
});

const getCard = ({ page }: ReplyBox) => page.locator('cando-card').getByRole('dialog');

describe.each(BOXES)('in the reply box of %s', (name) => {
  test('axe finds nothing to mend on marks, count and card, in light and in dark', async () => {
    const box = await write(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await box.page.emulateMedia({ colorScheme, reducedMotion: 'reduce', contrast: 'no-preference' });
      await box.page.locator('cando-chip button').waitFor();
      expect(await findViolations(box.page), colorScheme).toEqual([]);
      await box.press('F8');
      await readCard(box.page);
      expect(await findViolations(box.page), colorScheme).toEqual([]);
      await box.page.emulateMedia({ contrast: 'more' });
      expect(await findViolations(box.page, ['color-contrast-enhanced']), colorScheme).toEqual([]);
      await box.press('Escape');
      await expect.poll(() => getCard(box).count()).toBe(0);
    }
  });

  test('at twice the size the card stays in the window, and all of it is reached', async () => {
    const box = await write(name);
    await box.page.setViewportSize({ width: 640, height: 360 });
    await box.press('Shift+F9');
    await readCard(box.page);
    const card = getCard(box);
    const isInside = () =>
      card.evaluate((one) => {
        const { top, left, bottom, right } = one.getBoundingClientRect();
        return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      });
    await expect.poll(isInside).toBe(true);
    const last = card.getByRole('button').last();
    await last.focus();
    await expect.poll(() => last.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await last.click({ trial: true });
  });
});

test('Tab goes through all of the card and round, each stop is seen, and the focus is never lost', async () => {
  const box = await write('ticket');
  await box.press('Shift+F9');
  await readCard(box.page);
  const count = await getCard(box).getByRole('button').count();
  const readStop = () =>
    box.page.evaluate(() => {
      const root = document.querySelector('cando-card')?.shadowRoot;
      const at = root?.activeElement;
      const all = [...(root?.querySelectorAll('button') ?? [])] as Element[];
      return { index: at ? all.indexOf(at) : -1, line: at ? getComputedStyle(at).outlineStyle : '' };
    });
  await expect.poll(readStop).toEqual({ index: 0, line: 'solid' });
  const around = [...Array(count).keys(), 0];
  for (const index of around.slice(1)) {
    await box.press('Tab');
    expect(await readStop()).toEqual({ index, line: 'solid' });
  }
  for (const index of around.toReversed().slice(1)) {
    await box.press('Shift+Tab');
    expect(await readStop()).toEqual({ index, line: 'solid' });
  }
  await box.press('Escape');
  await expect.poll(() => box.locator.evaluate((one) => document.activeElement === one)).toBe(true);
});

test.each(['Ignore here', 'Ignore this phrase', 'Switch off rule'])(
  '“%s” by keyboard gives the focus back to the reply',
  async (name) => {
    const box = await write('mail', `${DRAFT}\nWhat a whiner.`, 3);
    await box.press('Shift+F9');
    await readCard(box.page);
    await getCard(box).getByRole('button', { name }).focus();
    await box.press('Enter');
    await expect.poll(box.readMarks).toHaveLength(2);
    expect(await box.locator.evaluate((one) => document.activeElement === one)).toBe(true);
  },
);

test('nothing moves for those who asked for that, on the card and on every page', async () => {
  const box = await write('text');
  await box.press('F8');
  await readCard(box.page);
  const [worker] = browser.context.serviceWorkers();
  const pages = await Promise.all(
    ['options.html', 'welcome.html', 'popup.html'].map((path) => browser.open(new URL(`/${path}`, worker?.url()).href)),
  );
  expect(await findMovers(box.page)).toContain('cando-card div');
  for (const page of [box.page, ...pages]) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await findMovers(page)).toEqual([]);
  }
});

/** Our elements that an animation or a transition could move. */
function findMovers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ours = location.protocol === 'chrome-extension:' ? [document.documentElement] : [];
    const hosts = [...document.querySelectorAll('cando-card, cando-chip, cando-mirror')];
    return [...ours, ...hosts.flatMap(({ shadowRoot }) => shadowRoot ?? [])]
      .flatMap((root) => [...root.querySelectorAll('*')])
      .filter((element) =>
        ['', '::before', '::after'].some((part) => {
          const { animationName, transitionDuration } = getComputedStyle(element, part);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration);
        }),
      )
      .map(
        (element) => `${((element.getRootNode() as ShadowRoot).host ?? document.body).localName} ${element.localName}`,
      );
  });
}
