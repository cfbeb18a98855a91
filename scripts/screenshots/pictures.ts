import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readCard } from '../../demo/card.ts';
import { drafts } from '../../demo/drafts.ts';
import type { Popup } from '../../demo/toolbar.ts';
import { root } from '../setup.mjs';
import { plain } from './looks.ts';
import { type Sitting, type Size, sit } from './sitting.ts';
import { openStage, type Stage } from './stage.ts';
import { statsPictures } from './stats.ts';

/** The size that the Chrome Web Store takes: 1280 by 800 pixels. */
const SCALE = 1.6;
const STORE = { width: 800, height: 500, scale: SCALE };
/** The same with more in it. */
const WIDE = { width: 960, height: 600, scale: 4 / 3 };
/** A window as wide as the workshop likes. */
const WHOLE = { width: 1280, height: 800, scale: 1 };

/** The pictures of the documents, each named as its file in `docs/images`. */
export const pictures: Record<string, (stage: Stage) => Promise<Buffer>> = {
  async card(stage) {
    const { page, press } = await stage.write('mail', drafts.mail.draft.join('\n'), 2);
    const sitting = await dress(page, STORE);
    await makeRoom(page, '.M9');
    await press('F8', 'F8');
    await readCard(page);
    return sitting.take();
  },
  async marks(stage) {
    const lines = [`${drafts.ticket.draft}.`, "It ships [by when], and it's not our fault that it took so long."];
    const { page } = await stage.write('ticket', lines.join('\n'), 3);
    const sitting = await dress(page, STORE);
    await makeRoom(page, '.log');
    return sitting.take();
  },
  async popup(stage) {
    const { page } = await stage.write('mail', drafts.mail.draft.slice(0, 2).join('\n'), 1);
    const desk = await (await dress(page, STORE)).take();
    const popup = await stage.press(page);
    await popup.waitForSelector('.rewrite');
    return hang(await (await dress(popup, STORE)).take(), desk, stage);
  },
  async options(stage) {
    const page = await stage.open('options.html#rules/cant-focus/cannot-until');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return (await dress(page, WIDE)).take();
  },
  async workshop(stage) {
    const page = await openRule(stage);
    await page.getByRole('textbox', { name: 'Write as an agent would' }).fill('Your gizmo is on its way.');
    await page.getByText('1 mark.').waitFor();
    const sitting = await dress(page, WHOLE);
    await page.evaluate(() => window.scrollTo(0, 0));
    const picture = await sitting.take();
    // The next one begins without a pack.
    await page.getByRole('link', { name: 'All packs' }).click();
    await page.getByRole('button', { name: 'Delete Our words' }).click();
    return picture;
  },
  async effect(stage) {
    const page = await openRule(stage);
    await page.getByRole('link', { name: 'Effect' }).click();
    const replies = page.getByRole('textbox', { name: 'Or paste replies, with an empty line between two' });
    await replies.fill(
      'Your gizmo leaves on Monday.\n\nThe parcel is here.\n\nA gizmo was missing, and I have sent it.',
    );
    await page.getByRole('button', { name: 'Compare 3 replies' }).click();
    const result = page.getByText('Replies read: 3.');
    await result.waitFor();
    const sitting = await dress(page, WHOLE);
    await result.evaluate((line) => line.scrollIntoView({ block: 'center' }));
    return sitting.take();
  },
  async welcome(stage) {
    const page = await stage.open('welcome.html');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return (await dress(page, WIDE)).take();
  },
  ...statsPictures,
};

/** A team lead's first rule. */
async function openRule(stage: Stage): Promise<Page> {
  const page = await stage.open('options.html#workshop');
  const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
  await page.getByRole('button', { name: 'Make your first rule' }).click();
  await fill('Words to mark', 'gizmo');
  await fill('What the agent should do', 'Say product, not gizmo.');
  await fill('Why', 'Nobody outside knows the word.');
  await fill('What to say instead', 'product');
  await fill('Another sentence', 'Your gizmo is late.');
  await page.getByRole('button', { name: 'Must be marked' }).click();
  await fill('Another sentence', 'Your product is here.');
  await page.getByRole('button', { name: 'Must stay quiet' }).click();
  await page.getByText('Examples hold').waitFor();
  return page;
}

/** Takes all pictures of the documents anew. */
export async function takePictures(extension: string): Promise<void> {
  const folder = join(root, 'docs', 'images');
  await mkdir(folder, { recursive: true });
  const stage = await openStage({ extension, scale: SCALE });
  try {
    for (const [name, show] of Object.entries(pictures)) {
      await writeFile(join(folder, `${name}.png`), await show(stage));
      console.log(`docs/images/${name}.png`);
    }
  } finally {
    await stage.close();
  }
}

async function dress(page: Page | Popup, size: Size): Promise<Sitting> {
  const sitting = await sit(page);
  await sitting.wear(plain);
  await sitting.resize(size);
  return sitting;
}

/** Scrolls to it, with room below for what hangs there. */
async function makeRoom(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((part) => {
      document.body.style.paddingBottom = '100vh';
      document.documentElement.scrollTop = part.getBoundingClientRect().top - 20;
    });
  await page.mouse.move(0, 0);
}

/** The popup over its page, as the browser hangs it under its button: no tool takes a picture of both. */
async function hang(popup: Buffer, desk: Buffer, stage: Stage): Promise<Buffer> {
  const page = await stage.visit('about:blank');
  const write = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(`
    <body style="margin: 0">
    <img src="${write(desk)}" style="display: block">
    <img src="${write(popup)}" style="position: fixed; top: 12px; right: 28px; border-radius: 12px;
      box-shadow: 0 0 0 1px rgb(0 0 0 / 12%), 0 10px 40px rgb(0 0 0 / 25%)">`);
  await page.locator('img').last().waitFor();
  return (await dress(page, { width: STORE.width * SCALE, height: STORE.height * SCALE, scale: 1 })).take();
}
