import { ask } from '../messages.ts';
import type { BackupPack } from '../storage/backup.ts';
import { changePacks, getSha256, type InstalledPack, loadPacks, loadPackText } from '../storage/packs.ts';

/** The installed packs, but the policy's, as they go into a file. One whose text is lost is left out. */
export async function takePacks(): Promise<BackupPack[]> {
  const { packs } = await loadPacks();
  const all = await Promise.all(
    packs.map(async ({ pack: { name }, isOn, source, sha256 }) => {
      const text = await loadPackText(sha256);
      return text === undefined || source.kind === 'policy' ? [] : [{ name, text, isOn, source }];
    }),
  );
  return all.flat();
}

/**
 * Puts packs in the place of all but the policy's. What a file holds is compiled like any other text; a pack of which nothing can
 * be made is left out.
 *
 * @throws {PacksTooLarge}
 * @throws {StorageFailure} nothing is changed then
 */
export async function putPacksBack(packs: readonly BackupPack[]): Promise<void> {
  const texts: Record<string, string> = {};
  const installed: InstalledPack[] = [];
  if (packs.length > 0) {
    await ask('grammar.start', {});
    const compiled = await ask('host.compile', { texts: packs.map(({ name, text }) => ({ name, text })), known: [] });
    for (const [at, { text, isOn, source }] of packs.entries()) {
      const pack = compiled[at]?.pack;
      if (!pack) continue;
      const sha256 = await getSha256(text);
      texts[sha256] = text;
      installed.push({ pack, isOn, source, sha256 });
    }
  }
  await changePacks((now) => [...installed, ...now.filter(({ source }) => source.kind === 'policy')], texts);
}
