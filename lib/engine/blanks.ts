import type { CompiledPack } from './pack.ts';
import type { Blank } from './types.ts';

/**
 * Blanks are plain text in square brackets, `[by when]`. Only names that a pack's rewrites use count, so that a
 * footnote "[1]" or a tag "[EXT]" in a reply is left alone.
 */
const BLANK = /\[([^[\]\n]{1,60})\]/g;

export function findBlanks(text: string): Blank[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(BLANK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] as string,
  }));
}

/** The names of all blanks that these packs can leave open, in lower case. */
export function collectBlankNames(packs: readonly CompiledPack[]): Set<string> {
  const names = new Set<string>();
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    for (const rewrite of rule.rewrites) for (const blank of findBlanks(rewrite)) names.add(blank.name.toLowerCase());
  }
  return names;
}
