/** The demo build also follows packs that this machine serves. */
const isDemo = import.meta.env?.MODE === 'demo';

/** What was typed as the address of a pack, made whole; or why it is none. */
export function readAddress(
  typed: string,
  mayBeLocal = isDemo,
): { url: string; origin: string } | { fault: 'noAddress' | 'notSafe' } {
  const address = typed.trim();
  const url = URL.parse(address.includes('://') ? address : `https://${address}`);
  if (!url || /\s/.test(address) || !/^https?:$/.test(url.protocol)) return { fault: 'noAddress' };
  // A name and password in an address would be stored, and sent to nobody.
  if (url.username || url.password) return { fault: 'noAddress' };
  if (!isSafe(url, mayBeLocal)) return { fault: 'notSafe' };
  if (url.hostname !== 'localhost' && !url.hostname.includes('.')) return { fault: 'noAddress' };
  url.hash = '';
  return { url: url.href, origin: getPattern(url) };
}

/** Whether packs may come from there: over https alone, in the demo build from this machine too. */
export function isSafe(url: URL, mayBeLocal = isDemo): boolean {
  return url.protocol === 'https:' || (mayBeLocal && url.protocol === 'http:' && url.hostname === 'localhost');
}

/** The match pattern of a whole origin, as permissions name it; browsers know no ports in these. */
export function getPattern({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

/** A SHA-256 as people paste it, `sha256:` or the file's name beside it; undefined for what is none. */
export function readPin(typed: string): string | undefined {
  return /^(?:sha256[:-])?([0-9a-f]{64})(?:\s.*)?$/i.exec(typed.trim())?.[1]?.toLowerCase();
}
