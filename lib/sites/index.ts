import { getAddress, getHref } from './address.ts';
import type { Site } from './site.ts';

/** Every desk: each file of the folder `desks`, in the order of their names. */
export const sites: readonly Site[] = Object.values(
  import.meta.glob<Site>('./desks/*.ts', { eager: true, import: 'default' }),
);

/** Match patterns of the desks that come with the installation, for the manifest. */
export const matches: string[] = sites.flatMap((site) => (site.isOptional ? [] : site.matches));

/** A reply box anywhere: on the demo desk, and on sites that the user has added. */
export const anywhere: Site = { id: 'anywhere', name: '', matches: [] };

export interface Address {
  protocol: string;
  hostname: string;
  pathname: string;
}

/**
 * The desks that this address belongs to, in the order of the list; none means silence. The script runs on no other pages than
 * desks and sites that the user has added: there a desk is told apart by its composer alone, for a brand's own domain may lead to one.
 */
export function findSites(address: Address): Site[] {
  const hosts = sites.filter((site) => site.matches.some((pattern) => isIn(pattern, address)));
  if (hosts.length > 0) return hosts.filter((site) => isPath(site, address));
  const isWeb = address.protocol === 'https:' || address.protocol === 'http:';
  return isWeb && !isHelpCentre(address) ? [...sites.filter(({ composer }) => composer), anywhere] : [];
}

/** The same for this page, which changes its path without being loaded. Asked at every key: the desks are looked through once an address. */
export function createSiteFinder(): () => readonly Site[] {
  let seen: string | undefined;
  let found: readonly Site[] = [];
  return () => {
    const href = getHref();
    if (href !== seen) found = findSites(getAddress());
    seen = href;
    return found;
  };
}

/**
 * The desk whose composer this is. Otherwise, where the user wants CanDo in any editor of several lines, that; on a desk's own
 * host only while no composer of the desk is on the page.
 */
export function findSite(candidates: readonly Site[], editor: Element): Site | undefined {
  const known = candidates.find(({ composer }) => composer && editor.closest(composer));
  if (known) return known;
  const page = editor.ownerDocument;
  const here = candidates.filter(({ composer }) => composer && page.querySelector(composer));
  const site = candidates.find(({ composer }) => !composer) ?? (here.length > 0 ? undefined : candidates[0]);
  return [site, ...here].some((one) => one?.notComposer && editor.matches(one.notComposer)) ? undefined : site;
}

function isHelpCentre({ pathname }: Address): boolean {
  return pathname.startsWith('/hc/');
}

/** Whether a match pattern for a whole host holds for this address. */
export function isIn(pattern: string, { protocol, hostname }: Address): boolean {
  const [scheme, host = ''] = pattern.replace(/\/\*$/, '').split('://');
  if (protocol !== `${scheme}:`) return false;
  if (!host.startsWith('*.')) return hostname === host;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

function isPath(site: Site, { pathname }: Address): boolean {
  if (site.silentPaths?.some((path) => pathname.startsWith(path))) return false;
  return !site.paths || site.paths.some((path) => pathname.startsWith(path));
}
