import { Worker } from 'node:worker_threads';
import type { Asked } from './count.ts';
import type { Row } from './rows.ts';
import type { Totals } from './totals.ts';

/** Counts rows on several cores. */
export interface Pool {
  /** How many count at a time. */
  size: number;
  /** The totals of some rows; whoever has least to do counts them. */
  count(rows: Row[]): Promise<Totals>;
  stop(): Promise<void>;
}

interface Hand {
  worker: Worker;
  /** What it was given and has not answered yet, the oldest first: it answers in order. */
  waiting: { resolve(totals: Totals): void; reject(error: Error): void }[];
}

export function createPool(size: number, asked: Asked): Pool {
  const hands = Array.from({ length: size }, () => createHand(asked));
  return {
    size,
    count: (rows) =>
      new Promise((resolve, reject) => {
        const free = hands.reduce((least, hand) => (hand.waiting.length < least.waiting.length ? hand : least));
        free.waiting.push({ resolve, reject });
        free.worker.postMessage(rows);
      }),
    stop: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()));
    },
  };
}

function createHand(asked: Asked): Hand {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: asked });
  const hand: Hand = { worker, waiting: [] };
  worker.on('message', (totals: Totals) => hand.waiting.shift()?.resolve(totals));
  const fail = (error: Error) => {
    for (const { reject } of hand.waiting.splice(0)) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a worker ended with ${code}`)));
  return hand;
}
