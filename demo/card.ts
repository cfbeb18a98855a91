import type { Page } from 'playwright-core';

/** What an agent reads on the card. */
export interface ReadCard {
  category: string;
  phrase: string;
  message: string;
  why: string;
  /** The whole text of each rewrite offered. */
  rewrites: string[];
}

/** The open card, once it has its rewrites; undefined when none opens. */
export async function readCard(page: Page): Promise<ReadCard | undefined> {
  const dialog = page.locator('cando-card').getByRole('dialog');
  try {
    await dialog.waitFor({ timeout: 3_000 });
    await dialog.locator('.loading').waitFor({ state: 'detached', timeout: 10_000 });
  } catch {
    return undefined;
  }
  return dialog.evaluate((card) => {
    const root = card.getRootNode() as ShadowRoot;
    const read = (ids: string | null) => (ids ?? '').split(' ').map((id) => root.getElementById(id)?.textContent ?? '');
    const [name = ''] = read(card.getAttribute('aria-labelledby'));
    const [message = '', why = ''] = read(card.getAttribute('aria-describedby'));
    const [, category = name, phrase = ''] = /^(.*?): “(.*)”$/s.exec(name) ?? [];
    const rewrites = [...root.querySelectorAll('ul button.rewrite')].map((button) =>
      (button.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, ''),
    );
    return { category, phrase, message, why, rewrites };
  });
}
