import { browser } from 'wxt/browser';

/** Sites that the user has added: their script is registered while the browser runs, and stays registered over restarts. */
const ID = 'added-sites';

/**
 * Match patterns that the user has allowed beyond those of the installation. The browser's list of permissions is the truth:
 * what is taken back there is gone here.
 */
export async function loadAddedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { host_permissions: own = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  return origins.filter((origin) => !own.includes(origin)).sort();
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
export function requestSites(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Gives sites back. Sites of the installation cannot be. */
export function removeSites(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Calls back when the user has allowed sites or taken them back, here or in the browser's own settings. */
export function watchSites(onChange: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  });
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
export async function injectIntoOpenTabs(origins: string[]): Promise<void> {
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
