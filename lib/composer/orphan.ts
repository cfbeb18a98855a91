import { i18n } from '#i18n';
import { SITE_LOST } from './bridge.ts';

/** Milliseconds that the line stays. */
const STAY = 12_000;

/**
 * Says once, when the extension is gone from under the page or may no longer read it, how to go on. The words are fetched
 * while there is one.
 */
export function sayGone(signal: AbortSignal): void {
  const refresh = i18n.t('refresh');
  const lost = i18n.t('lost');
  signal.addEventListener(
    'abort',
    () => {
      const host = document.createElement('cando-chip');
      const root = host.attachShadow({ mode: 'open' });
      const line = document.createElement('p');
      line.setAttribute('role', 'status');
      line.textContent = signal.reason === SITE_LOST ? lost : refresh;
      host.style.cssText =
        'all: initial; position: fixed; left: 50%; bottom: 24px; transform: translateX(-50%); z-index: 2147483647';
      line.style.cssText =
        'margin: 0; padding: 10px 16px; border-radius: 8px; background: #22302c; color: #fff; font: 14px/1.4 system-ui, sans-serif; box-shadow: 0 4px 16px rgb(0 0 0 / 25%)';
      root.append(line);
      document.documentElement.append(host);
      setTimeout(() => host.remove(), STAY);
    },
    { once: true },
  );
}
