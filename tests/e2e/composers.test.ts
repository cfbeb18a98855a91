import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builds } from './browser.ts';
import { type FramedBox, getFramedBox } from './framed-box.ts';
import { type Popup, useToolbar } from './toolbar.ts';

const WRONG = "We can't refund you until Monday.";
const RIGHT = 'We can refund you from Monday.';
const ALSO = ' What a whiner.';

const toolbar = useToolbar(builds.demo);

const readWords = (popup: Popup) => popup.$eval('main', (main) => (main as HTMLElement).innerText);
const readCount = async () => (await toolbar.readBadge()).text;

/** A page with these reply boxes below each other, by their names; each in a pane of its own. */
async function open(kind: 'textarea' | 'div', ...names: string[]): Promise<FramedBox[]> {
  const page = await toolbar.openDemo('/text.html');
  await page.bringToFront();
  await page.evaluate(addPanesInPage, { kind, names });
  return names.map((name) => getFramedBox(page, name, page.mainFrame()));
}

function addPanesInPage({ kind, names }: { kind: string; names: string[] }): void {
  document.body.replaceChildren(
    ...names.map((name) => {
      const pane = document.createElement('section');
      const box = document.createElement(kind);
      if (kind === 'div') box.contentEditable = 'true';
      box.setAttribute('aria-label', name);
      box.style.cssText = 'display: block; box-sizing: border-box; width: 560px; min-height: 90px; border: 1px solid';
      pane.append(box);
      return pane;
    }),
  );
}

/** What of ours one sees: the counts on chips, and marks that lie over textareas. */
const readSeen = (page: Page) => page.evaluate(readSeenInPage);

function readSeenInPage(): string[] {
  const isSeen = (element: Element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    return isOnScreen && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  return ['cando-chip button', 'cando-mirror mark']
    .map((selector) => selector.split(' ') as [string, string])
    .flatMap(([host, part]) =>
      [...document.querySelectorAll(host)].flatMap((one) => [...(one.shadowRoot?.querySelectorAll(part) ?? [])]),
    )
    .filter(isSeen)
    .map(({ textContent }) => textContent ?? '');
}

/** How pages hide a ticket that stays mounted, and a box that may show it. */
const WAYS = [
  ['display: none', 'div', 'display: none'],
  ['visibility: hidden', 'div', 'visibility: hidden'],
  ['visibility: hidden', 'textarea', 'visibility: hidden'],
  ['opacity: 0', 'textarea', 'opacity: 0; pointer-events: none'],
  ['a place beside the screen', 'textarea', 'position: absolute; left: -5000px'],
] as const;

const hide = ({ box }: FramedBox, style: string) =>
  box.evaluate((one, given) => {
    (one.parentElement as HTMLElement).style.cssText = given;
  }, style);

describe('tickets that stay on the page, hidden', () => {
  test.each(WAYS)(
    'by %s: a %s shows nothing then, and keeps its marks and what was ignored in it',
    async (_way, kind, style) => {
      const [first, second] = (await open(kind, 'First', 'Second')) as [FramedBox, FramedBox];
      const { page } = first;
      await first.write(WRONG + ALSO, 2);
      await page.keyboard.press('F8');
      await page.locator('cando-card').getByRole('button', { name: 'Ignore here' }).click();
      await expect.poll(first.readMarks).toHaveLength(1);
      const mark = kind === 'textarea' ? (await first.readMarks()).map(({ text }) => text) : [];
      await expect.poll(() => readSeen(page)).toEqual(['1', ...mark]);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await hide(first, style);
      await expect.poll(() => readSeen(page)).toEqual([]);
      await second.box.click();
      await page.keyboard.type(WRONG);
      await expect.poll(() => readSeen(page)).toContain('1');
      await hide(second, style);
      await hide(first, '');
      await expect.poll(() => readSeen(page)).toEqual(['1', ...mark]);
      await first.box.click();
      await page.keyboard.press('End');
      await page.keyboard.type(' Bye.');
      await expect.poll(() => readSeen(page)).toEqual(['1', ...mark]);
    },
  );
});

test('of two messages side by side both are marked, and keys, popup and count are those of the one that has the focus', async () => {
  const [first, second] = (await open('div', 'First', 'Second')) as [FramedBox, FramedBox];
  const { page } = first;
  await first.write(WRONG);
  await second.write(WRONG + ALSO, 3);
  await expect.poll(() => readSeen(page)).toEqual(['1', '2']);
  await expect.poll(readCount).toBe('2');
  await first.box.click();
  await expect.poll(readCount).toBe('1');
  const popup = await toolbar.press(page);
  await expect.poll(() => readWords(popup)).toContain('1 phrase to look at');
  await popup.close();
  // A click on the count of the other one asks for that one.
  await page.locator('cando-chip').getByRole('button', { name: /^2/ }).click();
  const card = page.locator('cando-card').getByRole('dialog');
  await card.waitFor();
  await expect.poll(() => second.box.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(readCount).toBe('2');
  await page.keyboard.press('Escape');
  await expect.poll(() => card.count()).toBe(0);
  await first.box.click();
  await page.keyboard.press('F9');
  await expect.poll(first.readText).toBe(RIGHT);
  expect(await second.readText()).toBe(WRONG + ALSO);
  await expect.poll(() => readSeen(page)).toEqual(['2']);
});

describe('a reply box that is taken off the page', () => {
  test('takes its card, marks and count along, and the next one is coached', async () => {
    const [first, second] = (await open('textarea', 'First', 'Second')) as [FramedBox, FramedBox];
    const { page } = first;
    await first.write(WRONG);
    await expect.poll(readCount).toBe('1');
    await page.keyboard.press('F8');
    await page.locator('cando-card').getByRole('button', { name: 'Ignore here' }).focus();
    await first.box.evaluate((box) => box.parentElement?.remove());
    await expect.poll(() => page.locator('cando-card').count()).toBe(0);
    await expect.poll(() => readSeen(page)).toEqual([]);
    await expect.poll(readCount).toBe('');
    await second.write(WRONG);
    await page.keyboard.press('F9');
    await expect.poll(second.readText).toBe(RIGHT);
    await expect.poll(() => page.locator('cando-chip').count()).toBe(1);
  });

  test.each(['textarea', 'div'] as const)(
    'while a rewrite is on its way into a %s, nothing gets into the next one',
    async (kind) => {
      const [first, second] = (await open(kind, 'First', 'Second')) as [FramedBox, FramedBox];
      const { page } = first;
      await second.write(`Mine. ${WRONG}`);
      await first.write(WRONG, 2);
      // At the moment when the phrase is selected to be replaced.
      await first.box.evaluate((box) => {
        const next = document.querySelector('[aria-label="Second"]') as HTMLElement;
        const take = () => {
          const area = box as HTMLTextAreaElement;
          const isSelected = (area.value ? area.selectionEnd - area.selectionStart : String(getSelection()).length) > 0;
          if (!isSelected) return;
          document.removeEventListener('selectionchange', take);
          box.parentElement?.remove();
          next.focus();
        };
        document.addEventListener('selectionchange', take);
      });
      await page.keyboard.press('F9');
      await expect.poll(() => second.box.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.press('End');
      await page.keyboard.press('F8');
      await page.locator('cando-card').getByRole('button', { name: RIGHT }).waitFor();
      expect(await second.readText()).toBe(`Mine. ${WRONG}`);
    },
  );

  test('while a long draft is still being looked at, does no harm', async () => {
    const [first, second] = (await open('textarea', 'First', 'Second')) as [FramedBox, FramedBox];
    const { page } = first;
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await first.write(WRONG);
    await first.box.evaluate((box) => {
      const area = box as HTMLTextAreaElement;
      area.setRangeText(Array.from({ length: 3000 }, (_, at) => `We can't send part ${at} until Monday.`).join('\n'));
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => area.remove()));
    });
    await expect.poll(() => readSeen(page)).toEqual([]);
    await second.write(WRONG);
    expect(errors).toEqual([]);
  });
});

test('a reply box that is moved on the page keeps its marks and what was ignored in it', async () => {
  const [box] = (await open('div', 'Reply', 'Other')) as [FramedBox];
  const { page } = box;
  await box.write(WRONG + ALSO, 2);
  await page.keyboard.press('F8');
  await page.locator('cando-card').getByRole('button', { name: 'Ignore here' }).click();
  await expect.poll(box.readMarks).toHaveLength(1);
  const marks = await box.readMarks();
  await box.box.evaluate((one) => document.body.append(one));
  await box.box.click();
  await expect.poll(box.readMarks).toEqual(marks);
  await expect.poll(() => readSeen(page)).toEqual(['1']);
});

test('an editor that is exchanged for a new one with the same draft is marked once', async () => {
  const [box] = (await open('div', 'Reply')) as [FramedBox];
  const { page } = box;
  await box.write(WRONG);
  await box.box.evaluate((one) => {
    const next = one.cloneNode(true) as HTMLElement;
    one.replaceWith(next);
    next.focus();
  });
  await expect.poll(box.readMarks).toHaveLength(1);
  await expect.poll(() => readSeen(page)).toEqual(['1']);
  await page.keyboard.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
});

test('on a path where no replies are written it falls silent without a load, and speaks again on the way back', async () => {
  const [box] = (await open('textarea', 'Reply')) as [FramedBox];
  const { page } = box;
  const go = (path: string) => page.evaluate((to) => history.pushState({}, '', to), path);
  await box.write(WRONG);
  await go('/hc/articles/1');
  await expect.poll(() => readSeen(page)).toEqual([]);
  await expect.poll(readCount).toBe('');
  await box.box.click();
  await page.keyboard.press('F9');
  await page.keyboard.type(ALSO);
  const popup = await toolbar.press(page);
  await expect.poll(() => readWords(popup)).toContain('Quiet here on purpose');
  await popup.close();
  expect(await readSeen(page)).toEqual([]);
  expect(await box.readText()).toContain(WRONG);
  await go('/tickets/1');
  await expect.poll(box.readMarks).toHaveLength(2);
  await expect.poll(readCount).toBe('2');
});

test('a page that the browser has kept and brings back is still coached, by one script', async () => {
  const [box] = (await open('textarea', 'Reply')) as [FramedBox];
  const { page } = box;
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      document.body.dataset.persisted = String(persisted);
    });
  });
  await box.write(WRONG);
  await page.evaluate(() => {
    location.href = '/mail.html';
  });
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => '')).toBe('/mail.html');
  await page.evaluate(() => history.back()).catch(() => undefined);
  await expect.poll(() => page.evaluate(() => document.body.dataset.persisted).catch(() => '')).toBe('true');
  await expect.poll(() => readSeen(page)).toEqual(['1', "We can't refund you"]);
  await expect.poll(readCount).toBe('1');
  await box.box.click();
  await page.keyboard.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
  await page.keyboard.type(` ${WRONG}`);
  await expect.poll(box.readMarks).toHaveLength(1);
  expect(await page.locator('cando-chip').count()).toBe(1);
});

test.each([
  ['textarea', 'disabled', ''],
  ['textarea', 'readonly', ''],
  ['div', 'contenteditable', 'false'],
] as const)(
  'a reply box that the desk locks while it sends shows nothing until it is open again: %s, %s',
  async (kind, attribute, value) => {
    const [box] = (await open(kind, 'Reply')) as [FramedBox];
    await box.write(WRONG);
    await expect.poll(box.readMarks).toHaveLength(1);
    const before = await box.box.getAttribute(attribute);
    await box.box.evaluate((element, [name, set]) => element.setAttribute(name, set), [attribute, value] as const);
    await expect.poll(() => readSeen(box.page)).toEqual([]);
    await expect.poll(box.readMarks).toEqual([]);
    await box.box.evaluate(
      (element, [name, was]) => (was === null ? element.removeAttribute(name) : element.setAttribute(name, was)),
      [attribute, before] as const,
    );
    await expect.poll(box.readMarks).toHaveLength(1);
  },
);
