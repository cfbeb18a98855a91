import { getRate, isFew } from './rate.ts';

/** Flags and words of a stretch of time. */
export interface Point {
  flagged: number;
  words: number;
}

export interface Trend {
  /** Flags in 100 words at the first and at the last point that counts, on the line through all. */
  start: number;
  end: number;
  /** Where on the row of points the line starts and ends. */
  first: number;
  last: number;
  /** Whether the line falls or rises by more than chance would have it; 0 where it does not. */
  direction: -1 | 0 | 1;
}

/** Fewer points have no trend. */
const LEAST = 4;
/** Standard errors that a slope must have to be called one, where they are known: 95 of 100 by chance alone have less. */
const CLEAR = 2;
/** The same where they are estimated from the points themselves, by two less than the points: Student's t. */
const CLEAR_OF_FEW = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];

/**
 * The straight line through the rates, in which a point weighs as much as it has words. Points with few words are left out;
 * undefined where fewer than four stay. A direction must stand out both from how far the points lie off the line, and from the
 * chance that is in every count, taken as events that come at random over the words.
 */
export function getTrend(points: readonly Point[]): Trend | undefined {
  const used = points.flatMap(({ flagged, words }, at) =>
    isFew(words) ? [] : [{ at, weight: words, rate: getRate(flagged, words) as number }],
  );
  const [head, tail] = [used[0], used.at(-1)];
  if (used.length < LEAST || !head || !tail) return undefined;
  const sum = (of: (one: (typeof used)[number]) => number) => used.reduce((all, one) => all + one.weight * of(one), 0);
  const weight = sum(() => 1);
  const middle = sum(({ at }) => at) / weight;
  const mean = sum(({ rate }) => rate) / weight;
  const spread = sum(({ at }) => (at - middle) ** 2);
  const slope = sum(({ at, rate }) => (at - middle) * (rate - mean)) / spread;
  const rateAt = (at: number) => Math.max(0, mean + slope * (at - middle));
  const rest = sum(({ at, rate }) => (rate - mean - slope * (at - middle)) ** 2);
  const free = used.length - 2;
  const ofPoints = (CLEAR_OF_FEW[free - 1] ?? CLEAR_OF_FEW.at(-1) ?? CLEAR) * Math.sqrt(rest / free / spread);
  // One flag more than was met, so that none at all is not taken for certainty.
  const ofCounts = CLEAR * Math.sqrt((100 * (mean + 100 / weight)) / spread);
  const isClear = Math.abs(slope) > Math.max(ofPoints, ofCounts);
  return {
    start: rateAt(head.at),
    end: rateAt(tail.at),
    first: head.at,
    last: tail.at,
    direction: isClear ? (slope > 0 ? 1 : -1) : 0,
  };
}
