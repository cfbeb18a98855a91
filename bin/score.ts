import type { Span } from '../lib/engine/types.ts';

/** A sentence that two coaches labelled apart: categories that both gave it, and that only one gave. */
export interface Labelled extends Span {
  both: string[];
  one: string[];
}

export interface Score {
  /** Sentences that were flagged, and how many of these at least one coach labelled so. */
  flagged: number;
  right: number;
  /** Sentences that both coaches labelled so, and how many of these were flagged. */
  wanted: number;
  found: number;
}

export const createScore = (): Score => ({ flagged: 0, right: 0, wanted: 0, found: 0 });

/** Counts one sentence: a flag is right when one coach gave the label; what both gave is to be found. */
export function count(score: Score, isFlagged: boolean, isLabelled: boolean, isWanted: boolean): void {
  if (isFlagged) score.flagged++;
  if (isFlagged && isLabelled) score.right++;
  if (isWanted) score.wanted++;
  if (isFlagged && isWanted) score.found++;
}

/** Scores by name as a table: precision = right / flagged, recall = found / wanted, F1 of both. */
export function toTable(scores: ReadonlyMap<string, Score>): string {
  const width = Math.max(...[...scores.keys()].map((name) => name.length), 8);
  const head = `${''.padEnd(width)}  precision                recall                   F1`;
  const lines = [...scores].map(([name, { flagged, right, wanted, found }]) => {
    const precision = right / flagged;
    const recall = found / wanted;
    const f1 = (2 * precision * recall) / (precision + recall);
    const cells = [toCell(precision, right, flagged), toCell(recall, found, wanted)];
    return `${name.padEnd(width)}  ${cells.map((cell) => cell.padEnd(23)).join('  ')}  ${toFigure(f1)}`;
  });
  return [head, ...lines, ''].join('\n');
}

/** The precision alone, for rules: what they miss another rule may find. */
export function toList(scores: ReadonlyMap<string, Score>): string {
  const lines = [...scores].map(
    ([name, { flagged, right }]) => `${toCell(right / flagged, right, flagged).padEnd(20)}${name}\n`,
  );
  return lines.join('');
}

function toCell(share: number, part: number, whole: number): string {
  return `${toFigure(share)}  (${part} of ${whole})`;
}

function toFigure(share: number): string {
  return Number.isNaN(share) ? '-   ' : share.toFixed(2);
}
