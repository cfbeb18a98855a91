import { browser } from 'wxt/browser';
import { now } from '../clock.ts';
import { loadAddedSites } from '../sites/added.ts';
import type { DayCounts } from '../stats/counts.ts';
import { type Backup, writeBackup } from '../storage/backup.ts';
import { eraseIdentity } from '../storage/identity.ts';
import { eraseSettings, loadBroken, loadSettings, replaceSettings } from '../storage/index.ts';
import { erasePacks } from '../storage/packs.ts';
import { defaults, type Settings } from '../storage/settings.ts';
import { loadSilences } from '../storage/silences.ts';
import { eraseCounts, loadCounts, mergeCounts } from './counts.ts';
import { putPacksBack, takePacks } from './pack-backup.ts';
import { forgetServers } from './server.ts';
import { attempt, type SettingsStore } from './settings.ts';
import type { SitesStore } from './sites.ts';
import { giveUpAll } from './subscriptions.ts';

export type { Backup, BackupFault } from '../storage/backup.ts';
export { isTooLarge, readBackup } from '../storage/backup.ts';

/** All that is set now, from storage and the browser's permissions. */
export async function takeBackup(): Promise<Backup> {
  const [{ settings }, broken, sites, packs, counts, silences] = await Promise.all([
    loadSettings(),
    loadBroken(),
    loadAddedSites(),
    takePacks(),
    // Settings are not to be lost for a broken database.
    loadCounts().catch(() => undefined),
    loadSilences(),
  ]);
  return { settings, sites, packs, ...(counts && { counts, silences }), ...(broken !== undefined && { broken }) };
}

/** The backup as a file: its name and its text. */
export function toFile(backup: Backup): { name: string; text: string } {
  const at = now();
  const day = new Date(at).toISOString().slice(0, 10);
  return { name: `cando-settings-${day}.json`, text: writeBackup(backup, browser.runtime.getManifest().version, at) };
}

/**
 * Puts a backup in the place of all settings. Must be called in a click: the browser may ask for its sites. False when storage
 * refused, and nothing was changed; `sites` tells whether they were allowed.
 */
export async function putBack(
  { settings, sites, packs, counts, silences, broken }: Backup,
  stores: { settings: SettingsStore; sites: SitesStore },
): Promise<{ isDone: boolean; isAllowed: boolean }> {
  const missing = sites.filter((site) => !stores.sites.getState().added.includes(site));
  // First, for after a pause it is no click any more.
  const isAllowed = missing.length === 0 || (await stores.sites.add(missing));
  const isDone = await attempt(stores.settings, async () => {
    if (packs) await putPacksBack(packs);
    await replaceSettings(settings, broken);
    if (counts?.length) await mergeCounts(counts, silences);
  });
  return { isDone, isAllowed };
}

/** As on the first day, but for the workshop and the files of a team: settings, packs but the policy's, what could not be read, the sites that were added, under whom counts leave. */
export async function eraseAll(stores: { settings: SettingsStore; sites: SitesStore }): Promise<boolean> {
  const { added } = stores.sites.getState();
  const isDone = await attempt(stores.settings, async () => {
    await erasePacks();
    await giveUpAll();
    await forgetServers();
    // One that cannot be opened holds nothing to be erased.
    await eraseCounts().catch(() => undefined);
    await eraseSettings();
    await eraseIdentity();
  });
  if (isDone && added.length > 0) await stores.sites.remove(added);
  if (isDone) stores.settings.setState({ broken: [] });
  return isDone;
}

/** What was counted that a file has and we have not, or an earlier account of. */
export function listNewCounts(ours: Pick<Backup, 'counts'>, { counts = [] }: Pick<Backup, 'counts'>): DayCounts[] {
  const known = new Map(ours.counts?.map(({ day, desk, revision }) => [`${day} ${desk}`, revision]));
  return counts.filter(({ day, desk, revision }) => revision > (known.get(`${day} ${desk}`) ?? -1));
}

/** The names of the settings in which two differ. */
export function findChanges(from: Settings, to: Settings): Exclude<keyof Settings, 'version'>[] {
  return (Object.keys(defaults) as (keyof Settings)[])
    .filter((name) => name !== 'version')
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]));
}
