import type { Block, Caret } from '../editors/editor.ts';
import { endsDraft } from '../engine/exclusions.ts';
import { type Scan, shiftFinding } from '../engine/scanner.ts';
import { findCovered, isSlight, limitLowest, MOST_LOWEST, pickShown } from '../engine/shown.ts';
import type { Finding, Passage, Span } from '../engine/types.ts';

/** Milliseconds of checking at a stretch; a frame has 16. */
const SLICE = 5;

/** A finding on the page, in a block as it reads now. */
export interface PageFlag extends Finding {
  /** The same while the draft is edited around it. */
  key: string;
  block: Block;
  wording: string;
  /** Flags of other categories that speak of the same words and yield to it. */
  covered: readonly PageFlag[];
}

export interface CheckOptions {
  scan(text: string): Scan;
  /** Findings of pattern rules in a sentence; undefined while they are not known, which asks for them. */
  findPatterns(passage: Passage): readonly Finding[] | undefined;
  /** Joins the findings of both, where they overlap, as this agent is to see them. */
  merge(phrases: readonly Finding[], patterns: readonly Finding[]): Finding[];
  isIgnored(flag: PageFlag): boolean;
  /** How many slight flags of this draft the agent has passed over: none comes up in their place. */
  countPassed?(): number;
}

export interface Update {
  /** The agent's own paragraphs. */
  draft: readonly Block[];
  flags: readonly PageFlag[];
  /** Blocks whose marks must be drawn anew. */
  repaint: ReadonlyMap<Block, readonly PageFlag[]>;
  /** How many slight flags are left out, for the draft has enough of them. */
  unshown: number;
  /** Time ran out: the rest of the draft waits for the next update. */
  isPartial: boolean;
}

interface Row {
  block: Block;
  scan: Scan;
  /** What it would show by itself; a draft shows fewer where it has many slight ones. */
  flags: readonly PageFlag[];
  visible: readonly PageFlag[];
  /** How many of its flags are of the lowest severity. */
  slight: number;
  /** Findings that were shown: words typed later may make them doubtful, but a mark does not flicker. */
  settled: ReadonlySet<string>;
  isWaiting: boolean;
  /** What the grammar says of it is not all known. */
  isAsking: boolean;
  /** Not yet shown. */
  isNew: boolean;
  /** Under which settings it was looked at. */
  staleness: number;
}

const NONE: readonly PageFlag[] = [];

/** Checks a draft block by block: a block that did not change is not looked at again. */
export function createCheck({ scan, findPatterns, merge, isIgnored, countPassed = () => 0 }: CheckOptions) {
  const rows = new Map<number, Row>();
  let draft: readonly Block[] = [];
  /** The rows of the draft's blocks, in their order, so that a key looks few of them up. */
  let inOrder: readonly (Row | undefined)[] = [];
  let flags: readonly PageFlag[] = [];
  let staleness = 0;
  const ends = new WeakMap<Block, boolean>();

  function getShown(row: Row, caret: Caret | undefined, hasPaused: boolean): PageFlag[] {
    const settled = new Set<string>();
    const counts = new Map<string, number>();
    row.isWaiting = false;
    const shown = collect(row).flatMap((finding) => {
      const wording = row.block.text.slice(finding.span.start, finding.span.end);
      const ordinal = (counts.get(finding.ruleId) ?? 0) + 1;
      counts.set(finding.ruleId, ordinal);
      const key = `${row.block.id} ${finding.ruleId} ${ordinal}`;
      const flag: PageFlag = { ...finding, wording, block: row.block, key, covered: NONE };
      if (isIgnored(flag)) return [];
      const mayClear =
        finding.tentative &&
        !hasPaused &&
        !row.settled.has(flag.key) &&
        isIn(caret, row.block, finding.waitsOn ?? finding.sentence);
      if (mayClear) {
        row.isWaiting = true;
        return [];
      }
      settled.add(flag.key);
      return [flag];
    });
    row.settled = settled;
    return pickShown(shown).map((flag) => {
      const covered = findCovered(flag, shown);
      return covered.length > 0 ? { ...flag, covered } : flag;
    });
  }

  function collect(row: Row): Finding[] {
    const { findings, unsure } = row.scan;
    const patterns: Finding[] = [];
    row.isAsking = false;
    for (const { start, passage } of unsure) {
      const found = findPatterns(passage);
      if (!found) row.isAsking = true;
      for (const finding of found ?? []) patterns.push(shiftFinding(finding, start));
    }
    return merge(findings, patterns);
  }

  /** The agent's own paragraphs: what stands below a signature mark or a quoted history is not. */
  function cutDraft(blocks: readonly Block[]): readonly Block[] {
    // Those that stand where they stood are known not to end it.
    const end = blocks.findIndex((block, index) => block !== draft[index] && isEnd(block));
    return end < 0 ? blocks : blocks.slice(0, end);
  }

  function isEnd(block: Block): boolean {
    const known = ends.get(block) ?? endsDraft(block.text);
    ends.set(block, known);
    return known;
  }

  /** What is known of the block at this place, unless it reads otherwise now or must be looked at again. */
  function findRow(block: Block, place: number): Row | undefined {
    const there = inOrder[place];
    const row = there?.block === block ? there : rows.get(block.id);
    return row?.block === block && row.staleness === staleness ? row : undefined;
  }

  function createRow(block: Block): Row {
    const settled = rows.get(block.id)?.settled ?? new Set<string>();
    const row: Row = {
      block,
      scan: scan(block.text),
      flags: [],
      visible: [],
      slight: 0,
      settled,
      isWaiting: false,
      isAsking: false,
      isNew: true,
      staleness,
    };
    rows.set(block.id, row);
    return row;
  }

  /** What the draft shows. Slight marks are few in it, whichever paragraphs they stand in. */
  function collectVisible(repaint: Map<Block, readonly PageFlag[]>): { visible: PageFlag[]; unshown: number } {
    const all: PageFlag[] = [];
    let unshown = 0;
    let left = Math.max(0, MOST_LOWEST - countPassed());
    for (let place = 0; place < inOrder.length; place++) {
      const row = inOrder[place];
      if (!row) continue;
      const block = draft[place] as Block;
      const visible = row.slight <= left ? row.flags : limitLowest(row.flags, left);
      if (visible !== row.visible && row.block === block) {
        if (repaint.has(block) || !isSameFlags(visible, row.visible)) repaint.set(block, visible);
        row.visible = visible;
      }
      left -= Math.min(left, row.slight);
      unshown += row.flags.length - visible.length;
      for (const flag of row.visible) all.push(flag);
    }
    return { visible: all, unshown };
  }

  return {
    /**
     * @param hasPaused the agent has stopped typing: nothing needs to wait any more.
     * @param isStale settings, reader or what is ignored have changed: look at every block again.
     * @param slice milliseconds after which the rest waits for the next update.
     */
    update(
      blocks: readonly Block[],
      caret: Caret | undefined,
      hasPaused: boolean,
      isStale = false,
      slice = SLICE,
    ): Update {
      const before = draft;
      draft = cutDraft(blocks);
      const repaint = new Map<Block, readonly PageFlag[]>();
      const start = performance.now();
      let isPartial = false;
      if (isStale) staleness++;
      inOrder = draft.map((block, place) => {
        const known = findRow(block, place);
        // A long draft is looked at in parts, the paragraph with the caret in any case.
        if (!known && performance.now() - start > slice && block.id !== caret?.block.id) {
          isPartial = true;
          return rows.get(block.id);
        }
        const row = known ?? createRow(block);
        if (!row.isNew && !row.isWaiting && !row.isAsking) return row;
        row.flags = getShown(row, caret, hasPaused);
        row.slight = row.flags.filter(isSlight).length;
        if (row.isNew) repaint.set(block, row.visible);
        row.isNew = false;
        return row;
      });
      const { visible, unshown } = collectVisible(repaint);
      // A key in one paragraph leaves the others where they are.
      const gone = draft.length === before.length && repaint.size <= 1 ? [] : findGone(before, blocks);
      for (const block of gone) rows.delete(block.id);
      for (const block of blocks.slice(draft.length)) if (rows.delete(block.id)) repaint.set(block, []);
      if (repaint.size > 0 || gone.length > 0) flags = visible;
      return { draft, flags, repaint, unshown, isPartial };
    },
    /** All flags, those with them that are left out for the draft has enough. */
    listAll: () => inOrder.flatMap((row) => row?.flags ?? []),
    /** Whether a finding is held back while the caret is in its sentence. */
    isWaiting: () => draft.some((block) => rows.get(block.id)?.isWaiting),
  };
}

function findGone(before: readonly Block[], now: readonly Block[]): Block[] {
  const ids = new Set(now.map((block) => block.id));
  return before.filter((block) => !ids.has(block.id));
}

/** Whether the caret is in a sentence, or in the spaces after it: there the sentence is still being written. */
function isIn(caret: Caret | undefined, block: Block, { start, end }: Span): boolean {
  if (caret?.block.id !== block.id || caret.outside || caret.offset < start) return false;
  return caret.offset <= end || block.text.slice(end, caret.offset).trim() === '';
}

function isSameFlags(a: readonly PageFlag[], b: readonly PageFlag[]): boolean {
  return a.length === b.length && a.every((flag, index) => isSameFlag(flag, b[index]));
}

function isSameFlag(a: PageFlag, b: PageFlag | undefined): boolean {
  return a.key === b?.key && a.span.end === b.span.end && isSameFlags(a.covered, b.covered);
}

/** The names of the packs whose flags a shown one covers, each once. */
export function nameCovered({ covered }: PageFlag, names: ReadonlyMap<string, string>): string[] {
  return [...new Set(covered.map(({ category }) => names.get(category) ?? category))];
}
