import { changePacks, loadPacks, loadPackText } from '../storage/packs.ts';
import type { Host } from './host.ts';

/** Compiles the installed packs anew, for another version of CanDo may take them otherwise. One of which nothing comes stays as it is. */
export async function recompilePacks(host: Host): Promise<void> {
  const { packs } = await loadPacks();
  const read = await Promise.all(
    packs.map(async ({ pack, sha256 }) => ({ sha256, name: pack.name, text: await loadPackText(sha256) })),
  );
  const texts = read.flatMap(({ text, ...one }) => (text === undefined ? [] : [{ ...one, text }]));
  if (texts.length === 0) return;
  const compiled = await host.compile({ texts: texts.map(({ name, text }) => ({ name, text })), known: [] });
  const made = new Map(texts.map(({ sha256 }, at) => [sha256, compiled[at]?.pack]));
  await changePacks((now) => now.map((one) => ({ ...one, pack: made.get(one.sha256) ?? one.pack })));
}
