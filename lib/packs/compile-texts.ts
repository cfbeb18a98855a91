import type { CompiledPack, TeamPack } from '../engine/pack.ts';
import { compilePackFile } from './compile-file.ts';
import type { PackFault } from './faults.ts';
import { readPackFile } from './pack-file.ts';

/** What came of the text of a pack. */
export interface CompiledText {
  pack: TeamPack | undefined;
  faults: PackFault[];
}

/**
 * Reads and compiles the texts of packs, each above those before it. Never throws.
 *
 * @param known the packs below them
 */
export function compileTexts(
  texts: readonly { name: string; text: string }[],
  known: readonly CompiledPack[],
): CompiledText[] {
  const below = [...known];
  return texts.map(({ name, text }) => {
    const { pack, faults } = compilePackFile(readPackFile(name, text), below);
    if (pack) below.push(pack);
    return { pack, faults };
  });
}
