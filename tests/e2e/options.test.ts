import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';
import { choose, emptyStorage, fillStorage, openOptions, readStored, storeSettings } from './options-page.ts';

const browser = useBrowser(builds.demo);

beforeEach(() => storeSettings(browser, undefined));

async function write(text: string) {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type(text);
  await expect.poll(box.readMarks).toHaveLength(1);
  return box;
}

describe('What is set in the options reaches an open reply:', () => {
  test('a rule switched off, and on again, and its severity', async () => {
    const box = await write('We only ship to Spain. ');
    const options = await openOptions(browser);
    await options.getByRole('searchbox', { name: 'Search rules' }).fill('without the only');
    const rule = options.getByRole('switch', { name: 'Say what you can do, without the only.' });
    await rule.click();
    await expect.poll(box.readMarks).toEqual([]);
    await expect.poll(() => rule.isChecked()).toBe(false);
    await rule.click();
    await expect.poll(box.readMarks).toHaveLength(1);
    await options.getByRole('combobox', { name: /without the only/ }).selectOption('Error');
    await expect.poll(box.readMarks).toMatchObject([{ severity: 'error' }]);
    await options.getByRole('button', { name: /^Reset/ }).click();
    await expect.poll(box.readMarks).toMatchObject([{ severity: 'info' }]);
  });

  test('a whole pack, and who reads', async () => {
    const box = await write('We only ship to Spain. ');
    const options = await openOptions(browser);
    const pack = options.getByRole('switch', { name: "Whole pack: Can't before can" });
    for (const marks of [0, 1]) {
      await pack.click();
      await expect.poll(box.readMarks).toHaveLength(marks);
      await expect.poll(() => pack.isChecked()).toBe(marks > 0);
    }
    await options.getByRole('link', { name: 'Who reads' }).click();
    await options.getByRole('switch', { name: 'Coach replies to customers' }).click();
    await expect.poll(box.readMarks).toEqual([]);
  });

  test('a key works without loading the page again', async () => {
    const box = await write("We can't refund you until Monday. ");
    const options = await openOptions(browser, 'keys');
    const field = options.getByRole('button', { name: /^Apply the first rewrite: / });
    await field.press('Enter');
    await field.press('Control+F2');
    await expect.poll(() => readStored(options)).toMatchObject({ keys: { apply: 'Ctrl+F2' } });
    await box.page.bringToFront();
    await box.press('Control+F2');
    await expect.poll(box.readText).not.toContain("can't");
  });

  test('the theme and the count at the reply box', async () => {
    const box = await write('We only ship to Spain. ');
    const chip = box.page.locator('cando-chip');
    const options = await openOptions(browser, 'appearance');
    await choose(options, 'Dark');
    await expect.poll(() => chip.getAttribute('data-theme')).toBe('dark');
    expect(await options.locator('html').getAttribute('data-theme')).toBe('dark');
    await options.getByRole('switch', { name: /^Count/ }).click();
    await expect.poll(() => chip.getByRole('button').isVisible()).toBe(false);
  });
});

describe('What an earlier day left', () => {
  test('in the first version is carried over', async () => {
    await storeSettings(browser, {
      version: 1,
      off: ['cant-focus/can-only'],
      ignored: ["cant-focus/cannot we can't"],
      notes: 'off',
    });
    const options = await openOptions(browser, 'readers');
    expect(await options.getByRole('switch', { name: 'Coach internal notes' }).isChecked()).toBe(false);
    await options.getByRole('link', { name: 'Ignored phrases' }).click();
    await options.getByText("“we can't”").waitFor();
    await options.getByRole('button', { name: "Remove we can't" }).click();
    await expect.poll(() => readStored(options)).toMatchObject({ version: 2, ignored: [] });
    await options.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect
      .poll(() => readStored(options))
      .toMatchObject({ ignored: [{ ruleId: 'cant-focus/cannot', phrase: "we can't" }] });
  });

  test('and cannot be read falls back, is told of, and is kept until it is let go', async () => {
    await storeSettings(browser, { version: 2, off: 'everything', sitesOff: ['a.example'], keys: { apply: 'Enter' } });
    const options = await openOptions(browser, 'readers');
    const notice = options.getByRole('alert');
    await expect.poll(() => notice.textContent()).toContain('rules and packs switched off, keys');
    await options.getByRole('switch', { name: 'Coach internal notes' }).click();
    await expect.poll(() => readStored(options)).toMatchObject({ off: [], sitesOff: ['a.example'] });
    expect(await notice.count()).toBe(1);
    await options.reload();
    await options.getByRole('button', { name: /forget/ }).click();
    await expect.poll(() => notice.count()).toBe(0);
  });
});

test('exported, erased and imported, the settings are the same', async () => {
  const before = {
    version: 2,
    off: ['cant-focus', 'deflecting/not-our-fault'],
    ignored: [{ ruleId: 'cant-focus/cannot', phrase: "we can't" }],
    severities: { 'cant-focus/can-only': 'error' },
    readers: { public: true, notes: false },
    sitesOff: ['old.zendesk.com'],
    keys: { apply: 'F7' },
    appearance: { theme: 'dark', chip: false, hover: true },
  };
  await storeSettings(browser, before);
  const options = await openOptions(browser, 'data');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save the file' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ app: 'CanDo settings', settings: { version: 2 } });
  await options.getByRole('button', { name: 'Erase everything' }).click();
  await options.getByRole('button', { name: 'Yes, erase them' }).click();
  await options.getByText('Erased. Everything is as on the first day.').waitFor();
  expect(await readStored(options)).toBeUndefined();
  await options.getByLabel('Choose a settings file, or drop it here').setInputFiles(file);
  await options.getByRole('heading', { name: 'This file would change' }).waitFor();
  expect(await readStored(options)).toBeUndefined();
  await options.getByRole('button', { name: 'Take these settings' }).click();
  await expect.poll(() => readStored(options)).toMatchObject(before);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => readStored(options)).toMatchObject({ off: [], ignored: [] });
});

test('storage that is full is told of, and nothing is lost', async () => {
  await storeSettings(browser, { version: 2, off: ['cant-focus'], sitesOff: ['a.example'] });
  const options = await openOptions(browser, 'ignored');
  await fillStorage(options);
  await options.getByRole('link', { name: 'Appearance' }).click();
  await options.getByRole('switch', { name: /^Count/ }).click();
  await expect.poll(() => options.getByRole('alert').textContent()).toContain('storage for CanDo is full');
  expect(await readStored(options)).toEqual({ version: 2, off: ['cant-focus'], sitesOff: ['a.example'] });
  expect(await options.getByRole('switch', { name: /^Count/ }).isChecked()).toBe(true);
  await emptyStorage(options);
  await options.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => readStored(options)).toMatchObject({ appearance: { chip: false }, off: ['cant-focus'] });
  await expect.poll(() => options.getByRole('alert').count()).toBe(0);
});
