import { expect, test } from 'vitest';
import { getReplyBox } from '../../demo/reply-box.ts';
import { builds, useBrowser } from './browser.ts';

// The build as it goes to the store, at the desks' own addresses. The demo desk answers there; nothing leaves the machine.
const browser = useBrowser(builds.store);

const WRONG = "Unfortunately we can't refund you until the warehouse has the parcel";
const RIGHT = 'We can refund you as soon as the warehouse has the parcel';

test.each([
  ['Zendesk', 'ticket', 'https://acme.zendesk.com/agent/tickets/1'],
  ['Gmail', 'mail', 'https://mail.google.com/mail/u/0/'],
] as const)('marks and rewrites in %s', async (_desk, name, address) => {
  const box = await getReplyBox(await browser.open(address), name);
  await box.focus();
  await box.type(WRONG);
  await expect.poll(box.readMarks).toEqual([{ severity: 'warning', text: "Unfortunately we can't refund you" }]);
  await box.press('F9');
  await expect.poll(box.readText).toBe(RIGHT);
  await box.press('ControlOrMeta+z');
  await expect.poll(box.readText).toBe(WRONG);
});

test('in Gmail, which forbids markup from strings, a link among the words to replace stays', async () => {
  const box = await getReplyBox(await browser.open('https://mail.google.com/mail/u/0/'), 'mail');
  await box.focus();
  // The browser itself makes the blank behind what it inserts one that does not break.
  const readLine = () =>
    box.locator.evaluate(({ firstElementChild }) => firstElementChild?.innerHTML.replaceAll('&nbsp;', ' '));
  await box.locator.evaluate(({ firstElementChild }) => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.com/1',
      textContent: 'your order',
    });
    firstElementChild?.replaceChildren("We can't refund ", link, ' until Monday.');
  });
  await box.press('End');
  await expect.poll(box.readMarks).toHaveLength(1);
  await box.apply();
  await expect.poll(readLine).toBe('We can refund <a href="https://example.com/1">your order</a> from Monday.');
  await box.press('ControlOrMeta+z');
  await expect.poll(readLine).toBe('We can\'t refund <a href="https://example.com/1">your order</a> until Monday.');
});

test('does nothing on help-centre pages', async () => {
  const page = await browser.open('https://acme.zendesk.com/hc/en-us/requests/1');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const box = await getReplyBox(page, 'ticket');
  await box.focus();
  await box.type(`${WRONG}. Thanks`);
  // The same page at the desk's address is marked sooner than this.
  await page.waitForFunction(
    (start) => performance.now() - start > 1_500,
    await page.evaluate(() => performance.now()),
  );
  expect(await box.readMarks()).toEqual([]);
  expect(await page.locator('cando-chip, cando-card, cando-mirror').count()).toBe(0);
  expect(requests.filter((url) => url.startsWith('chrome-extension:'))).toEqual([]);
});

test('does nothing on a page that is no desk', async () => {
  const box = await getReplyBox(await browser.openDemo('/ticket.html'), 'ticket');
  await box.focus();
  await box.type(`${WRONG}. Thanks`);
  expect(await box.readMarks()).toEqual([]);
});

test('loads nothing of the coach on a page where nobody writes', async () => {
  const page = await browser.open('https://mail.google.com/mail/u/0/');
  const session = await browser.context.newCDPSession(page);
  const scripts: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => scripts.push(url));
  await session.send('Debugger.enable');
  await page.locator('h2').click();
  expect(await page.locator('cando-chip').count()).toBe(0);
  const isCoach = (url: string) => /^chrome-extension:.*\/coach\.js$/.test(url);
  // The small script is seen, so the other would be.
  expect(scripts.some((url) => url.endsWith('/composer.js'))).toBe(true);
  expect(scripts.filter(isCoach)).toEqual([]);
  const box = await getReplyBox(page, 'mail');
  await box.focus();
  await expect.poll(() => page.locator('cando-chip').count()).toBe(1);
  expect(scripts.filter(isCoach)).toHaveLength(1);
});
