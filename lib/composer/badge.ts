import type { Severity } from '../engine/types.ts';
import { ask } from '../messages.ts';
import type { PageFlag } from './check.ts';
import { createTimer } from './timer.ts';

/** Milliseconds between a change of the draft and the toolbar button's: one message for a burst of keys. */
const LAG = 250;
const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const NONE = { count: 0, severity: 'info' as Severity };

/** Keeps the count on the toolbar button. The same count again costs nothing. */
export function createBadge(signal: AbortSignal) {
  let shown = getKey(NONE);
  let wanted = NONE;
  const timer = createTimer(LAG, signal, () => {
    const key = getKey(wanted);
    if (key === shown) return;
    shown = key;
    // A worker that is being replaced: the next count is told to the new one.
    ask('badge.show', wanted).catch(() => {
      shown = '';
    });
  });

  // Another frame of the tab may have had its say meanwhile, or the browser has cleared the count of a page that it brings back.
  for (const type of ['focus', 'pageshow']) {
    window.addEventListener(
      type,
      () => {
        shown = '';
        timer.start();
      },
      { signal },
    );
  }
  // CanDo may no longer read the page: what it last counted must not stay. Updated, it has no voice, and the count went with it.
  signal.addEventListener('abort', () => shown !== getKey(NONE) && ask('badge.show', NONE).catch(() => undefined), {
    once: true,
  });

  return {
    show(flags: readonly PageFlag[]): void {
      const severity = ORDER.find((one) => flags.some((flag) => flag.severity === one)) ?? 'info';
      wanted = { count: flags.length, severity };
      timer.start();
    },
  };
}

function getKey({ count, severity }: typeof NONE): string {
  return `${count} ${severity}`;
}
