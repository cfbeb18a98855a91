import { type DrivenPage, waitFor } from './driven-page.ts';

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
export async function readCard(page: Pick<DrivenPage, 'evaluate'>): Promise<ReadCard | undefined> {
  if (!(await waitFor(() => page.evaluate(isOpen), 3_000))) return undefined;
  await waitFor(() => page.evaluate(isComplete), 10_000);
  return page.evaluate(readCardInPage);
}

// These run in the page: each must hold all that it needs.

function isOpen(): boolean {
  return Boolean(document.querySelector('cando-card')?.shadowRoot?.querySelector('[role="dialog"]'));
}

function isComplete(): boolean {
  return !document.querySelector('cando-card')?.shadowRoot?.querySelector('[role="dialog"] .loading');
}

function readCardInPage(): ReadCard | undefined {
  const root = document.querySelector('cando-card')?.shadowRoot;
  const card = root?.querySelector('[role="dialog"]');
  if (!root || !card) return undefined;
  const read = (ids: string | null) => (ids ?? '').split(' ').map((id) => root.getElementById(id)?.textContent ?? '');
  const [name = ''] = read(card.getAttribute('aria-labelledby'));
  const [message = '', why = ''] = read(card.getAttribute('aria-describedby'));
  const [, category = name, phrase = ''] = /^(.*?): “(.*)”$/s.exec(name) ?? [];
  const rewrites = [...root.querySelectorAll('ul button.rewrite > .unseen > [lang]')].map(
    ({ textContent }) => textContent ?? '',
  );
  return { category, phrase, message, why, rewrites };
}
