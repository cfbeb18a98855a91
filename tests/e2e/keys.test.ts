import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

const browser = useBrowser(builds.demo);

test("keys of CanDo do not reach the page, the agent's other keys do", async () => {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('keydown', (event) => heard.push(event.key), { capture: true });
  });
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(box.readMarks).toHaveLength(1);
  await page.evaluate(() => Reflect.get(window, 'heard').splice(0));
  await box.press('F8', 'Escape', 'a', 'F9');
  await expect.poll(box.readText).not.toContain("can't");
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['a']);
});

test('a page cannot press our keys', async () => {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.locator.evaluate((area) => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true })));
  await box.locator.evaluate((area) => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true })));
  await box.type(' Thanks');
  expect(await box.readText()).toBe("We can't refund you until Monday. Thanks");
  expect(await page.locator('cando-card').count()).toBe(0);
});

test('outside a reply box the keys are the page’s own', async () => {
  const page = await browser.openDemo('/text.html');
  const box = await getReplyBox(page, 'text');
  await box.focus();
  await box.type("We can't refund you until Monday.");
  await expect.poll(box.readMarks).toHaveLength(1);
  await page.getByRole('button', { name: 'Send' }).focus();
  await box.press('F9');
  await box.press('F8');
  expect(await page.locator('cando-card').count()).toBe(0);
  expect(await box.readText()).toBe("We can't refund you until Monday.");
});
