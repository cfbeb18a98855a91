import { expect, test } from 'vitest';
import { useFirefox } from './browser.ts';
import { connectWindow } from './toolbar.ts';

const firefox = useFirefox();

const DESK = 'https://*.zendesk.com/*';

test('a desk that was taken back in Firefox’s own settings is shown in the options, and asked for again there', async () => {
  const { tab } = await firefox.openOwn('/options.html#sites');
  const run = await connectWindow(tab.browser());
  const isAllowed = () => tab.evaluate(`browser.permissions.contains({ origins: ['${DESK}'] })`);
  const readWords = () => tab.evaluate(() => document.body.innerText);
  await expect.poll(readWords).toContain('*.zendesk.com');
  expect(await readWords()).not.toContain('does not let CanDo read');

  await run(takeBack(firefox.id));
  await expect.poll(readWords).toContain('The browser does not let CanDo read this desk.');
  expect(await isAllowed()).toBe(false);

  const allow = await tab.waitForSelector('::-p-aria([name="Allow it"][role="button"])');
  await allow?.click();
  await run(answer('secondaryButton'));
  expect(await isAllowed()).toBe(false);
  await allow?.click();
  await run(answer('button'));
  await expect.poll(isAllowed).toBe(true);
  await expect.poll(readWords).not.toContain('does not let CanDo read');
});

/** As the switch in Firefox's list of add-ons does it. */
function takeBack(id: string): string {
  return `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    await ExtensionPermissions.remove(extension.id, { permissions: [], origins: ['${DESK}'] }, extension);
  })()`;
}

/** Presses a button of Firefox's own question, once it is there. */
function answer(button: 'button' | 'secondaryButton'): string {
  return `new Promise((resolve) => {
    const look = () => {
      const question = document.getElementById('addon-webext-permissions-notification');
      if (PopupNotifications.panel.state !== 'open' || !question?.${button}) return setTimeout(look, 50);
      question.${button}.click();
      resolve(null);
    };
    look();
  })`;
}
