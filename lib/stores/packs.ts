import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PackFile } from '../packs/pack-schema.ts';
import { followPacks, type InstalledPack, loadPackText, type ReadPacks } from '../storage/packs.ts';

export interface PacksState {
  /** The lowest first. */
  installed: readonly InstalledPack[];
  /** Ids of packs that could not be read and are left out. */
  broken: readonly string[];
  /** What the packs were written as, by their ids; a moment later than the packs. */
  files: ReadonlyMap<string, PackFile>;
  status: 'loading' | 'ready' | 'unreadable';
}

export type PacksStore = StoreApi<PacksState>;

/** Mirrors the installed packs. Storage is the truth: `lib/storage/packs.ts` changes them. */
export function createPacksStore(signal: AbortSignal): PacksStore {
  const store = createStore<PacksState>(() => ({ installed: [], broken: [], files: new Map(), status: 'loading' }));
  const take = async ({ packs: installed, broken }: ReadPacks) => {
    store.setState({ installed, broken, status: 'ready' });
    const files = await readFiles(installed);
    if (store.getState().installed === installed) store.setState({ files });
  };
  followPacks((read) => void take(read).catch(() => undefined), signal).catch(() =>
    store.setState({ status: 'unreadable' }),
  );
  return store;
}

async function readFiles(installed: readonly InstalledPack[]): Promise<Map<string, PackFile>> {
  if (installed.length === 0) return new Map();
  // Reading packs takes a YAML parser, which a page without any needs not.
  const { readPackFile } = await import('../packs/pack-file.ts');
  const files = await Promise.all(
    installed.map(async ({ pack: { id, name }, sha256 }) => {
      const text = await loadPackText(sha256);
      const file = text === undefined ? undefined : readPackFile(name, text).file;
      return file ? [[id, file] as const] : [];
    }),
  );
  return new Map(files.flat());
}
