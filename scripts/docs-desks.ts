/** Writes the table of `docs/desks.md` from the desks' data. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '../lib/sites/site.ts';
import { root } from './setup.mjs';

const HEAD = [
  'desk',
  'addresses',
  'CanDo works there',
  'reply box',
  'notes to colleagues',
  'customer’s last words',
  'customer’s name',
  'Send',
  'left out of the reply',
];

const NO = '–';

/** The document with its table as it is to be, between `<!-- table: desks -->` and `<!-- end -->`. */
export async function fillDesks(document: string): Promise<string> {
  const rows = (await loadDesks()).map(describe);
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return document.replace(
    /<!-- table: desks -->[\s\S]*?<!-- end -->/,
    () => `<!-- table: desks -->\n${lines.join('\n')}\n<!-- end -->`,
  );
}

/** Those of the installation first, then by their names. */
async function loadDesks(): Promise<Site[]> {
  const folder = join(root, 'lib/sites/desks');
  const modules = readdirSync(folder).map((file) => import(pathToFileURL(join(folder, file)).href));
  const desks: Site[] = (await Promise.all(modules)).map((module) => module.default);
  return desks.sort(
    (a, b) => Number(a.isOptional ?? false) - Number(b.isOptional ?? false) || a.name.localeCompare(b.name),
  );
}

function describe(site: Site): string[] {
  const {
    id,
    name,
    matches,
    paths = [''],
    isOptional,
    composer,
    reader,
    internalHashes,
    customer,
    send,
    excluded,
  } = site;
  const addresses = matches.flatMap((pattern) =>
    paths.map((path) => `\`${pattern.replace('https://', '').replace(/\/\*$/, '')}${path || '/'}\``),
  );
  return [
    `[${name}](../lib/sites/desks/${id}.ts)`,
    addresses.join(', '),
    isOptional ? 'once you switch it on' : 'from the installation on',
    composer ? 'known' : 'any box of several lines',
    reader || internalHashes ? 'told apart' : NO,
    customer?.message ? 'read' : NO,
    customer?.name ? 'read' : NO,
    send ? 'known' : NO,
    excluded ? `quotes and code; ${excluded.map((part) => `\`${part}\``).join(', ')}` : 'quotes and code',
  ];
}
