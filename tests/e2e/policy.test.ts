import { afterAll, describe, expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { compilePackFile } from '../../lib/packs/compile-file.ts';
import { readPackFile } from '../../lib/packs/pack-file.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import type { InstalledPack } from '../../lib/storage/packs.ts';
import { builds, useBrowser } from './browser.ts';
import { findPolicyObstacle, POLICY_PATIENCE, setPolicy } from './managed.ts';
import { getBase, openOptions, storeSettings } from './options-page.ts';
import { readDatabase } from './stats-database.ts';

const obstacle = findPolicyObstacle();
if (obstacle) console.warn(`Not tested: what a team's policy does. ${obstacle}`);

const browser = useBrowser(builds.demo);
const patient = { timeout: POLICY_PATIENCE };

const getPack = (version: string, words: string) => `
id: acme
name: Acme house words
version: ${version}
rules:
  no-gizmo:
    message: Call it the device.
    why: Customers know it by that name.
    instead: { ${words}: the device }
    examples: { wrong: { "Take <${words}>.": Take the device. }, right: [Take the device.] }
  no-hurry:
    severity: info
    message: Leave the haste out.
    why: It sounds rushed.
    patterns: [{ match: "[<mark>#Adverb] ready", words: [ready] }]
    examples: { wrong: { "It is <quickly> ready.": null }, right: [It is ready.] }
`;
const DRAFT = 'We only ship to Spain. Take our gizmo, it is quickly ready. ';

async function openDraft() {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type(DRAFT);
  return box;
}

/** Puts packs where the extension keeps those that are installed. */
async function storePacks(packs: readonly InstalledPack[]): Promise<void> {
  const page = await browser.open(`${await getBase(browser)}/licenses.txt`);
  await page.evaluate((stored) => chrome.storage.local.set({ packs: stored }), packs as never);
  await page.close();
}

test('a pack that is installed marks in an open tab, rewrites, is changed and is taken back, without loading the page again', async () => {
  await storeSettings(browser, { version: 2, off: ['cant-focus'] });
  const compile = (words: string): InstalledPack => {
    const { pack, faults } = compilePackFile(readPackFile('acme.yaml', getPack('1.0.0', words)), readCompiledPacks());
    expect(faults).toEqual([]);
    if (!pack) throw new Error('no pack');
    return { pack, isOn: true, source: { kind: 'own' }, sha256: words };
  };
  const box = await openDraft();
  const listMarked = async () => (await box.readMarks()).map(({ text }) => text);
  await expect.poll(listMarked).toEqual([]);
  await storePacks([compile('our gizmo')]);
  await expect.poll(listMarked).toEqual(['our gizmo', 'quickly']);
  await storePacks([compile('take our')]);
  await expect.poll(listMarked).toEqual(['Take our', 'quickly']);
  await storePacks([{ ...compile('our gizmo'), isOn: false }]);
  await expect.poll(listMarked).toEqual([]);
  await storePacks([compile('our gizmo')]);
  await expect.poll(listMarked).toEqual(['our gizmo', 'quickly']);
  await box.press('Home', 'F8');
  const card = box.page.locator('cando-card').getByRole('dialog');
  await expect.poll(() => card.innerText()).toContain('Acme house words');
  expect(await card.innerText()).toContain('Call it the device.');
  await box.press('F9');
  await expect.poll(box.readText).toContain('Take the device,');
  await storePacks([]);
  await expect.poll(listMarked).toEqual([]);
});

test('a regular expression of a pack marks by way of the grammar host, says what it marked, and puts in what to say instead', async () => {
  const written = `
id: signs
name: Signs
version: 1.0.0
rules:
  no-only:
    message: Say {instead}, not {marked}.
    why: It is shorter.
    patterns: [{ regex: 'only\\s+\\w+', instead: send }]
    examples: { wrong: { 'We <only ship> it.': We send it. }, right: [We send it.] }
`;
  const { pack, faults } = compilePackFile(readPackFile('signs.yaml', written), readCompiledPacks());
  expect(faults).toEqual([]);
  if (!pack) throw new Error('no pack');
  await storeSettings(browser, { version: 2, off: ['cant-focus'] });
  await storePacks([{ pack, isOn: true, source: { kind: 'own' }, sha256: 'signs' }]);
  const box = await openDraft();
  await expect.poll(async () => (await box.readMarks()).map(({ text }) => text)).toEqual(['only ship']);
  await box.press('Home', 'F8');
  const card = box.page.locator('cando-card').getByRole('dialog');
  await expect.poll(() => card.innerText()).toContain('Say send, not only ship.');
  await box.press('F9');
  await expect.poll(box.readText).toContain('We send to Spain.');
  await storePacks([]);
});

describe.skipIf(obstacle)('A team’s policy', () => {
  afterAll(() => setPolicy('', undefined));

  test('reaches an open tab: its pack marks, what it locks stays on and says why, what is wrong in it is told', async () => {
    await storeSettings(browser, { version: 2, off: ['cant-focus/can-only'] });
    const id = new URL(await getBase(browser)).host;
    const box = await openDraft();
    await expect.poll(box.readMarks).toEqual([]);
    const policy = {
      notice: 'Ask Ana.',
      packs: [{ yaml: getPack('1.0.0', 'our gizmo') }],
      lockedRules: ['cant-focus/can-only', 'cant-focus/misspelt'],
      severities: { 'acme/no-hurry': 'error', 'acme/no-gizmo': 'loud' },
    };
    setPolicy(id, policy);
    await expect.poll(box.readMarks, patient).toEqual([
      { severity: 'info', text: 'We only ship' },
      { severity: 'warning', text: 'our gizmo' },
      { severity: 'error', text: 'quickly' },
    ]);

    await box.press('Home', 'F8');
    const card = box.page.locator('cando-card').getByRole('dialog');
    await card.getByText('Set by your team: this rule stays on. Ask Ana.').waitFor();
    await card.getByRole('button', { name: 'Ignore here' }).waitFor();
    expect(await card.getByRole('button', { name: 'Switch off rule' }).count()).toBe(0);

    const options = await openOptions(browser, 'rules/cant-focus/can-only');
    const rule = options.getByRole('switch', { name: 'Say what you can do, without the only.' });
    await rule.waitFor();
    expect([await rule.isChecked(), await rule.isDisabled()]).toEqual([true, true]);
    await options.getByText('Set by your team: this rule stays on. Ask Ana.').waitFor();
    const told = await options.getByRole('status').filter({ hasText: 'policy' }).innerText();
    expect(told).toContain('severities.acme/no-gizmo');
    expect(told).toContain('"loud"');
    expect(told).toContain('error, warning or info would be right.');
    expect(told).toContain('"cant-focus/misspelt"');
    await options.getByRole('button', { name: 'Acme house words' }).waitFor();

    setPolicy(id, { ...policy, packs: [{ yaml: getPack('2.0.0', 'take our') }], lockedRules: [] });
    await expect
      .poll(async () => (await box.readMarks()).map(({ text }) => text), patient)
      .toEqual(['Take our', 'quickly']);
    await expect.poll(() => rule.isDisabled()).toBe(false);

    setPolicy(id, { allowedSites: ['acme.example'] });
    await expect.poll(box.readMarks, patient).toEqual([]);
    setPolicy(id, undefined);
    await expect.poll(() => options.getByRole('button', { name: 'Acme house words' }).count(), patient).toBe(0);
  });

  test('that lets nothing be counted is told beside the switch, and obeyed in open tabs', async () => {
    await storeSettings(browser, undefined);
    const id = new URL(await getBase(browser)).host;
    const page = await browser.openDemo('/text.html');
    const box = await getReplyBox(page, 'text');
    const options = await openOptions(browser, 'data');
    const counting = options.getByRole('switch', { name: 'Count my habits on this machine' });
    const days = async () => (await options.evaluate(readDatabase)).days as { totals: number[] }[] | undefined;
    const write = async (text: string) => {
      await page.bringToFront();
      await box.focus();
      await box.coached();
      await box.type(text);
      await page.getByRole('button', { name: 'Send' }).click();
      await expect.poll(box.readText).toBe('');
    };
    setPolicy(id, { statistics: 'off' });
    await expect.poll(() => counting.isDisabled(), patient).toBe(true);
    expect(await counting.isChecked()).toBe(false);
    await options.getByText('Your team has switched counting off.').waitFor();
    await write('One two three.');
    setPolicy(id, { statistics: 'machine' });
    await expect.poll(() => counting.isDisabled(), patient).toBe(false);
    await write('Hello there.');
    // The second reply alone: one, of two words. The drafts of the tests before it were left.
    await expect.poll(async () => (await days())?.map(({ totals }) => totals.slice(0, 2))).toEqual([[1, 2]]);
  });
});

/** What runs in a page of the extension. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };
