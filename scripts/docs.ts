/** `npm run docs`: writes the reference of the rules to `docs/rules/`, the table of desks, and the schema of pack files. With `--check` it only says what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJsonSchema } from '../lib/packs/json-schema.ts';
import { createPages } from '../lib/packs/pages.ts';
import { readPacks } from '../lib/packs/read.ts';
import { fillDesks } from './docs-desks.ts';
import { root } from './setup.mjs';

const docs = join(root, 'docs');
const rules = join(docs, 'rules');
const there = existsSync(rules) ? readdirSync(rules) : [];
const read = (name: string) => (existsSync(join(docs, name)) ? readFileSync(join(docs, name), 'utf8') : '');

/** By their names within `docs`. */
const pages = new Map([...createPages(readPacks())].map(([name, page]) => [`rules/${name}`, page]));
pages.set('desks.md', await fillDesks(read('desks.md')));
pages.set('pack.schema.json', createJsonSchema());
const gone = there.map((name) => `rules/${name}`).filter((name) => !pages.has(name));
const stale = [...[...pages].filter(([name, page]) => read(name) !== page).map(([name]) => name), ...gone];

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`docs is stale (${stale.join(', ')}): run "npm run docs".`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(rules, { recursive: true });
  for (const name of gone) rmSync(join(docs, name));
  for (const [name, page] of pages) writeFileSync(join(docs, name), page);
  console.log(stale.length === 0 ? 'docs is up to date.' : `Wrote ${stale.join(', ')} in docs.`);
}
