/** `npm run docs`: writes the reference of the rules to `docs/rules/`. With `--check` it only says whether that is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPages } from '../lib/packs/pages.ts';
import { readPacks } from '../lib/packs/read.ts';
import { root } from './setup.mjs';

const folder = join(root, 'docs', 'rules');
const pages = createPages(readPacks());
const there = existsSync(folder) ? readdirSync(folder) : [];
const read = (name: string) => (there.includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined);
const gone = there.filter((name) => !pages.has(name));
const stale = [...[...pages].filter(([name, page]) => read(name) !== page).map(([name]) => name), ...gone];

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`docs/rules is stale (${stale.join(', ')}): run "npm run docs".`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of gone) rmSync(join(folder, name));
  for (const [name, page] of pages) writeFileSync(join(folder, name), page);
  console.log(stale.length === 0 ? 'docs/rules is up to date.' : `Wrote ${stale.join(', ')} in docs/rules.`);
}
