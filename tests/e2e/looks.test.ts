import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox, type ReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);
const SEVERITIES = ['error', 'warning', 'info'] as const;
const UNKIND = 'What a whiner.';
const DRAFT = "We can't refund you until Monday.";

const store = async (settings: object) => {
  const [worker] = browser.context.serviceWorkers();
  await worker?.evaluate((given) => Reflect.get(globalThis, 'chrome').storage.local.set({ settings: given }), settings);
};
afterEach(() => store({ version: 2 }));

async function write(name: BoxName, draft: string, marks: number): Promise<ReplyBox> {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.type(draft);
  await expect.poll(box.readMarks).toHaveLength(marks);
  return box;
}

/** As red, green and blue, of `rgb(…)`. */
const readColour = (colour: string) => (colour.match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 3).map(Number);

/** As WCAG 2.2 reckons it. */
function getContrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = readColour(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** The line below a mark of each severity, in an editor by the name of its highlight. */
const readLines = (page: Page) =>
  page.evaluate(() =>
    ['error', 'warning', 'info'].map((severity) => {
      const { textDecorationColor, textDecorationStyle } = getComputedStyle(
        document.body,
        `::highlight(cando-${severity})`,
      );
      return { colour: textDecorationColor, line: textDecorationStyle };
    }),
  );

/** The same over a textarea. */
const readMirrored = (page: Page) =>
  page.evaluate(() => {
    const mark = document.querySelector('cando-mirror')?.shadowRoot?.querySelector('mark') as HTMLElement;
    return ['error', 'warning', 'info'].map((severity) => {
      mark.className = severity;
      const { textDecorationColor, textDecorationStyle } = getComputedStyle(mark);
      return { colour: textDecorationColor, line: textDecorationStyle };
    });
  });

describe.each([
  ['a rich editor', 'ticket', readLines],
  ['a textarea', 'text', readMirrored],
] as const)('marks in %s', (_, name, read) => {
  test.each(['light', 'dark'] as const)(
    'stand out on white and on a dark page, each by a line of its own: %s',
    async (colorScheme) => {
      const { page } = await write(name, DRAFT, 1);
      await page.emulateMedia({ colorScheme });
      const lines = await read(page);
      expect(lines.map(({ line }) => line)).toEqual(['wavy', 'dashed', 'dotted']);
      for (const { colour } of lines) {
        expect(getContrast(colour, 'rgb(255, 255, 255)')).toBeGreaterThanOrEqual(3);
        expect(getContrast(colour, 'rgb(30, 30, 30)')).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

describe.each([
  ['light', 'dark'],
  ['dark', 'light'],
  ['system', 'dark'],
  ['system', 'light'],
] as const)('with the theme set to %s, on a system that is %s', (theme, system) => {
  test('card and count wear it, whatever the page wears', async () => {
    const isMeantDark = theme === 'dark' || (theme === 'system' && system === 'dark');
    await store({ version: 2, appearance: { theme } });
    const box = await write('ticket', DRAFT, 1);
    await box.page.emulateMedia({ colorScheme: system });
    await box.press('F8');
    await readCard(box.page);
    const isDark = (selector: string) =>
      box.page
        .locator(selector)
        .evaluate((element) => getComputedStyle(element).backgroundColor)
        .then((colour) => Math.max(...readColour(colour)) < 128);
    await expect.poll(() => isDark('cando-card .card')).toBe(isMeantDark);
    await expect.poll(() => isDark('cando-chip button')).toBe(isMeantDark);
  });
});

test('with colours forced, how grave a phrase is shows by shape on card and count', async () => {
  const shapes = new Set<string>();
  for (const severity of SEVERITIES) {
    await store({ version: 2, severities: { 'insensitive/unkind-remark': severity } });
    const box = await write('text', UNKIND, 1);
    await box.page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    await box.press('F8');
    await readCard(box.page);
    const [onCard, onChip] = await Promise.all(
      ['cando-card .head i', 'cando-chip i'].map((selector) =>
        box.page.locator(selector).evaluate((icon) => {
          const { borderRadius, transform, backgroundColor } = getComputedStyle(icon);
          return { shape: `${borderRadius} ${transform}`, backgroundColor };
        }),
      ),
    );
    expect(onCard).toEqual(onChip);
    expect(onCard?.backgroundColor).toBe('rgb(0, 0, 0)');
    shapes.add(onCard?.shape ?? '');
  }
  expect(shapes.size).toBe(SEVERITIES.length);
});

test('on a page written from right to left our own words keep their direction', async () => {
  const page = await browser.openDemo('/ticket.html');
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const box = await getReplyBox(page, 'ticket');
  await box.focus();
  await box.type(UNKIND);
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.press('F8');
  await readCard(page);
  const readDirection = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).direction);
  expect(await readDirection('cando-card .card')).toBe('ltr');
  expect(await readDirection('cando-chip button')).toBe('ltr');
});

test.each<BoxName>(['mail', 'text'])(
  'in a draft written from right to left the count leaves the first words of a line alone: %s',
  async (name) => {
    const page = await browser.openDemo(`/${name}.html`);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const box = await getReplyBox(page, name);
    await box.focus();
    await box.type(UNKIND);
    await expect.poll(box.readMarks).toHaveLength(1);
    const readLeft = async () => {
      const [count, editor] = await Promise.all([
        page.locator('cando-chip button').boundingBox(),
        box.locator.boundingBox(),
      ]);
      return count && editor ? count.x - editor.x : Number.NaN;
    };
    await expect.poll(readLeft).toBeGreaterThanOrEqual(0);
    expect(await readLeft()).toBeLessThan(40);
  },
);
