import { describe, expect, test } from 'vitest';
import { readCard } from '../../demo/card.ts';
import { type BoxName, getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

const FIRST = "We can't refund you until Monday";
const SECOND = "We can't ship your order until Friday";

async function openBox(name: BoxName) {
  const box = await getReplyBox(await browser.openDemo(`/${name}.html`), name);
  await box.focus();
  await box.coached();
  return box;
}

describe.each<BoxName>(['ticket', 'mail', 'text'])('Keys in the same breath: %s', (name) => {
  test('who presses F8 and F9 before the phrase is marked loses neither key', async () => {
    const box = await openBox(name);
    for (let round = 0; round < 3; round++) {
      await box.type(FIRST);
      await box.press('ControlOrMeta+Home', 'F8', 'F9');
      await expect.poll(box.readText).toBe('We can refund you from Monday');
      await box.clear();
    }
  });

  test('F9 rewrites the next phrase as soon as the last rewrite stands there, and F8 shows it', async () => {
    const box = await openBox(name);
    await box.type(`${FIRST}. ${SECOND}. I cannot send you the form.`);
    await box.press('ControlOrMeta+Home', 'F9');
    await expect.poll(box.readText, { interval: 1 }).toContain('We can refund you from Monday.');
    await box.press('F9');
    await expect.poll(box.readText, { interval: 1 }).toContain('We can ship your order from Friday.');
    await box.press('F8');
    expect((await readCard(box.page))?.phrase).toMatch(/^I cannot send/);
  });
});
