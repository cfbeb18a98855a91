import type { BrowserContext, Page } from 'playwright-core';
import type { Editors } from '../../matrix/editors.ts';
import { createFreshCheck } from './fresh-check.ts';
import { watchDraftInPage } from './seen.ts';
import { createSession, type Session } from './session.ts';

/** An empty draft in this editor, coached, and ready to be typed into. */
export async function openDraft({ browser, open }: Editors, name: string): Promise<Session> {
  const box = await open(name);
  const { page } = box;
  await allowPaste(browser.context, page);
  await box.focus();
  await box.coached();
  await page.evaluate(watchDraftInPage);
  const languages = await page.evaluate(() => navigator.languages);
  return createSession(page, createFreshCheck({ reader: 'public' }, languages));
}

/** The keys for pasting paste what a test has put there. */
export async function allowPaste(context: BrowserContext, page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
}
