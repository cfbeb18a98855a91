import { i18n } from '#i18n';
import { SITE_LOST } from './bridge.ts';
import { createHost, readLanguage } from './host.ts';
import style from './orphan.css?inline';
import type { Look } from './view.ts';

/** Milliseconds that the line stays, unless the agent closes it or is in it. */
const STAY = 20_000;

/**
 * Says once, when the extension is gone from under the page or may no longer read it, how to go on. The words are fetched
 * while there is one.
 */
export function sayGone(signal: AbortSignal, look: Look): void {
  const words = { refresh: i18n.t('refresh'), lost: i18n.t('lost'), close: i18n.t('closeLine') };
  const language = readLanguage();
  const show = () => {
    const { host, root } = createHost(document, 'cando-chip', [look.tokens, style], language);
    host.dataset.theme = look.theme ?? 'system';
    const box = document.createElement('div');
    const line = document.createElement('p');
    const button = document.createElement('button');
    line.setAttribute('role', 'status');
    button.type = 'button';
    button.textContent = words.close;
    button.addEventListener('click', () => host.remove());
    box.append(line, button);
    root.append(box);
    document.documentElement.append(host);
    // A screen reader reads what changes in a line that is there already.
    setTimeout(() => {
      line.textContent = signal.reason === SITE_LOST ? words.lost : words.refresh;
    });
    const leave = () => (host.matches(':hover, :focus-within') ? setTimeout(leave, STAY) : host.remove());
    setTimeout(leave, STAY);
  };
  signal.addEventListener('abort', show, { once: true });
}
