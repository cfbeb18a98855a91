import type { CompiledPack } from './engine/pack.ts';

/**
 * The packs stand in the package once, in a script of their own, which runs ahead of each part that needs them: the coach
 * of a page, the grammar host, the welcome page.
 */
const KEY = Symbol.for('cando.packs');
const world = globalThis as { [KEY]?: readonly CompiledPack[] };

export function shipPacks(packs: readonly CompiledPack[]): void {
  world[KEY] = packs;
}

/** @throws {Error} where the script of the packs has not run */
export function getPacks(): readonly CompiledPack[] {
  if (!world[KEY]) throw new Error('The packs are missing: packs.js runs first.');
  return world[KEY];
}
