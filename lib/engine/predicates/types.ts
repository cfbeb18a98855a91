import type { Sentence } from '../text/sentences.ts';
import type { Word } from '../text/words.ts';
import type { Context } from '../types.ts';

/** What a predicate may look at. Word indices are of `words`; ends are exclusive. */
export interface Situation {
  /** The whole text in which `sentence` stands. */
  text: string;
  sentence: Sentence;
  words: readonly Word[];
  /** The words that the rule met. */
  hit: { from: number; to: number };
  context: Context;
}

/**
 * A named question about a hit, used by many rules. It should be answerable from what stands before the hit wherever
 * possible, so that nothing flashes while the rest is typed.
 */
export type Predicate = (situation: Situation) => boolean;
