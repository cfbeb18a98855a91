import { LEAST_WORDS } from './mastery.ts';

/** Below this many words a rate is chance rather than habit; one threshold for all of the page. */
export const FEW_WORDS = LEAST_WORDS;
/** Below this many phrases a share is told as numbers, never as a percentage. */
export const FEW_FLAGS = 20;

/** Flags in 100 words; undefined where there are no words. */
export function getRate(flagged: number, words: number): number | undefined {
  return words > 0 ? (flagged / words) * 100 : undefined;
}

/** Whether a rate over so many words says little. */
export function isFew(words: number): boolean {
  return words < FEW_WORDS;
}

/** From 0 to 1; undefined where there is too little for a percentage. */
export function getShare(part: number, whole: number): number | undefined {
  return whole >= FEW_FLAGS ? part / whole : undefined;
}
