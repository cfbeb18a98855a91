import { createCheck, type PageFlag } from '../../../lib/composer/check.ts';
import { blotPlaceholders, OBJECT } from '../../../lib/editors/words.ts';
import { createChecker } from '../../../lib/engine/checker.ts';
import { mergeFindings } from '../../../lib/engine/merge.ts';
import { createScanner } from '../../../lib/engine/scanner.ts';
import type { Context, Rewrite } from '../../../lib/engine/types.ts';
import { readCompiledPacks } from '../../../lib/packs/read.ts';
import { suggestVariety } from '../../../lib/storage/variety.ts';
import type { SeenMark } from './seen.ts';

/** Findings that may be shown or not as yet; with more of them a test waits for the agent's pause. */
const MOST_OPEN = 5;

/** What a check that knows nothing of the past says of a draft. */
export interface FreshCheck {
  /** Marks after a pause, as `toKey` writes them. Several where something was ignored here before. */
  settled: ReadonlySet<string>;
  /** Marks while the agent writes: a finding that words to come could clear may wait. */
  passing: ReadonlySet<string>;
  /** Every flag, the covered and the ignored too. */
  flags: readonly PageFlag[];
}

/** @param languages as in `navigator.languages` of the page */
export function createFreshCheck(context: Context, languages: readonly string[]) {
  const packs = readCompiledPacks();
  const variety = suggestVariety(languages);
  const options = variety ? { variety } : {};
  const scanner = createScanner(packs, options);
  const checker = createChecker(packs, options);
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));

  /** @param isLeftOut findings that count as ignored */
  function run(lines: readonly string[], isLeftOut: (flag: PageFlag) => boolean, passed: number): readonly PageFlag[] {
    const check = createCheck({
      scan: (text) => scanner.scan(text, context),
      findPatterns: (passage) => checker.patterns(passage, context),
      merge: (phrases, patterns) => mergeFindings(phrases, patterns, rules),
      isIgnored: isLeftOut,
      countPassed: () => passed,
    });
    const blocks = lines.map((line, id) => ({ id, text: blotPlaceholders(line) }));
    return check.update(blocks, undefined, true, false, Number.POSITIVE_INFINITY).flags;
  }

  return {
    /**
     * @param ignored wordings that were ignored in this draft: where they stand again they may be marked or not
     * @param passed how many of these were slight
     */
    check(text: string, ignored: ReadonlySet<string> = new Set(), passed = 0): FreshCheck {
      const lines = text.split('\n');
      const flags: PageFlag[] = [];
      const collect = (flag: PageFlag) => {
        flags.push(flag);
        return false;
      };
      run(lines, collect, 0);
      const wasIgnored = flags.filter(({ wording }) => ignored.has(wording.toLowerCase()));
      const mayWait = flags.filter((flag) => flag.tentative && !wasIgnored.includes(flag));
      const list = (open: readonly PageFlag[]) =>
        new Set(
          listSubsets(open).flatMap((out) => {
            const keys = new Set(out.map(({ key }) => key));
            const isOut = ({ key }: PageFlag) => keys.has(key);
            return Array.from({ length: passed + 1 }, (_, some) => toKey(toMarks(lines, run(lines, isOut, some))));
          }),
        );
      const isTooOpen = wasIgnored.length + mayWait.length > MOST_OPEN;
      const settled = list(wasIgnored);
      return { settled, passing: isTooOpen ? settled : list([...wasIgnored, ...mayWait]), flags };
    },
    /** What the draft may read after the first rewrite of one of its flags. */
    listRewritten(text: string, flags: readonly PageFlag[]): Rewritten[] {
      const lines = text.split('\n');
      return flags.flatMap((flag) => {
        if (flag.ruleId === 'blank') return [];
        const line = lines[flag.block.id] ?? '';
        const all = checker.rewrites(flag.block.text, flag, context);
        // What stands for a placeholder cannot be written anew.
        const isWritable = ({ span, text: words }: Rewrite) =>
          !`${flag.block.text.slice(span.start, span.end)}${words}`.includes(OBJECT);
        const rewrite = all.find(isWritable);
        if (!rewrite) return [];
        const { start, end } = rewrite.span;
        const after = line.slice(0, start) + rewrite.text + line.slice(end);
        return [
          { text: lines.with(flag.block.id, after).join('\n'), before: line.slice(start, end), after: rewrite.text },
        ];
      });
    },
  };
}

/** A draft after a rewrite, and what has taken the place of what. */
export interface Rewritten {
  text: string;
  before: string;
  after: string;
}

function toMarks(lines: readonly string[], flags: readonly PageFlag[]): SeenMark[] {
  return flags.map(({ block, span, severity }) => {
    const before = lines.slice(0, block.id).reduce((sum, line) => sum + line.length, 0);
    return { at: before + span.start, text: (lines[block.id] ?? '').slice(span.start, span.end), severity };
  });
}

/** Marks as one line, to compare. */
export function toKey(marks: readonly SeenMark[]): string {
  return marks.map(({ at, text, severity }) => `${at} ${severity} “${text}”`).join(', ');
}

function listSubsets<Value>(values: readonly Value[]): Value[][] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  return listSubsets(rest).flatMap((set) => [set, [first, ...set]]);
}
