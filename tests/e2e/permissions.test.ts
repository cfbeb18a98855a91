import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build.mjs';
import { root } from '../../scripts/setup.mjs';
import { LICENCES_FILE } from '../../scripts/vite/licences.ts';
import { readTables } from '../read-tables.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const tables = readTables(read('docs/permissions.md'));
const unquote = (cell = '') => cell.replaceAll('`', '');

const packages = (readTables(read('docs/threats.md')).get('Packages in a build') ?? []).map((row) =>
  unquote(row.package),
);
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

/** Keys of a manifest that give an extension power over something, or others power over it. */
const POWERS = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
  'externally_connectable',
  'web_accessible_resources',
  'content_security_policy',
  'declarative_net_request',
  'sandbox',
  'oauth2',
  'update_url',
];

type Manifest = Record<string, unknown> & {
  content_scripts: { matches: string[] }[];
  browser_specific_settings?: { gecko: { data_collection_permissions: unknown } };
};

const BUILDS = [
  { browser: 'Chromium', name: 'store' },
  { browser: 'Firefox', name: 'firefox' },
] as const;

describe.each(BUILDS)('the store build for $browser', ({ browser, name }) => {
  let folder: string;
  let manifest: Manifest;
  beforeAll(async () => {
    folder = await build(name);
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  });

  const list = (key: string) =>
    (tables.get(key) ?? [])
      .filter(({ browsers }) => browsers?.split(', ').includes(browser))
      .map((row) => unquote(Object.values(row)[0]));

  test.each(['permissions', 'host_permissions', 'optional_host_permissions'])(
    'asks for the %s that the document names, and no more',
    (key) => {
      expect([...(manifest[key] as string[])].sort()).toEqual(list(key).sort());
    },
  );

  test('runs scripts from the start only on the sites of the installation', () => {
    expect(manifest.content_scripts.flatMap(({ matches }) => matches).sort()).toEqual(list('host_permissions').sort());
  });

  test('forbids itself what the document says', () => {
    const rules = (tables.get('content_security_policy') ?? []).map(({ rule }) => unquote(rule));
    expect(manifest.content_security_policy).toEqual({ extension_pages: rules.join('; ') });
  });

  test('has no other power, and gives none to pages or other extensions', () => {
    expect(Object.keys(manifest).filter((key) => POWERS.includes(key) && !tables.has(key))).toEqual([]);
  });

  test('holds code of the packages that the document of threats names, and of no others', () => {
    const licences = readFileSync(join(folder, LICENCES_FILE), 'utf8');
    const shipped = new Set([...licences.matchAll(/^(\S+) [\d.]+ \([\w.-]+\)$/gm)].map(([, one]) => one));
    expect([...shipped].sort()).toEqual([...packages].sort());
    expect([...shipped]).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  });

  test.runIf(name === 'firefox')('declares to Firefox that it collects no data', () => {
    expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });
});
