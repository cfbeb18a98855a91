import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { sections } from '../../components/options/sections.ts';
import { builds, useBrowser } from './browser.ts';
import { openOptions, readStored, storeSettings } from './options-page.ts';

const browser = useBrowser(builds.demo);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

beforeAll(() =>
  storeSettings(browser, {
    version: 2,
    off: ['cant-focus/cannot', 'deflecting'],
    severities: { 'cant-focus/can-only': 'error' },
    steppedDown: { 'cant-focus/can-only': { to: 'warning', isTold: false } },
    ignored: [
      { ruleId: 'cant-focus/cannot', phrase: "we can't" },
      { ruleId: 'gone/rule', phrase: 'at this time' },
    ],
    sitesOff: ['old.zendesk.com'],
    keys: { apply: 'F8', undo: 'no key at all' },
  }),
);

test.each(sections)('axe finds nothing to mend in the section “%s”, light and dark', async (section) => {
  const page = await openOptions(browser, section === 'rules' ? 'rules/cant-focus/can-only' : section);
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async () => {
      const found = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  }
});

test.each([
  ['on a small phone', 320, 640],
  ['on a phone', 360, 740],
  ['at twice the size', 640, 450],
])('%s nothing is cut off at the side', async (_, width, height) => {
  const page = await openOptions(browser, 'rules/cant-focus/can-only');
  await page.setViewportSize({ width, height });
  const links = await page.getByRole('navigation').getByRole('link').all();
  expect(links).toHaveLength(sections.length);
  for (const link of links) {
    await link.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('everything can be done by keyboard: go to the keys, set one, leave the field by Esc and by Tab', async () => {
  const page = await openOptions(browser);
  await page.getByRole('link', { name: 'Keys' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('button', { name: /^Open the card: / });
  await field.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => field.textContent()).toContain('Press keys');
  await page.keyboard.press('Escape');
  await expect.poll(() => field.textContent()).toContain('F9');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect.poll(() => field.textContent()).toContain('F9');
  expect(await field.evaluate((button) => button === document.activeElement)).toBe(false);
  await field.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  await page.getByText('That key types a character').waitFor();
  await page.keyboard.press('F8');
  await expect.poll(() => readStored(page)).toMatchObject({ keys: { open: 'F8' } });
  await page.getByText('“Next mark” has this key too').first().waitFor();
});
