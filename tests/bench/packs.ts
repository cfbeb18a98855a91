import { readCompiledPacks } from '../../lib/packs/read.ts';
import { makeHostile } from '../packs/make-hostile.ts';
import { tryHostile } from '../packs/try-hostile.ts';
import type { Line } from './report.ts';

const PACKS = 1_000;
/** Milliseconds, of all and of a key; what takes longer is tried again, and the fastest counts: whatever else the machine does only ever adds. */
const SLOW = 50;
const SLOW_KEY = 2;
const TURNS = 4;

/** What the worst pack from elsewhere costs: to refuse it or take it in, and with it at work, a key and a whole reply. */
export function measureHostile(): Line[] {
  const below = readCompiledPacks();
  let slowest = { all: 0, kind: '' };
  let key = { all: 0, kind: '' };
  for (let seed = 0; seed < PACKS; seed++) {
    const { kind, text } = makeHostile(seed);
    let best = Number.POSITIVE_INFINITY;
    let bestKey = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < TURNS && (turn === 0 || best > SLOW || bestKey > SLOW_KEY); turn++) {
      const start = performance.now();
      const { keys, check } = tryHostile(text, below);
      const ready = performance.now();
      keys();
      bestKey = Math.min(bestKey, performance.now() - ready);
      check();
      best = Math.min(best, performance.now() - start);
    }
    if (best > slowest.all) slowest = { all: best, kind };
    if (bestKey > key.all) key = { all: bestKey, kind };
  }
  return [
    {
      what: `hostile packs, slowest of ${PACKS}: ${slowest.kind}`,
      budget: '≤ 200 ms',
      measured: `${slowest.all.toFixed(0)} ms`,
      kept: slowest.all <= 200,
    },
    {
      what: `hostile packs at work, the slowest key: ${key.kind}`,
      budget: '≤ 8 ms',
      measured: `${key.all.toFixed(1)} ms`,
      kept: key.all <= 8,
    },
  ];
}
