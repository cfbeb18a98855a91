import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sites } from '../lib/sites/index.ts';
import type { Site } from '../lib/sites/site.ts';
import { root } from '../scripts/setup.mjs';

const folder = join(root, 'tests/fixtures/desks');

/**
 * A synthetic page of a desk: `zendesk.html`, or one for each of its views, `zendesk-messaging.html`. Its parts are told by `data-part`:
 * `reply` where one writes; `left-alone` what is not the agent's own in there; `decoy` where one writes too, and nobody reads along;
 * `field` the same while a composer is on the page; `to-note` and `to-reply` what changes the reader; `send`; `words` and `name` of
 * the customer.
 */
export interface DeskPage {
  /** The file's name without its ending. */
  name: string;
  site: Site;
  address: URL;
  html: string;
}

/** Every page of the folder, in the order of their names. */
export const deskPages: readonly DeskPage[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const name = file.replace(/\.html$/, '');
    const html = readFileSync(join(folder, file), 'utf8');
    const [, address] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
    const site = sites.find(({ id }) => id === name.split('-')[0]);
    if (!site || !address) throw new Error(`tests/fixtures/desks/${file} names no desk or no address.`);
    return { name, site, address: new URL(address), html };
  });
