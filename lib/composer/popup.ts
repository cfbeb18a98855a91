import { browser } from 'wxt/browser';
import { DRAFT_PORT, type FrameReport, type FromFrame } from '../draft-link.ts';
import { getAddress } from '../sites/address.ts';
import { anywhere } from '../sites/index.ts';
import type { Bridge, Port } from './bridge.ts';

/** Tells the popup what this frame is. Once the coach is loaded, it tells of the draft. */
export function answerPopup(bridge: Bridge): void {
  // Told apart among the frames of one tab, no more.
  const frame = Math.random().toString(36).slice(2);
  const listen = (port: Port) => {
    if (port.name !== DRAFT_PORT || port.sender?.id !== browser.runtime.id) return;
    const sites = bridge.getSites();
    const [site] = sites.length > 1 ? [anywhere] : sites;
    const base: FrameReport = {
      frame,
      isTop: window === window.top,
      focusedAt: 0,
      host: getAddress().hostname,
      site: site?.name ?? '',
      state: site ? (bridge.isUnreadable ? 'unsupported' : 'waiting') : 'elsewhere',
      flags: [],
      unshown: 0,
      stepped: [],
    };
    port.postMessage({ report: base } satisfies FromFrame);
    bridge.connectPopup?.(port, base);
  };
  browser.runtime.onConnect.addListener(listen);
  bridge.signal.addEventListener('abort', () => browser.runtime?.onConnect?.removeListener(listen), { once: true });
}
