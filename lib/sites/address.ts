import type { Address } from './index.ts';

/** The page's address; a frame without one of its own (about:blank, srcdoc, a blob) has that of the page around it. */
export function getAddress(): Address {
  const href = getHref();
  if (href === '') return { protocol: '', hostname: '', pathname: '' };
  const { protocol, hostname, pathname } = new URL(href);
  return { protocol, hostname, pathname };
}

/** The same as it is written; empty where it is another origin's page: nothing is known, so nothing is done. */
export function getHref(): string {
  let frame: Window = window;
  try {
    let { href } = frame.location;
    while (/^(?:about|blob):/.test(href) && frame.parent !== frame) {
      frame = frame.parent;
      href = frame.location.href;
    }
    return href;
  } catch {
    return '';
  }
}
