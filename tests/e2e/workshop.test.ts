import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { openOptions, storeSettings } from './options-page.ts';

const browser = useBrowser(builds.demo);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Fills in a first rule that lacks its examples. */
async function writeRule(page: Page): Promise<void> {
  await press(page, 'Make your first rule');
  await field(page, 'Words to mark').fill('gizmo');
  await field(page, 'What the agent should do').fill('Say product, not gizmo.');
  await field(page, 'Why').fill('Nobody outside knows the word.');
  await field(page, 'What to say instead').fill('product');
}

/** What axe has to say of a page, light and dark, and whether anything is cut off on a small phone. */
async function look(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async () => {
      const { violations } = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    found.push(...violations);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize({ width: 320, height: 640 });
  // The window tells its new width a moment before the page is laid out in it.
  const over = await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - innerWidth;
  });
  await page.setViewportSize(size);
  return over > 0 ? [...found, `${over} pixels are cut off at 320`] : found;
}

test('a rule is made, fails an example, is mended and published, and marks in a tab that is open already; it goes back, out and in', async () => {
  await storeSettings(browser, undefined);
  const desk = await browser.openDemo('/text.html');
  const box = await getReplyBox(desk, 'text');
  await box.focus();
  await box.coached();
  await box.type('Your gizmo is on its way. ');

  const page = await openOptions(browser, 'workshop');
  await writeRule(page);
  await field(page, 'Another sentence').fill('Your <gizmo is> late.');
  await press(page, 'Must be marked');
  await field(page, 'Another sentence').fill('Your gizmos are late.');
  await press(page, 'Must stay quiet');
  await page.getByRole('heading', { level: 3, name: 'gizmo' }).waitFor();
  await field(page, 'Words to mark').fill('(gizmo|gizmos)');
  await page.getByText('is flagged by our-words/gizmo').waitFor();
  await press(page, 'Publish');
  await page.getByRole('alert').getByText('Not published: 1 thing must be mended first.').waitFor();
  expect(await box.readMarks()).toEqual([]);

  await field(page, 'Words to mark').fill('gizmo');
  await page.getByText('Examples hold').waitFor();
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.0.').first().waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  // The next version marks another word; rolled back, it is the first again.
  await field(page, 'Words to mark').fill('gizmo\non its way');
  await page.getByText('Examples hold').waitFor();
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.1.').first().waitFor();
  await expect.poll(box.readMarks).toHaveLength(2);
  await page.getByRole('link', { name: 'Versions' }).click();
  await press(page, /^Roll back 1\.0\.0/);
  await page.getByText('Version 1.0.0 is published again.').waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  await page.getByRole('link', { name: 'All packs' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export Our words')]);
  const file = readFileSync(await download.path());
  await press(page, 'Delete Our words');
  await expect.poll(box.readMarks).toEqual([]);
  const chooser = page.getByLabel("Import a pack's file or a ZIP of Vale styles, or drop it here");
  await chooser.setInputFiles({ name: 'our-words.yaml', mimeType: 'text/yaml', buffer: file });
  await press(page, 'Take it');
  await press(page, 'Publish');
  await page.getByText('Published as 1.0.0.').first().waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'gizmo' }]);

  // A draft is there again when the page is closed and opened.
  await page
    .getByRole('link', { name: 'gizmo' })
    .or(page.getByRole('link', { name: 'Say product, not gizmo.' }))
    .click();
  await field(page, 'Why').fill('A new reason.');
  await expect
    .poll(async () => {
      const other = await browser.open(page.url());
      const why = await field(other, 'Why').inputValue();
      await other.close();
      return why;
    })
    .toBe('A new reason.');
});

test('axe finds nothing to mend in any view of a pack, light and dark, and nothing is cut off', async () => {
  const page = await openOptions(browser, 'workshop');
  // A pack from elsewhere beside the own one.
  await page.evaluate(async () => {
    const { packs } = await chrome.storage.local.get('packs');
    const other = JSON.parse(JSON.stringify(packs[0]).replaceAll('our-words', 'house'));
    other.source = { kind: 'url', url: 'https://house.example/house.yaml' };
    await chrome.storage.local.set({ packs: [packs[0], other] });
  });
  await page.getByText('From an address: https://house.example/house.yaml.').waitFor();
  await press(page, 'Whose fault it is');
  const chooser = page.getByLabel("Import a pack's file or a ZIP of Vale styles, or drop it here");
  const odd = 'id: odd\nname: Odd\nversion: one\nrulez: {}\n';
  await chooser.setInputFiles({ name: 'odd.yaml', mimeType: 'text/yaml', buffer: Buffer.from(odd) });
  await page.getByText('did you mean "rules"?').waitFor();
  expect(await look(page), 'the list').toEqual([]);
  await press(page, 'Leave it');
  await page.getByRole('link', { name: 'Say product, not gizmo.' }).click();
  await field(page, 'Write as an agent would').fill('Your gizmo is on its way.');
  await page.getByText('1 mark.').waitFor();
  await page.getByText('How it came about').click();
  expect(await look(page)).toEqual([]);
  const strip = page.getByRole('navigation', { name: 'Parts of the pack' });
  for (const name of ['Rules', 'Glossary', 'Changes', 'YAML', 'Versions']) {
    await strip.getByRole('link', { name, exact: true }).click();
    if (name === 'Glossary') {
      await field(page, 'Say, row 1').fill('sign in');
      await field(page, 'Not this, row 1').fill('login, log in');
      await page.getByText(/is one term, with its comma/).waitFor();
      const csv = Buffer.from('say,not,colour\nuse,utilise,red\n');
      const terms = page.getByLabel('Take terms from a CSV file, or drop it here');
      await terms.setInputFiles({ name: 'terms.csv', mimeType: 'text/csv', buffer: csv });
      await page.getByRole('heading', { name: '“terms.csv” holds 1 term.' }).waitFor();
    }
    expect(await look(page), name).toEqual([]);
  }
  await strip.getByRole('link', { name: 'Effect' }).click();
  await field(page, 'Or paste replies, with an empty line between two').fill('A gizmo.\n\nYour parcel.');
  await press(page, 'Compare 2 replies');
  await page.getByText('Replies read: 2. Replies in which something changes: 0.').waitFor();
  expect(await look(page)).toEqual([]);
});

test('a first rule takes seven clicks on the workshop’s page, its fields among them', async () => {
  await forgetPacks();
  const page = await openOptions(browser, 'workshop');
  let clicks = 0;
  const write = async (name: string, words: string) => {
    await field(page, name).click();
    clicks++;
    await page.keyboard.type(words);
  };
  const click = async (name: string) => {
    await press(page, name);
    clicks++;
  };
  await click('Make your first rule');
  // The caret is there already.
  await page.keyboard.type('doodad');
  await write('What the agent should do', 'Say part.');
  await write('Why', 'It is plain.');
  await write('What to say instead', 'part');
  await write('Another sentence', 'A doodad came.');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'A part came.' }).waitFor();
  await page.keyboard.type('A thing came.');
  await click('Must stay quiet');
  await page.getByText('Examples hold').waitFor();
  await click('Publish');
  await page.getByText('Published as 1.0.0.').first().waitFor();
  expect(clicks).toBe(7);
});

test('a first rule is made, published, changed and rolled back by keys alone', async () => {
  await forgetPacks();
  const desk = await browser.openDemo('/text.html');
  const box = await getReplyBox(desk, 'text');
  await box.focus();
  await box.coached();
  await box.type('A whatsit came by hand. ');
  const page = await openOptions(browser, 'rules');
  const { keyboard } = page;
  await goByKey(page, 'Workshop');
  await keyboard.press('Enter');
  await goByKey(page, 'Make your first rule');
  await keyboard.press('Enter');
  await expect.poll(() => readFocus(page)).toBe('Words to mark');
  await keyboard.type('whatsit');
  for (const [label, words] of [
    ['What the agent should do', 'Say thing.'],
    ['Why', 'It is plain.'],
    ['What to say instead', 'thing'],
    ['Another sentence', 'A whatsit came.'],
  ] as const) {
    await goByKey(page, label);
    await keyboard.type(words);
  }
  await goByKey(page, 'Must be marked');
  await keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'A thing came.' }).waitFor();
  await goByKey(page, 'Another sentence', 'Shift+Tab');
  await keyboard.type('A parcel came.');
  await goByKey(page, 'Must stay quiet');
  await keyboard.press('Space');
  await page.getByText('Examples hold').waitFor();
  await goByKey(page, 'Publish', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'whatsit' }]);

  await goByKey(page, 'Words to mark');
  await keyboard.press('Control+End');
  await keyboard.type('\nby hand');
  await goByKey(page, 'Severity');
  await keyboard.press('ArrowUp');
  await page.getByText('Examples hold').waitFor();
  await goByKey(page, 'Publish', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect.poll(box.readMarks).toEqual(['whatsit', 'by hand'].map((text) => ({ severity: 'error', text })));
  await goByKey(page, 'Versions');
  await keyboard.press('Enter');
  await goByKey(page, /^Roll back 1\.0\.0/);
  await keyboard.press('Enter');
  await page.getByText('Version 1.0.0 is published again.').waitFor();
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: 'whatsit' }]);
});

/** What has the focus, by its label or its words. */
function readFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement;
    return (focused.labels?.[0] ?? focused).textContent?.trim() ?? '';
  });
}

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function goByKey(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = (words: string) => (typeof name === 'string' ? words === name : name.test(words));
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key);
    if (isThere(await readFocus(page))) return;
  }
  throw new Error(`${key} does not lead to ${name}`);
}

/** As on the first day: no draft, no version, no pack. */
async function forgetPacks(): Promise<void> {
  await storeSettings(browser, undefined);
  const page = await openOptions(browser, 'about');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('cando-workshop');
        gone.onsuccess = resolve;
        gone.onerror = reject;
      }),
  );
  await page.close();
}

/** What runs in a page of the extension. */
declare const chrome: {
  storage: { local: { get(key: string): Promise<{ packs: object[] }>; set(items: object): Promise<void> } };
};
