import { browser } from 'wxt/browser';
import { changePackOrigins, loadPackOrigins, watchPackOrigins } from '../storage/pack-origins.ts';

/** Sites that the user has added: their script is registered while the browser runs, and stays registered over restarts. */
const ID = 'added-sites';

/**
 * Match patterns that the user has allowed beyond those of the installation. The browser's list of permissions is the truth:
 * what is taken back there is gone here.
 */
export async function loadAddedSites(): Promise<string[]> {
  const [{ origins = [] }, forPacks] = await Promise.all([browser.permissions.getAll(), loadPackOrigins()]);
  const others = [...getOwnOrigins(), ...forPacks];
  return origins.filter((origin) => !others.includes(origin)).sort();
}

function getOwnOrigins(): string[] {
  return (browser.runtime.getManifest() as { host_permissions?: string[] }).host_permissions ?? [];
}

/** Which of these match patterns the browser withholds, though the installation names them. */
export async function loadDeniedSites(origins: readonly string[]): Promise<string[]> {
  const allowed = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => !allowed[index]);
}

/** The match pattern for all of a site; undefined for what no extension may work on. */
export function getOrigin(address: string): string | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : undefined;
}

/** Asks the user for these sites. Must be called from a click. False when the answer was no. */
export async function requestSites(origins: string[]): Promise<boolean> {
  const isAllowed = await browser.permissions.request({ origins });
  // One that was read for a pack alone is coached from now on.
  if (isAllowed) await changePackOrigins((list) => list.filter((one) => !origins.includes(one)));
  return isAllowed;
}

/**
 * Asks the user for an origin, to read a pack there; nobody is coached there for that. Must be called from a click. False when the
 * answer was no.
 *
 * @param isCoached whether the origin is one of the sites already
 */
export async function requestPackOrigin(origin: string, isCoached: boolean): Promise<boolean> {
  if (isCoached || getOwnOrigins().includes(origin)) return true;
  // Written while the browser asks, for the worker hears of a yes at once.
  const written = changePackOrigins((list) => [...list, origin]);
  const isAllowed = await browser.permissions.request({ origins: [origin] });
  await written;
  if (!isAllowed) await changePackOrigins((list) => list.filter((one) => one !== origin));
  return isAllowed;
}

/** Gives an origin back that was asked for a pack alone. */
export async function removePackOrigin(origin: string): Promise<void> {
  if (!(await loadPackOrigins()).includes(origin)) return;
  await browser.permissions.remove({ origins: [origin] });
  await changePackOrigins((list) => list.filter((one) => one !== origin));
}

/** Whether this origin was asked for a pack alone. */
export async function isForPackAlone(origin: string): Promise<boolean> {
  return (await loadPackOrigins()).includes(origin);
}

/** Gives sites back. Sites of the installation cannot be. */
export function removeSites(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Calls back when the user has allowed sites or taken them back, here or in the browser's own settings. */
export function watchSites(onChange: () => void, signal: AbortSignal): void {
  watchPackOrigins(onChange, signal);
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  });
}

/** Coaches from now on at origins that were read for a pack alone, when the user adds them as sites. For the background alone. */
export function followPackOrigins(signal: AbortSignal): void {
  watchPackOrigins(async (gone) => {
    const added = await loadAddedSites();
    const begun = gone.filter((origin) => added.includes(origin));
    if (begun.length === 0) return;
    await registerAddedSites();
    await injectIntoOpenTabs(begun);
  }, signal);
}

/** Registers the content script for the sites that the user has added, as they are now. For the background alone. */
export async function registerAddedSites(): Promise<void> {
  const matches = await loadAddedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: getContentScripts(), matches, allFrames: true, matchOriginAsFallback: true };
  const whole = { ...script, runAt: 'document_start' as const, persistAcrossSessions: true };
  if (registered.length > 0) await browser.scripting.updateContentScripts([whole]);
  else await browser.scripting.registerContentScripts([whole]);
}

/** Brings the content script into tabs of these sites that were open before. For the background alone. */
export async function injectIntoOpenTabs(allowed: string[]): Promise<void> {
  const forPacks = await loadPackOrigins();
  const origins = allowed.filter((origin) => !forPacks.includes(origin));
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins }) : [];
  await Promise.all(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded
        ? undefined
        : browser.scripting
            .executeScript({
              target: { tabId: id, allFrames: true },
              files: getContentScripts() as ['/content-scripts/composer.js'],
            })
            // A page of the browser's own, or an error page: nothing to coach there.
            .catch(() => undefined),
    ),
  );
}

function getContentScripts(): string[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js = [] }) => js);
}
