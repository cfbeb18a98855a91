import { now } from '../clock.ts';
import { ask } from '../messages.ts';
import type { Delta } from '../stats/counts.ts';
import { getDay } from '../stats/days.ts';

/** Milliseconds from a change to its message, so that what comes together goes together. */
const SOON = 1_000;
/** The longest until a batch that nobody has taken is sent again. */
const LATE = 60_000;
/** Counts that are kept while nobody takes any, for the disk is full: hours of work. */
const MOST = 5_000;

/**
 * Tells the worker what a page counts. A batch is sent again, under its number, until the worker says that it is written: so it counts
 * once, whatever is killed in between.
 */
export function createTally(signal: AbortSignal) {
  let counted: Delta[] = [];
  let line = beginLine();
  /** Batches on their way. */
  let open = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Changes when all is to be forgotten. */
  let era = 0;

  /** @param isLast the page may end: nothing waits for the batch before it */
  function flush(isLast = false): void {
    clearTimeout(timer);
    timer = undefined;
    if (counted.length === 0 || (open > 0 && !isLast)) return;
    // Batches of one line follow each other.
    if (open++ > 0) line = beginLine();
    line.sequence++;
    const deltas = counted;
    counted = [];
    void send({ ...line, deltas }).then(() => {
      open--;
      flush();
    });
  }

  async function send(batch: { source: string; sequence: number; deltas: Delta[] }): Promise<void> {
    const mine = era;
    for (let wait = SOON; mine === era && !signal.aborted; wait = Math.min(wait * 2, LATE)) {
      if (await ask('stats.count', batch).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  return {
    add(count: Omit<Delta, 'day'>): void {
      if (counted.length < MOST) counted.push({ day: getDay(now()), ...count });
      timer ??= setTimeout(flush, SOON);
    },
    flush,
    /** What is not written yet is forgotten. */
    forget(): void {
      era++;
      counted = [];
    },
  };
}

export type Tally = ReturnType<typeof createTally>;

/** A random name, which tells nothing of the page. Not `randomUUID`, which http pages lack. */
function beginLine(): { source: string; sequence: number } {
  return { source: crypto.getRandomValues(new Uint32Array(4)).join('-'), sequence: 0 };
}
