import writeGood from 'write-good';
import { createChecker } from '../../lib/engine/checker.ts';
import { readCompiledPacks } from '../../lib/packs/read.ts';
import { createReplies } from './replies.ts';
import { getMedian, type Line } from './report.ts';

const REPLIES = 2000;
const ROUNDS = 5;

/** Flags only, over distinct replies, beside write-good in the same run; the rounds take turns. */
export function measureEngine(): Line[] {
  const packs = readCompiledPacks();
  const ours: number[] = [];
  const theirs: number[] = [];
  const checker = createChecker(packs);
  for (let round = 0; round <= ROUNDS; round++) {
    // Other sentences in each round: what is remembered from the one before helps nothing.
    const replies = createReplies(REPLIES, round + 1);
    const own = measureRate(replies, (text) => checker.check(text));
    const other = measureRate(replies, (text) => writeGood(text));
    if (round === 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  const rate = getMedian(ours) / getMedian(theirs);
  return [
    {
      what: `engine, flags only: replies a second beside write-good's ${Math.round(getMedian(theirs))}`,
      budget: '≥ 1.0 ×',
      measured: `${rate.toFixed(2)} × (${Math.round(getMedian(ours))})`,
      kept: rate >= 1,
    },
  ];
}

function measureRate(replies: readonly string[], check: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of replies) check(text);
  return (replies.length / (performance.now() - start)) * 1000;
}
