import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Bridge, getBridge, setBridge } from '../lib/composer/bridge.ts';
import { findEditor } from '../lib/composer/find.ts';
import { getAddress } from '../lib/sites/address.ts';
import { findSite, findSites, matches } from '../lib/sites/index.ts';

/** Waits for a reply box to be focused. Everything else is loaded then, and only then. */
export default defineContentScript({
  matches,
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main(ctx) {
    const earlier = getBridge();
    if (earlier && !earlier.signal.aborted) return;
    const { signal } = ctx;
    const bridge: Bridge = { signal, isOrphaned: () => ctx.isInvalid };
    setBridge(bridge);
    let loading: Promise<unknown> | undefined;

    const focus = async (target: EventTarget | null | undefined) => {
      const editor = findEditor(target);
      if (!editor || (!loading && ctx.isInvalid)) return;
      // The path is asked at each focus: a desk changes it without loading a page.
      const site = findSite(findSites(getAddress(), import.meta.env.MODE === 'demo'), editor);
      if (!site) return;
      loading ??= import(/* @vite-ignore */ browser.runtime.getURL('/coach.js')).catch(() => {
        // The extension was just replaced; the next focus tries again.
        loading = undefined;
      });
      await loading;
      bridge.attach?.(editor, site);
    };

    window.addEventListener('focusin', (event) => focus(event.composedPath()[0]), { capture: true, signal });
    // Registered at document_start, so ahead of the page's own listeners.
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, (event) => event.isTrusted && bridge.key?.(event), { capture: true, signal });
    }
    if (document.activeElement !== document.body) focus(document.activeElement);
  },
});
