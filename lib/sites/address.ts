import type { Address } from './index.ts';

/** The page's address; a frame without one of its own (about:blank, srcdoc, a blob) has that of the page around it. */
export function getAddress(): Address {
  let frame: Window = window;
  try {
    while (/^(?:about|blob):/.test(frame.location.protocol) && frame.parent !== frame) frame = frame.parent;
    return { protocol: frame.location.protocol, hostname: frame.location.hostname, pathname: frame.location.pathname };
  } catch {
    // Another origin's page: nothing is known, so nothing is done.
    return { protocol: '', hostname: '', pathname: '' };
  }
}
