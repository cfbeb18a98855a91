import type { sites } from '../../lib/sites/index.ts';

type Site = (typeof sites)[number];

/** A line of the list of sites. */
export interface SiteLine {
  name: string;
  hosts: readonly string[];
  origins: readonly string[];
}

/**
 * What is listed: the desks of the installation, what was added (match patterns, told by their desk's name where it is one), and
 * hosts that were switched off by themselves.
 */
export function listSites(
  desks: readonly Site[],
  added: readonly string[],
  off: readonly string[],
): { own: SiteLine[]; more: SiteLine[]; hosts: SiteLine[] } {
  const own = desks.filter((desk) => !desk.isOptional).map(toLine);
  const further = desks.filter((desk) => isAdded(desk, added)).map(toLine);
  const known = further.flatMap(({ origins }) => origins);
  const others = added.filter((origin) => !known.includes(origin)).map((origin) => toOther(origin));
  const named = [...own, ...further, ...others].flatMap(({ hosts }) => hosts);
  const hosts = off
    .filter((host) => !named.includes(host))
    .map((host) => ({ name: host, hosts: [host], origins: [] }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { own, more: [...further, ...others], hosts };
}

/** Whether a desk that does not come with the installation was added. */
export function isAdded(desk: Site, added: readonly string[]): boolean {
  return desk.isOptional === true && desk.matches.every((origin) => added.includes(origin));
}

/** The host of a match pattern: `https://*.acme.example/*` gives `*.acme.example`. */
export function getHost(origin: string): string {
  return origin.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '');
}

function toLine({ name, matches }: Site): SiteLine {
  return { name, hosts: matches.map(getHost), origins: matches };
}

function toOther(origin: string): SiteLine {
  return { name: getHost(origin), hosts: [getHost(origin)], origins: [origin] };
}
