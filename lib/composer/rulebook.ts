import { layerPacks } from '../engine/layers.ts';
import type { CompiledPack, CompiledRule, TeamPack } from '../engine/pack.ts';
import { createScanner, type Scanner } from '../engine/scanner.ts';
import type { SettingsInForce } from '../storage/policy.ts';
import { getVariety } from '../storage/variety.ts';
import { chooseVoices, type Voices } from './voices.ts';

/** Milliseconds of work at a stretch; a frame has 16. */
const SLICE = 5;
/** Sentences that take the scanner through most of its ways. */
const WARMING = [
  "We can't do that until Monday.",
  "It isn't our policy (see [by when]).",
  'Unfortunately, they will not.',
];

/** The rules as they are at one time, the built-in ones and the team's. */
export interface Rulebook {
  readonly rules: ReadonlyMap<string, CompiledRule>;
  /** The packs' names, by their ids. */
  readonly categories: ReadonlyMap<string, string>;
  readonly scanner: Scanner;
  readonly voices: Voices;
}

export const NO_RULES: Rulebook = {
  rules: new Map(),
  categories: new Map(),
  scanner: createScanner([]),
  voices: { off: new Set(), severities: {}, faded: [] },
};

/**
 * Makes a rulebook in tasks of their own: the page draws and takes keys in between. Undefined when it is not wanted any more.
 * Packs of the team that the engine stumbles over are left out, all of them: built-in rules speak in any case.
 */
export async function makeRulebook(
  builtIn: readonly CompiledPack[],
  team: readonly TeamPack[],
  settings: SettingsInForce,
  isStale: () => boolean,
): Promise<Rulebook | undefined> {
  try {
    const packs = layerPacks(builtIn, team);
    const rules = new Map(packs.flatMap((pack) => pack.rules).map((rule) => [rule.id, rule]));
    const voices = chooseVoices([...rules.values()], settings);
    const variety = getVariety(settings.variety);
    const scanner = createScanner(packs, { off: voices.off, ...(variety && { variety }) });
    let since = performance.now();
    while (scanner.prepare()) {
      if (performance.now() - since < SLICE) continue;
      await nextTask();
      if (isStale()) return undefined;
      since = performance.now();
    }
    return isStale()
      ? undefined
      : { rules, categories: new Map(packs.map(({ id, name }) => [id, name])), scanner, voices };
  } catch (error) {
    if (team.length === 0) throw error;
    return makeRulebook(builtIn, [], settings, isStale);
  }
}

/** The first sentences cost as much as the next fifty. */
export async function warmUp({ scanner }: Rulebook): Promise<void> {
  for (const sentence of WARMING) {
    scanner.scan(sentence);
    await nextTask();
  }
}

/** Nobody types in a tab that is not seen, and its timers are slow. */
function nextTask(): Promise<void> | undefined {
  return document.hidden ? undefined : new Promise((resolve) => setTimeout(resolve));
}
