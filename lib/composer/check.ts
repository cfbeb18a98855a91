import type { Block, Caret } from '../editors/editor.ts';
import { findDraftEnd } from '../engine/exclusions.ts';
import type { Finding, Span } from '../engine/types.ts';

/** A finding on the page, in a block as it reads now. */
export interface PageFlag extends Finding {
  /** The same while the draft is edited around it. */
  key: string;
  block: Block;
  wording: string;
}

export interface Scan {
  findings: Finding[];
  /** Sentences that pattern rules must be asked about. */
  unsure: Span[];
}

export interface CheckOptions {
  scan(text: string): Scan;
  /** Findings of pattern rules in a sentence; undefined while they are not known, which asks for them. */
  findPatterns(sentence: string): readonly Finding[] | undefined;
  /** Joins the findings of both, where they overlap. */
  merge(phrases: readonly Finding[], patterns: readonly Finding[]): Finding[];
  isIgnored(flag: PageFlag): boolean;
}

export interface Update {
  flags: readonly PageFlag[];
  /** Blocks whose marks must be drawn anew. */
  repaint: ReadonlyMap<Block, readonly PageFlag[]>;
}

interface Row {
  block: Block;
  scan: Scan;
  flags: readonly PageFlag[];
  /** Findings that were shown: words typed later may make them doubtful, but a mark does not flicker. */
  settled: ReadonlySet<string>;
  isWaiting: boolean;
}

/** Checks a draft block by block: a block that did not change is not looked at again. */
export function createCheck({ scan, findPatterns, merge, isIgnored }: CheckOptions) {
  let rows = new Map<number, Row>();

  function getShown(row: Row, caret: Caret | undefined, hasPaused: boolean): PageFlag[] {
    const settled = new Set<string>();
    const counts = new Map<string, number>();
    row.isWaiting = false;
    const shown = collect(row).flatMap((finding) => {
      const wording = row.block.text.slice(finding.span.start, finding.span.end);
      const ordinal = (counts.get(finding.ruleId) ?? 0) + 1;
      counts.set(finding.ruleId, ordinal);
      const flag = { ...finding, wording, block: row.block, key: `${row.block.id} ${finding.ruleId} ${ordinal}` };
      if (isIgnored(flag)) return [];
      const mayClear =
        finding.tentative && !hasPaused && !row.settled.has(flag.key) && isIn(caret, row.block, finding.sentence);
      if (mayClear) {
        row.isWaiting = true;
        return [];
      }
      settled.add(flag.key);
      return [flag];
    });
    row.settled = settled;
    return shown;
  }

  function collect({ block, scan: { findings, unsure } }: Row): Finding[] {
    const patterns = unsure.flatMap(({ start, end }) =>
      (findPatterns(block.text.slice(start, end)) ?? []).map((finding) => shift(finding, start)),
    );
    return patterns.length > 0 ? merge(findings, patterns) : findings;
  }

  return {
    /**
     * @param hasPaused the agent has stopped typing: nothing needs to wait any more.
     * @param isStale settings, reader or pattern findings have changed: look at every block again.
     */
    update(blocks: readonly Block[], caret: Caret | undefined, hasPaused: boolean, isStale = false): Update {
      const draft = blocks.slice(0, findDraftEnd(blocks.map((block) => block.text)));
      const before = rows;
      rows = new Map();
      const repaint = new Map<Block, readonly PageFlag[]>();
      const flags: PageFlag[] = [];
      for (const block of draft) {
        const old = before.get(block.id);
        const isSame = old?.block === block && !isStale;
        const row = isSame
          ? old
          : { block, scan: scan(block.text), flags: [], settled: old?.settled ?? new Set<string>(), isWaiting: false };
        rows.set(block.id, row);
        if (!isSame || row.isWaiting || row.scan.unsure.length > 0) {
          const shown = getShown(row, caret, hasPaused);
          if (!isSame || !isSameFlags(shown, row.flags)) repaint.set(block, shown);
          row.flags = shown;
        }
        flags.push(...row.flags);
      }
      for (const block of blocks.slice(draft.length)) if (before.has(block.id)) repaint.set(block, []);
      return { flags, repaint };
    },
    /** Forgets the scans, so that the next update scans anew. */
    reset() {
      rows = new Map();
    },
  };
}

function isIn(caret: Caret | undefined, block: Block, { start, end }: Span): boolean {
  return caret?.block.id === block.id && caret.offset >= start && caret.offset <= end;
}

function isSameFlags(a: readonly PageFlag[], b: readonly PageFlag[]): boolean {
  return (
    a.length === b.length && a.every((flag, index) => flag.key === b[index]?.key && flag.span.end === b[index].span.end)
  );
}

function shift(finding: Finding, by: number): Finding {
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  return { ...finding, span: move(finding.span), sentence: move(finding.sentence) };
}
