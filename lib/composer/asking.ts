import type { Grammar } from './grammar.ts';
import { createTimer } from './timer.ts';

/** Milliseconds without a key after which the grammar host is asked about sentences. */
const ASK = 150;
/** Milliseconds that a key waits for the answer; a host that has to wake first takes some 300. */
const PATIENCE = 500;

/** Asks the grammar host about sentences that it has not seen, in a pause, or at once for a key that depends on it. */
export function createAsking(grammar: Grammar, signal: AbortSignal, onLearned: () => void) {
  /** Questions that are out. */
  const out = new Set<Promise<void>>();

  function ask(): void {
    const mine: Promise<void> = grammar
      .learn()
      .then(
        (hasLearned) => hasLearned && onLearned(),
        // No grammar now: what phrases find is marked all the same.
        () => undefined,
      )
      .then(() => void out.delete(mine));
    out.add(mine);
  }

  const timer = createTimer(ASK, signal, ask);

  return {
    /** To be called when the draft was looked at. */
    soon(): void {
      if (grammar.hasQuestions()) timer.start();
    },
    /** Resolves when all answers are there, or are late. Undefined when there is nothing to wait for. */
    now(): Promise<unknown> | undefined {
      if (grammar.hasQuestions()) ask();
      if (out.size === 0) return undefined;
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      return Promise.race([Promise.all(out), late]);
    },
  };
}
