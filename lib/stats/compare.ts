import { getRate, isFew } from './rate.ts';
import type { Point } from './trend.ts';

export interface Change {
  /** Flags in 100 words; undefined where nothing was written. */
  before: number | undefined;
  after: number | undefined;
  /** `few` where one of the two has too few words, `chance` where the difference may well be one. */
  verdict: 'fewer' | 'more' | 'chance' | 'few';
}

/** Standard errors between two rates that differ by more than chance, in 95 of 100 cases. */
const CLEAR = 2;

/** What has changed between two stretches of time. Flags are taken as events that come at random over the words. */
export function compareRates(before: Point, after: Point): Change {
  const rates = { before: getRate(before.flagged, before.words), after: getRate(after.flagged, after.words) };
  if (isFew(before.words) || isFew(after.words)) return { ...rates, verdict: 'few' };
  const difference = after.flagged / after.words - before.flagged / before.words;
  const error = Math.sqrt(spread(before) + spread(after));
  if (Math.abs(difference) <= CLEAR * error) return { ...rates, verdict: 'chance' };
  return { ...rates, verdict: difference < 0 ? 'fewer' : 'more' };
}

/** One more than was met, so that no flag at all is not taken for certainty. */
function spread({ flagged, words }: Point): number {
  return (flagged + 1) / words ** 2;
}
