import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Bridge, getBridge, SITE_LOST, setBridge } from '../lib/composer/bridge.ts';
import { createEarlyKeys } from '../lib/composer/early-keys.ts';
import { findEditor, isUnreadable } from '../lib/composer/find.ts';
import { listen } from '../lib/composer/listen.ts';
import { answerPopup } from '../lib/composer/popup.ts';
import { answer, ask } from '../lib/messages.ts';
import { getAddress } from '../lib/sites/address.ts';
import { createSiteFinder, findSite, isIn, matches } from '../lib/sites/index.ts';

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
    const bridge: Bridge = { signal, isOrphaned: () => ctx.isInvalid, getSites: createSiteFinder() };
    setBridge(bridge);
    let loading: Promise<unknown> | undefined;
    const early = createEarlyKeys(bridge);

    const focus = async (target: Element | null) => {
      const editor = findEditor(target);
      if (editor || isUnreadable(target)) bridge.isUnreadable = !editor;
      if (!editor || (!loading && ctx.isInvalid) || signal.aborted) return;
      // The path is asked at each focus: a desk changes it without loading a page.
      const site = findSite(bridge.getSites(), editor);
      if (!site) return;
      loading ??= ask('script.run', { script: 'coach' }).catch(() => {
        // The extension was just replaced; the next focus tries again.
        loading = undefined;
      });
      await early.keepUntil(loading.then(() => bridge.attach?.(editor, site)));
    };

    listen(focus, early.key, signal);
    answerPopup(bridge);
    const stop = answer({
      'site.lost': ({ origins }) => {
        if (origins.some((origin) => isIn(origin, getAddress()))) ctx.abort(SITE_LOST);
        return true;
      },
    });
    signal.addEventListener('abort', () => browser.runtime?.id && stop());
  },
});
