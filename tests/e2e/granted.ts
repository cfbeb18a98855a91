import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sites } from '../../lib/sites/index.ts';

/**
 * A copy of a build, in a folder to be removed by the caller, whose manifest names the hosts of every desk as if all were granted at
 * the installation, and a company's own host. It is for tests alone: what is shipped asks for each further site, which
 * tests/e2e/sites.test.ts looks at.
 */
export function grantAllDesks(build: string, own: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cando-granted-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const hosts = [...sites.flatMap(({ matches }) => matches), own];
  manifest.host_permissions = hosts;
  for (const script of manifest.content_scripts) script.matches = hosts;
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}
