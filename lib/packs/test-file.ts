import { createChecker } from '../engine/checker.ts';
import { createRenames, layerPacks } from '../engine/layers.ts';
import type { CompiledPack, TeamPack } from '../engine/pack.ts';
import { createScanner } from '../engine/scanner.ts';
import { NOT_NEEDED, runRule } from './examples.ts';
import type { PackFileReading } from './pack-file.ts';

/** An example of a pack file, and what came of it. */
export interface ExampleResult {
  /** The rule that it is an example of; of a change, the rule or pack that is changed. */
  ruleId: string;
  /** Where it stands in the file. */
  path: string[];
  /** As it is written. */
  example: string;
  /** What happened instead of what it promises; undefined where it holds. */
  problem: string | undefined;
}

/**
 * Tries the examples of a pack file one after the other, with the packs below it at work: so that a page can stop and go on
 * in between. A sentence of the team is a matter of the team's own rules; what packs below say of it stands beside it, but for
 * what a rewrite brings in.
 *
 * @param pack what the file was compiled to
 * @param below the packs below it, the built-in ones first; an older version of the pack itself is passed over
 * @param only the id of one rule, or of a rule or pack that is changed
 */
export function* testPackFile(
  { file }: PackFileReading,
  pack: TeamPack,
  below: readonly CompiledPack[],
  only?: string,
): Generator<ExampleResult> {
  if (!file) return;
  const others = below.filter(({ id }) => id !== pack.id);
  const checker = createChecker(layer([...others, pack]));
  const tools = {
    checker,
    scanner: createScanner([pack]),
    packs: [pack],
    concerns: (ruleId: string) => ruleId.startsWith(`${pack.id}/`),
  };
  for (const rule of pack.rules) {
    const name = rule.id.slice(pack.id.length + 1);
    const source = Object.hasOwn(file.rules, name) ? file.rules[name] : undefined;
    if (!source || (only !== undefined && rule.id !== only)) continue;
    for (const { path, ...tried } of runRule(rule, source, tools))
      yield { ruleId: rule.id, path: ['rules', name, ...path], ...tried };
  }
  const unchanged = createChecker(layer(others));
  const rename = createRenames(others);
  for (const [was, { off, unless = {} }] of Object.entries(file.changes)) {
    const id = rename(was);
    if (off || (only !== undefined && id !== only)) continue;
    for (const [written, example] of Object.entries(unless)) {
      const isMet = (by: typeof checker) =>
        by.check(example).find(({ ruleId }) => ruleId === id || ruleId.startsWith(`${id}/`));
      const met = isMet(checker);
      const problem = met ? `is flagged by ${met.ruleId}` : isMet(unchanged) ? undefined : NOT_NEEDED;
      yield { ruleId: id, path: ['changes', was, 'unless', written], example, problem };
    }
  }
}

/** Packs with what the team's among them change in those below. */
function layer(packs: readonly CompiledPack[]): CompiledPack[] {
  const isTeam = (pack: CompiledPack): pack is TeamPack => 'changes' in pack;
  const builtIn = packs.filter((pack) => !isTeam(pack));
  return layerPacks(builtIn, packs.filter(isTeam));
}
