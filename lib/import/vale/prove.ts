import { createChecker } from '../../engine/checker.ts';
import type { CompiledPack } from '../../engine/pack.ts';
import { readMark, runExamples } from '../../packs/examples.ts';
import type { ReadPack } from '../../packs/read.ts';
import { compileConverted, type Header } from './compile.ts';
import type { Converted } from './convert.ts';
import { FRAMES } from './entry.ts';

/** Of each rule; more prove nothing more. */
const MOST_WRONG = 4;
const MOST_RIGHT = 2;
const MOST_EXCEPTIONS = 100;
const MOST_ROUNDS = 4;

/**
 * Gives rules the examples that they were seen to keep: sentences made of what each rule meets, run through the engine with the
 * packs below. An exception stays where a sentence shows that it is needed.
 */
export function proveRules(header: Header, rules: Map<string, Converted>, below: readonly CompiledPack[]): void {
  for (const { rule, draft } of rules.values()) {
    const excepted = draft.exceptions.slice(0, MOST_EXCEPTIONS).filter((text) => /^[\p{L}\p{N}' -]+$/u.test(text));
    if (rule && excepted.length > 0)
      rule.unless = Object.fromEntries(excepted.map((text) => [text.toLowerCase(), `Please see ${text} for this.`]));
  }
  let pack = compileConverted(header, rules, below);
  const checker = createChecker([...below, pack]);
  for (const [name, { rule, draft }] of rules) {
    if (!rule) continue;
    const id = `${pack.id}/${name}`;
    for (const marked of [...draft.sentences, ...frameAll(draft.samples)]) {
      if (Object.keys(rule.examples.wrong).length >= MOST_WRONG) break;
      const { text } = readMark(marked);
      const flag = checker.check(text).find(({ ruleId }) => ruleId === id);
      const [first] = flag?.rewrites ?? [];
      const corrected = first ? text.slice(0, first.span.start) + first.text + text.slice(first.span.end) : null;
      rule.examples.wrong[marked] = corrected;
      if (corrected !== null && rule.examples.right.length < MOST_RIGHT) rule.examples.right.push(corrected);
    }
  }
  // What is dropped may be what another needed.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const dropped = dropBroken(pack, rules, below);
    if (dropped === 'nothing') return;
    if (dropped === 'exceptions') pack = compileConverted(header, rules, below);
  }
}

/** Takes out the examples and exceptions that do not hold. */
function dropBroken(
  pack: ReadPack,
  rules: ReadonlyMap<string, Converted>,
  below: readonly CompiledPack[],
): 'nothing' | 'examples' | 'exceptions' {
  const silent = below.map((one) => ({ ...one, sources: new Map() }));
  const { failures } = runExamples([...silent, { ...pack, sources: readExamples(pack, rules) }], `${pack.id}/`);
  let dropped: 'nothing' | 'examples' | 'exceptions' = failures.length > 0 ? 'examples' : 'nothing';
  for (const { ruleId, example } of failures) {
    const rule = rules.get(ruleId.slice(pack.id.length + 1))?.rule;
    if (!rule) continue;
    delete rule.examples.wrong[example];
    rule.examples.right = rule.examples.right.filter((text) => text !== example);
    const kept = Object.entries(rule.unless ?? {}).filter(([, text]) => text !== example);
    if (kept.length < Object.keys(rule.unless ?? {}).length) dropped = 'exceptions';
    if (kept.length > 0) rule.unless = Object.fromEntries(kept);
    else delete rule.unless;
  }
  return dropped;
}

/** The sources of a pack with the examples that its rules have by now. */
function readExamples({ id, sources }: ReadPack, rules: ReadonlyMap<string, Converted>): ReadPack['sources'] {
  const read = [...rules].flatMap(([name, { rule }]) => {
    const source = sources.get(`${id}/${name}`);
    return rule && source
      ? [[`${id}/${name}`, { ...source, rule: { ...source.rule, examples: rule.examples } }] as const]
      : [];
  });
  return new Map(read);
}

/** Each sample in a sentence, the first frames first, so that the examples differ. */
function frameAll(samples: readonly string[]): string[] {
  const spread = samples.filter((_, at) => at % Math.max(1, Math.floor(samples.length / MOST_WRONG)) === 0);
  return spread.slice(0, 8).flatMap((sample) => FRAMES.slice(0, 1).map((frame) => frame(`<${sample.trim()}>`)));
}
