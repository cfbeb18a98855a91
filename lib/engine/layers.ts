import type { CompiledPack, CompiledRule, RuleChange, TeamPack } from './pack.ts';

/**
 * Packs laid over each other: later ones switch rules of those below off or on, and change how loud they are, what silences
 * them and what they offer, rule by rule. No rule is copied or moved, so that each pack's index still holds.
 */

/**
 * The packs that speak, the built-in ones first. A team pack that bears the id of a pack below is left out, but the later of two
 * team packs of one id replaces the earlier.
 */
export function layerPacks(builtIn: readonly CompiledPack[], team: readonly TeamPack[]): CompiledPack[] {
  const taken = new Set(builtIn.map(({ id }) => id));
  const chosen = [...new Map(team.filter(({ id }) => !taken.has(id)).map((pack) => [pack.id, pack])).values()];
  const rename = createRenames([...builtIn, ...chosen]);
  const layers: CompiledPack[] = [...builtIn];
  for (const pack of chosen) {
    const changes = new Map(Object.entries(pack.changes).map(([id, change]) => [rename(id), change]));
    for (const [at, below] of layers.entries()) layers[at] = changePack(below, changes);
    layers.push(pack);
  }
  return layers;
}

/** The id that a rule has now, by one that it may have had before. */
export function createRenames(packs: readonly CompiledPack[]): (id: string) => string {
  const renamed = new Map(packs.flatMap((pack) => Object.entries(pack.renamed ?? {})));
  return (id) => {
    const before = new Set<string>();
    let now = id;
    // A rule may have been renamed more than once, and a hostile pack may go in circles.
    while (renamed.has(now) && !before.has(now)) {
      before.add(now);
      now = renamed.get(now) as string;
    }
    return now;
  };
}

/**
 * Whether the last of these packs that says so has the rule off.
 *
 * @param rename as `createRenames` makes it
 */
export function isOffIn(team: readonly TeamPack[], rule: string, rename: (id: string) => string): boolean {
  const pack = rule.slice(0, rule.indexOf('/'));
  const said = team.flatMap(({ changes }) => {
    const own = Object.entries(changes).filter(([id]) => rename(id) === rule);
    // What is said of the rule itself goes before what is said of its pack.
    return [changes[pack]?.off, ...own.map(([, { off }]) => off)];
  });
  return said.findLast((off) => off !== undefined) ?? false;
}

function changePack(pack: CompiledPack, changes: ReadonlyMap<string, RuleChange>): CompiledPack {
  const ofPack = changes.get(pack.id);
  if (!ofPack && !pack.rules.some(({ id }) => changes.has(id))) return pack;
  const rules = pack.rules.map((rule) => changeRule(changeRule(rule, ofPack), changes.get(rule.id)));
  return { ...pack, rules };
}

function changeRule(rule: CompiledRule, change: RuleChange | undefined): CompiledRule {
  if (!change) return rule;
  const { off: wasOff, ...rest } = rule;
  const { off = wasOff === true, severity = rule.severity, unless = [], rewrites = [] } = change;
  return {
    ...rest,
    severity,
    unless: [...rule.unless, ...unless],
    rewrites: [...rewrites, ...rule.rewrites],
    ...(off && { off }),
  };
}
