import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'playwright-core';
import { readMarksInPage } from '../../demo/reply-box.ts';
import type * as Facts from '../../lib/sites/facts.ts';
import type { Site } from '../../lib/sites/site.ts';
import { root } from '../../scripts/setup.mjs';

declare global {
  interface Window {
    deskFacts: typeof Facts;
    takenOut: [Comment, Element][];
  }
}

/** A place to write on a desk's synthetic page. */
export interface Reply {
  /** The agent's own paragraph in it. */
  own: ElementHandle<Element>;
}

/** lib/sites/facts.ts for the page itself: what it reads of a real document can be seen from nowhere else. */
export function readFacts(): string {
  const source = stripTypeScriptTypes(readFileSync(join(root, 'lib/sites/facts.ts'), 'utf8'));
  return `(() => {${source.replaceAll('export ', '')}
    window.deskFacts = { findReaderElement, readReader, readCustomer };
  })()`;
}

/** The replies of the page and of its frames, in the order of the page. */
export async function findReplies(page: Page): Promise<Reply[]> {
  const found: Reply[] = [];
  for (const frame of page.frames()) {
    for (const reply of await frame.locator('[data-part="reply"]').all()) {
      const own = reply.locator(':has(> br)').first();
      const handle = await ((await own.count()) ? own : reply).elementHandle();
      if (handle) found.push({ own: handle });
    }
  }
  return found;
}

/** Types at the end of the agent's own words. */
export async function type(page: Page, { own }: Reply, words: string): Promise<void> {
  await own.click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** Writes into every field of these parts: it is the focus that has a field read, or not. */
export async function writeInto(page: Page, parts: string, words: string): Promise<void> {
  for (const field of await page.locator(parts).all()) {
    if (!(await field.isVisible())) continue;
    await field.click();
    await page.keyboard.insertText(words);
  }
}

/** The marked words of the page and its frames. */
export async function readMarked(page: Page): Promise<string[]> {
  const marks = await Promise.all(page.frames().map((frame) => frame.evaluate(readMarksInPage)));
  return marks.flat().map(({ text }) => text);
}

export async function countChips(page: Page): Promise<number> {
  const counts = await Promise.all(page.frames().map((frame) => frame.locator('cando-chip').count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

// These run in the page: each must hold all that it needs.

export function takeRepliesOut(): void {
  window.takenOut = [...document.querySelectorAll('[data-part="reply"], [data-part="hidden"], iframe')].map((reply) => {
    const place = document.createComment('');
    reply.replaceWith(place);
    return [place, reply];
  });
}

export function putRepliesBack(): void {
  for (const [place, reply] of window.takenOut) place.replaceWith(reply);
}

/** What is read of the customer at each reply, and what the page says there is. */
export function readCustomers(site: Site): { read: unknown[]; there: unknown[] } {
  const replies = [...document.querySelectorAll<HTMLElement>('[data-part="reply"]')];
  const words = document.querySelector('[data-part="words"]')?.textContent;
  const label = document.querySelector('[data-part="name"]');
  const name = label?.getAttribute('name') ?? label?.textContent;
  return {
    read: replies.map((reply) => window.deskFacts.readCustomer(site, reply)),
    there: replies.map((reply) =>
      reply.dataset.customer === 'unknown'
        ? {}
        : { ...(words && { customer: words }), ...(name && { customerName: name }) },
    ),
  };
}

/** Whether anything is known that would tell this page's notes from its replies. */
export function isToldFromNotes(site: Site): boolean {
  const [reply] = document.querySelectorAll('[data-part="reply"]');
  return site.internalHashes !== undefined || (reply && window.deskFacts.findReaderElement(site, reply)) !== undefined;
}

/** What the desk's data take for Send and is not, and the other way round. A view of which nothing is known has neither. */
export function findOtherSends({ send }: Site): string[] {
  const known = [...document.querySelectorAll<HTMLElement>(send ?? ':not(*)')].filter((one) => one.checkVisibility());
  const there = [...document.querySelectorAll<HTMLElement>('[data-part="send"]')];
  const others = [...known.filter((one) => !there.includes(one)), ...there.filter((one) => !known.includes(one))];
  if (known.length === 0) return [];
  return others.map((one) => one.outerHTML);
}
