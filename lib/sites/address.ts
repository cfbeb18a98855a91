import type { Address } from './index.ts';

/** The page's address; a frame without one of its own (about:blank, srcdoc) has that of the page around it. */
export function getAddress(): Address {
  let frame: Window = window;
  try {
    while (frame.location.protocol === 'about:' && frame.parent !== frame) frame = frame.parent;
    return { protocol: frame.location.protocol, hostname: frame.location.hostname, pathname: frame.location.pathname };
  } catch {
    // Another origin's page: nothing is known, so nothing is done.
    return { protocol: '', hostname: '', pathname: '' };
  }
}
