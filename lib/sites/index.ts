import type { Site } from './site.ts';

/** Every desk: each file of the folder `desks`, in the order of their names. */
export const sites: readonly Site[] = Object.values(
  import.meta.glob<Site>('./desks/*.ts', { eager: true, import: 'default' }),
);

/** Match patterns of all desks, for the manifest. */
export const matches: string[] = sites.flatMap((site) => site.matches);

/** A reply box anywhere: on the demo desk, and later on sites that the agent has added. */
const anywhere: Site = { id: 'anywhere', name: '', matches: [] };

export interface Address {
  protocol: string;
  hostname: string;
  pathname: string;
}

/**
 * The desks that this address belongs to, in the order of the list; none means silence.
 * @param isDemo the demo build: on localhost every desk is told apart by its page alone.
 */
export function findSites(address: Address, isDemo = false): Site[] {
  if (isDemo && address.hostname === 'localhost') return isHelpCentre(address) ? [] : [...sites, anywhere];
  return sites.filter((site) => site.matches.some((pattern) => isHost(pattern, address)) && isPath(site, address));
}

/** The desk whose composer this is; where no composer of a desk is on the page, the first desk. */
export function findSite(candidates: readonly Site[], editor: Element): Site | undefined {
  const known = candidates.find((site) => site.composer && editor.closest(site.composer));
  if (known) return known;
  return candidates.find((site) => !site.composer || !editor.ownerDocument.querySelector(site.composer));
}

function isHelpCentre({ pathname }: Address): boolean {
  return pathname.startsWith('/hc/');
}

function isHost(pattern: string, { protocol, hostname }: Address): boolean {
  const [scheme, host = ''] = pattern.replace(/\/\*$/, '').split('://');
  if (protocol !== `${scheme}:`) return false;
  if (!host.startsWith('*.')) return hostname === host;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

function isPath(site: Site, { pathname }: Address): boolean {
  if (site.silentPaths?.some((path) => pathname.startsWith(path))) return false;
  return !site.paths || site.paths.some((path) => pathname.startsWith(path));
}
