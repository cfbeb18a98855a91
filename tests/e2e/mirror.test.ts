import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builds, useBrowser } from './browser.ts';
import { getWidestGap, readPlaced } from './placed.ts';

/** CSS pixels; the pictures are small, for many are taken. */
const WINDOW = { width: 720, height: 520 };
const browser = useBrowser(builds.demo, { viewport: WINDOW });

const DRAFT =
  "Hello Priya, you have been with us for long. We can't refund you until Monday, and then it goes out with the others.\n\n" +
  "We can't ship your order until Friday. All the best.\n";
const MIXED =
  "مرحبا بريا، شكرا على رسالتك. We can't refund you until Monday. نحن هنا للمساعدة.\n" +
  "שלום פריה, we can't ship your order until Friday תודה רבה.";
/** CSS pixels: where both are rounded to whole ones. */
const NEAR = 1.5;

/** What a page makes of a textarea. */
interface Setting {
  /** Its own style. */
  area?: string;
  attributes?: Record<string, string>;
  /** The style of what it stands in. */
  around?: string;
  /** A style sheet of the page. */
  sheet?: string;
  draft?: string;
  isInDialog?: true;
}

/** Puts a textarea with a draft on the page and waits for its marks. */
async function write(page: Page, setting: Setting, marks = 2): Promise<void> {
  await page.evaluate(build, { draft: DRAFT, ...setting });
  await expect.poll(() => page.evaluate(countMarks)).toBe(marks);
}

const openPage = () => browser.openDemo('/text.html');
const readGap = async (page: Page) => {
  const placed = await readPlaced(page);
  return placed.length === 0 ? 'no mark is seen' : getWidestGap(placed);
};

const STYLES: Record<string, Setting> = {
  'with border, padding and a width that is no whole number': {
    area: 'border: 7px solid; padding: 3px 17px 9px 31px; width: 333.4px',
  },
  'with spaced letters and an indented first line': {
    area: 'letter-spacing: 1.3px; word-spacing: 4px; text-indent: 40px',
  },
  'with words that break anywhere': {
    area: 'word-break: break-all; font: 17px/1.7 serif; width: 230px; height: 300px',
  },
  justified: { area: 'text-align: justify; width: 333px' },
  'with tabs': {
    area: 'tab-size: 3',
    draft: "\tOne\ttwo\tWe can't refund you until Monday.\n\t\tI cannot send you the form.",
  },
  'without wrapping': { attributes: { wrap: 'off' } },
  'with a scrollbar': { area: 'height: 70px; width: 421.5px' },
  'as large as its text': { area: 'field-sizing: content; width: auto; height: auto; max-width: 300px' },
  'with hyphens and pretty lines': {
    sheet: 'html { hyphens: auto; text-wrap: pretty }',
    area: 'width: 205.7px; height: 340px',
  },
  'in capitals': { area: 'text-transform: uppercase; width: 405.7px' },
  'in a fixed corner': { around: 'position: fixed; bottom: 10px; right: 33px' },
  'in a box that scrolls': { around: 'height: 120px; overflow: auto; width: 520px; padding-top: 30px' },
  'on a page that has moved its root': {
    sheet: 'html { position: relative; margin: 13px 0 0 21px; transform: translateX(14px) }',
  },
  'in a dialog': { isInDialog: true },
  'in a scaled dialog': { isInDialog: true, sheet: 'dialog { transform: scale(1.2) }' },
  'on a page at half its size': { sheet: 'body { zoom: 0.5 }' },
  'on a page at twice its size': { sheet: 'html { zoom: 2 }' },
  'in a zoomed column': { around: 'zoom: 1.33; padding: 11px' },
  'zoomed itself, and scrolled': { area: 'zoom: 1.4; height: 70px' },
  'in a scaled column': { around: 'transform: scale(1.3); transform-origin: 0 0' },
  'from right to left': { attributes: { dir: 'rtl' }, area: 'height: 70px' },
  'in English, Arabic and Hebrew': { attributes: { dir: 'auto' }, draft: MIXED, area: 'width: 333px' },
  'in English, Arabic and Hebrew, from right to left': {
    attributes: { dir: 'rtl' },
    draft: MIXED,
    area: 'width: 333px',
  },
};

describe('Marks sit under the words of a textarea', () => {
  test('however the page has dressed and placed it', { timeout: 180_000 }, async () => {
    const page = await openPage();
    const gaps: Record<string, number | string> = {};
    for (const [name, setting] of Object.entries(STYLES)) {
      await write(page, setting);
      gaps[name] = await readGap(page);
    }
    const wrong = Object.entries(gaps).filter(([, gap]) => typeof gap === 'string' || gap > NEAR);
    expect(wrong).toEqual([]);
  });

  test('at any zoom of the browser, and pinched larger', { timeout: 120_000 }, async () => {
    const page = await openPage();
    const session = await page.context().newCDPSession(page);
    for (const zoom of [0.5, 0.75, 1.1, 1.25, 2]) {
      const size = { width: Math.round(WINDOW.width / zoom), height: Math.round(WINDOW.height / zoom) };
      const metrics = { ...size, deviceScaleFactor: zoom, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
      await write(page, { area: 'width: 333.4px; height: 90px' });
      await expect.poll(() => readGap(page), { message: `at ${zoom}` }).toBeLessThan(NEAR);
    }
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.5 });
    await write(page, { area: 'width: 333.4px; height: 90px' });
    await expect.poll(() => readGap(page)).toBeLessThan(NEAR);
  });

  test('while it is scrolled, resized, hidden, shown again and restyled', { timeout: 120_000 }, async () => {
    const page = await openPage();
    await write(page, { area: 'width: 333.4px; height: 110px; resize: both' });
    const area = page.locator('textarea');
    const settle = (name: string) => expect.poll(() => readGap(page), { message: name }).toBeLessThan(NEAR);
    await settle('as it opens');

    await area.evaluate((element) => element.scrollTo(0, 40));
    await settle('scrolled');

    const { x = 0, y = 0, width = 0, height = 0 } = (await area.boundingBox()) ?? {};
    await page.mouse.move(x + width - 4, y + height - 4);
    await page.mouse.down();
    await page.mouse.move(x + width + 60, y + height + 90, { steps: 4 });
    await page.mouse.up();
    expect((await area.boundingBox())?.width).toBeGreaterThan(width + 40);
    await settle('dragged larger by its handle');

    const change = (name: string, act: (element: HTMLElement | SVGElement) => void) =>
      area.evaluate(act).then(() => settle(name));
    await change('with other rows', (element) => {
      element.style.height = '';
      element.setAttribute('rows', '3');
    });
    await change('from right to left', (element) => element.setAttribute('dir', 'rtl'));
    await change('under a page in larger letters', (element) => {
      element.removeAttribute('dir');
      element.style.font = 'inherit';
      document.body.style.font = '19px/1.3 serif';
    });
    await change('with a style sheet that comes late', () => {
      const sheet = document.createElement('style');
      sheet.textContent = 'textarea { letter-spacing: 2px; padding-left: 40px }';
      document.head.append(sheet);
    });
    await change('moved by what opens above it', () => {
      const banner = document.createElement('div');
      banner.style.height = '55px';
      document.body.prepend(banner);
    });

    for (const hidden of ['display: none', 'visibility: hidden', 'opacity: 0']) {
      await page.evaluate((style) => {
        (document.querySelector('#around') as HTMLElement).style.cssText = style;
      }, hidden);
      await expect.poll(() => readPlaced(page), { message: hidden }).toEqual([]);
      await page.evaluate(() => {
        (document.querySelector('#around') as HTMLElement).style.cssText = '';
      });
      await settle(`after ${hidden}`);
    }
  });

  test('when its font is loaded late', async () => {
    const page = await openPage();
    await write(page, { area: "width: 333.4px; font: 17px 'Late', monospace" });
    await expect.poll(() => readGap(page)).toBeLessThan(NEAR);
    await page.evaluate(async () => {
      const font = new FontFace(
        'Late',
        "local('DejaVu Serif'), local('Liberation Serif'), local('Georgia'), local('Times New Roman')",
      );
      document.fonts.add(await font.load());
    });
    await expect.poll(() => readGap(page)).toBeLessThan(NEAR);
  });

  test('or are hidden where that cannot be told, and make no page longer', async () => {
    const page = await openPage();
    for (const around of [
      'transform: rotate(8deg)',
      'rotate: 180deg',
      'transform: skewX(9deg)',
      'writing-mode: vertical-rl',
    ]) {
      await write(page, { around });
      await expect.poll(() => readPlaced(page), { message: around }).toEqual([]);
    }
    await write(page, {
      around: 'height: 300px; overflow: auto; width: 520px',
      sheet: 'textarea { margin-top: 2000px }',
    });
    await page.evaluate(() => document.querySelector('#around')?.scrollTo(0, 0));
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
      .toBeLessThanOrEqual(WINDOW.height);
  });
});

// These run in the page: each must hold all that it needs.

function build({ area: own = '', attributes = {}, around = '', sheet = '', draft = '', isInDialog }: Setting): void {
  document.querySelector('#sheet')?.remove();
  const style = document.createElement('style');
  style.id = 'sheet';
  style.textContent = sheet;
  document.head.append(style);
  const area = document.createElement('textarea');
  area.style.cssText = `width: 480px; height: 200px; font: 15px/1.4 sans-serif; ${own}`;
  for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, value);
  area.value = draft;
  const box = document.createElement('div');
  box.id = 'around';
  box.style.cssText = `width: fit-content; ${around}`;
  box.append(area);
  document.body.style.cssText = '';
  document.body.replaceChildren(document.createElement('hr'), box);
  if (isInDialog) {
    const dialog = document.createElement('dialog');
    dialog.append(box);
    document.body.append(dialog);
    dialog.showModal();
  }
  area.focus({ preventScroll: true });
  if (own.includes('70px')) area.scrollTop = 25;
  else if (around.includes('scroll')) box.scrollTop = 20;
}

function countMarks(): number {
  const marks = document.querySelector('cando-mirror')?.shadowRoot?.querySelectorAll('mark[class]') ?? [];
  return [...marks].filter(({ textContent }) => textContent).length;
}
