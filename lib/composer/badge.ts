import type { Severity } from '../engine/types.ts';
import { ask } from '../messages.ts';
import type { PageFlag } from './check.ts';
import { createTimer } from './timer.ts';

/** Milliseconds between a change of the draft and the toolbar button's: one message for a burst of keys. */
const LAG = 250;
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Keeps the count on the toolbar button. The same count again costs nothing. */
export function createBadge(signal: AbortSignal) {
  let shown = '0 info';
  let wanted = { count: 0, severity: 'info' as Severity };
  const timer = createTimer(LAG, signal, () => {
    const key = `${wanted.count} ${wanted.severity}`;
    if (key === shown) return;
    shown = key;
    // A worker that is being replaced: the next count is told to the new one.
    ask('badge.show', wanted).catch(() => {
      shown = '';
    });
  });
  return {
    show(flags: readonly PageFlag[]): void {
      const severity = ORDER.find((one) => flags.some((flag) => flag.severity === one)) ?? 'info';
      wanted = { count: flags.length, severity };
      timer.start();
    },
  };
}
