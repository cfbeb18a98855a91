import type { BrowserContext, Page } from 'playwright-core';
import { type ReadCard, readCard } from './card.ts';
import { type DeskName, drafts } from './drafts.ts';
import { waitFor } from './driven-page.ts';
import { getReplyBox, type ReplyBox } from './reply-box.ts';
import { formatTable } from './table.ts';

const TITLES: Record<DeskName, string> = {
  ticket: 'Ticket: CKEditor 5 in the page shape of Zendesk',
  mail: 'Mail: the compose box of Gmail',
  text: 'Plain box: a textarea',
};
const WIDTHS = [26, 14, 42, 46];
/** Milliseconds between keys, about as fast as a quick typist's bursts. */
const KEY_DELAY = 25;
const PATIENCE = 8_000;

/**
 * Types each draft with real keys, reads the card of each mark, applies by key, and prints it all.
 * @throws in one sentence when a composer shows no mark or a rewrite does not land
 */
export async function walk(context: BrowserContext, url: string, screenshot: string): Promise<void> {
  const page = await context.newPage();
  for (const name of Object.keys(drafts) as DeskName[]) {
    await page.goto(`${url}/?empty#${name}`);
    await page.reload();
    const box = await getReplyBox(page, name);
    await box.focus();
    await typeDraft(box, name);
    if (!(await waitFor(async () => (await box.readMarks()).length > 0, PATIENCE))) {
      throw new Error(`${TITLES[name]}: no phrase of the draft was marked.`);
    }
    console.log(`\n${TITLES[name]}\nDraft: ${await box.readText()}\n`);
    const cards = await applyAll(box, name === 'ticket' ? screenshot : undefined);
    const applied = cards.filter((card) => card.rewrites.length > 0);
    if (applied.length === 0) throw new Error(`${TITLES[name]}: no rewrite was offered.`);
    const rows = cards.map(({ phrase, category, why, rewrites }) => [phrase, category, why, rewrites[0] ?? '-']);
    console.log(formatTable(WIDTHS, [['phrase', 'category', 'why', 'rewrite'], ...rows]));
    console.log(`After applying: ${await box.readText()}`);
  }
  console.log(`\nScreenshot: ${screenshot}`);
}

async function typeDraft(box: ReplyBox, name: DeskName): Promise<void> {
  for (const [index, paragraph] of drafts[name].draft.entries()) {
    if (index > 0) await box.press('Enter');
    await box.page.keyboard.type(paragraph, { delay: KEY_DELAY });
  }
}

/** Goes from mark to mark by key, applying the first rewrite of each. */
async function applyAll(box: ReplyBox, screenshot: string | undefined): Promise<ReadCard[]> {
  const cards: ReadCard[] = [];
  const seen = new Set<string>();
  for (;;) {
    await box.press('F8');
    const card = await readCard(box.page);
    if (!card || seen.has(card.phrase)) return cards;
    seen.add(card.phrase);
    // A blank that a rewrite left open is for the agent to fill.
    if (card.phrase.startsWith('[')) continue;
    cards.push(card);
    if (cards.length === 1 && screenshot) await box.page.screenshot({ path: screenshot });
    if (card.rewrites[0]) await applyFirst(box, card.rewrites[0]);
  }
}

async function applyFirst(box: ReplyBox, rewrite: string): Promise<void> {
  await box.press('F9');
  if (!(await waitFor(async () => (await box.readText()).includes(rewrite), PATIENCE))) {
    throw new Error(`The rewrite “${rewrite}” did not land; the draft reads “${await box.readText()}”.`);
  }
  await closeCard(box.page);
}

async function closeCard(page: Page): Promise<void> {
  await page.locator('cando-card').getByRole('dialog').waitFor({ state: 'detached', timeout: PATIENCE });
}
