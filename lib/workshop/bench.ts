import { type Checker, createChecker } from '../engine/checker.ts';
import { createExplain } from '../engine/explain.ts';
import { layerPacks } from '../engine/layers.ts';
import type { CompiledPack, TeamPack } from '../engine/pack.ts';
import type { Rewrite, Severity, Span } from '../engine/types.ts';
import type { ImportFile } from '../import/files.ts';
import { type Glossary, readGlossary } from '../import/glossary.ts';
import { importVale } from '../import/vale/style.ts';
import { summarise } from '../import/vale/summary.ts';
import { type CompiledPackFile, compilePackFile } from '../packs/compile-file.ts';
import { readMark } from '../packs/examples.ts';
import type { PackFault } from '../packs/faults.ts';
import { readPackFile } from '../packs/pack-file.ts';
import { testPackFile } from '../packs/test-file.ts';
import { completeRule } from './complete.ts';
import { compareReplies, type Effect } from './effect.ts';
import { type ExampleResult, toResult } from './examples.ts';
import { type Trace, toTrace } from './trace.ts';

/**
 * Everything that takes long: it reads packs, tries rules on drafts and runs their examples. It runs beside the page, which asks
 * it through `link.ts`; what goes in and out is plain data.
 */
export interface Bench {
  /** The packs of others that are installed here: drafts lie above them. */
  setInstalled(packs: readonly TeamPack[]): void;
  /** What a file comes to: its pack, where one can be made, and all faults. */
  compile(text: string): { pack: TeamPack | undefined; faults: PackFault[] };
  /**
   * The Vale styles of a ZIP archive, or of a folder's files, as packs' files, each with what could not be carried over, in English.
   *
   * @throws {ImportError} in a sentence for people
   */
  importStyles(files: readonly ImportFile[]): { name: string; text: string; told: string }[];
  /** The terms of a CSV file, and the lines of which none could be made. */
  readGlossary(csv: string): Glossary;
  /** Every example of a pack, or of one rule, and what became of it. */
  test(text: string, rule?: string): ExampleResult[];
  /** What a draft of a pack says of a reply: one rule alone, or the pack above all others. */
  check(question: CheckQuestion): Checked;
  /** An example as it would be true now: where the rule marks the text, and how it rewrites it. */
  makeExample(text: string, rule: string, words: string): NewExample;
  /** Begins to compare what is published with a draft. Each `nextEffect` reads some replies more. */
  startEffect(text: string, before: TeamPack | undefined, replies: readonly string[]): PackFault[];
  nextEffect(): { effect: Effect; isDone: boolean } | undefined;
}

export interface CheckQuestion {
  /** The pack's file. */
  text: string;
  /** The rule that speaks alone; the whole pack, over all others, without it. */
  rule?: string | undefined;
  reply: string;
}

export interface Checked {
  flags: CheckedFlag[];
  /** What each rule made of each sentence. */
  traces: Trace[];
}

export interface CheckedFlag {
  ruleId: string;
  severity: Severity;
  span: Span;
  message: string;
  rewrites: Rewrite[];
}

export type NewExample = { kind: 'wrong'; text: string; expected: string | null } | { kind: 'right'; text: string };

/** Replies that are compared at a time. */
const SLICE = 20;
/** Compiled files that are remembered: a draft, the same completed, and those before them. */
const KEPT = 6;

/** @param builtIn the packs that lie below all others */
export function createBench(builtIn: readonly CompiledPack[]): Bench {
  let installed: readonly TeamPack[] = [];
  const compiled = new Map<string, CompiledPackFile>();
  let current: { key: string; checker: Checker; layers: CompiledPack[]; off: Set<string> } | undefined;
  let running: Iterator<Effect, Effect> | undefined;

  function compile(text: string): CompiledPackFile {
    const known = compiled.get(text);
    if (known) return known;
    const reading = readPackFile('pack.yaml', text);
    const others = installed.filter(({ id }) => id !== reading.file?.id);
    const made = compilePackFile(reading, [...builtIn, ...others]);
    if (compiled.size >= KEPT) compiled.delete([...compiled.keys()][0] as string);
    compiled.set(text, made);
    return made;
  }

  /** All packs as they would be with this one, in the place of its published version. */
  function layer(pack: TeamPack | undefined, id = pack?.id): CompiledPack[] {
    const others = installed.filter((one) => one.id !== id);
    return layerPacks(builtIn, pack ? [...others, pack] : others);
  }

  function getChecker(text: string, rule: string | undefined) {
    const key = JSON.stringify([text, rule]);
    if (current?.key === key) return current;
    const { pack } = compile(rule === undefined ? text : completeRule(text, rule));
    const layers = layer(pack);
    const alone = rule === undefined ? undefined : `${pack?.id}/${rule}`;
    const ids = layers.flatMap(({ rules }) => rules.map(({ id }) => id));
    const off = new Set(alone === undefined ? [] : ids.filter((id) => id !== alone));
    current = { key, checker: createChecker(layers, { off }), layers, off };
    return current;
  }

  const bench: Bench = {
    setInstalled(packs) {
      installed = packs;
      compiled.clear();
      current = undefined;
    },
    compile,
    readGlossary,
    importStyles: (files) =>
      importVale(files, builtIn).map((style) => ({
        name: style.name,
        text: style.yaml,
        told: summarise(style),
      })),
    test(text, rule) {
      const reading = readPackFile('pack.yaml', text);
      const { pack } = compile(text);
      if (!pack) return [];
      const only = rule === undefined ? undefined : `${pack.id}/${rule}`;
      return [...testPackFile(reading, pack, [...builtIn, ...installed], only)].map(toResult);
    },
    check({ text, rule, reply }) {
      const { checker, layers, off } = getChecker(text, rule);
      const rules = new Map(layers.flatMap((pack) => pack.rules.map((one) => [one.id, one])));
      const explained = createExplain(layers, checker, { off })(reply);
      return {
        flags: checker
          .check(reply)
          .map(({ ruleId, severity, span, message, rewrites }) => ({ ruleId, severity, span, message, rewrites })),
        traces: explained.flatMap(({ matches }) =>
          matches.flatMap((match) => {
            const met = rules.get(match.ruleId);
            return met ? [toTrace(match, reply, met)] : [];
          }),
        ),
      };
    },
    makeExample(text, rule, words) {
      const reply = readMark(words).span ? readMark(words).text : words;
      const { checker } = getChecker(text, rule);
      const flag = checker.check(reply).find(({ ruleId }) => ruleId.endsWith(`/${rule}`));
      if (!flag) return { kind: 'right', text: reply };
      const { start, end } = flag.span;
      const [rewrite] = flag.rewrites;
      return {
        kind: 'wrong',
        text: `${reply.slice(0, start)}<${reply.slice(start, end)}>${reply.slice(end)}`,
        expected: rewrite ? reply.slice(0, rewrite.span.start) + rewrite.text + reply.slice(rewrite.span.end) : null,
      };
    },
    startEffect(text, before, replies) {
      const { pack, faults } = compile(text);
      running = pack && compareReplies(layer(before, pack.id), layer(pack), replies);
      return faults;
    },
    nextEffect() {
      for (let count = 1; running; count++) {
        const { value: effect, done } = running.next();
        if (done) running = undefined;
        if (done || count >= SLICE) return { effect, isDone: done === true };
      }
      return undefined;
    },
  };
  return bench;
}
