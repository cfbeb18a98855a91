import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extension, useFirefox } from './browser.ts';

const firefox = useFirefox();

test('the desks are granted at the installation, and no other site', async () => {
  const { host_permissions: desks } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const page = await firefox.openOwn('/options.html');
  const { origins } = await page.tab.evaluate<[], () => Promise<{ origins: string[] }>>('browser.permissions.getAll()');
  expect(desks).toContain('https://*.zendesk.com/*');
  expect(origins.sort()).toEqual([...desks].sort());
});
