import { browser } from 'wxt/browser';
import type { Severity } from './engine/types.ts';

/** White reads on each: contrast 4.5 and more. */
const COLORS: Readonly<Record<Severity, string>> = { error: '#b42b40', warning: '#8f5600', info: '#1c6e85' };
const MOST = 99;

/** Shows the count on the tab's toolbar button; nothing for none. The title says it in words. */
export async function showBadge(tabId: number, count: number, severity: Severity, title: string): Promise<void> {
  const { action } = browser;
  const text = count > MOST ? `${MOST}+` : String(count || '');
  await Promise.all([
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: COLORS[severity] }),
    action.setTitle({ tabId, title }),
    action.setBadgeTextColor?.({ tabId, color: '#fff' }),
  ]);
}
