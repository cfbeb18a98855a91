import type { Bridge } from './bridge.ts';

/** Those that an agent may press as soon as a reply box has the focus. Others are known once the settings are. */
const KEPT = /^F[89]$/;

/**
 * Hands the keys to the coach, those that come while it is still loading as soon as it is there. The page gets these too: whether
 * it is coached is not certain yet.
 */
export function createEarlyKeys(bridge: Bridge) {
  let kept: KeyboardEvent[] | undefined = [];
  let isComing = false;
  return {
    key(event: KeyboardEvent): void {
      if (isComing && KEPT.test(event.key)) kept?.push(event);
      else bridge.key?.(event);
    },
    /** Until the coach serves the reply box that got the focus. */
    async keepUntil(attached: Promise<unknown>): Promise<void> {
      isComing = kept !== undefined;
      await attached;
      // Only the first reply box of a page has to wait.
      isComing = false;
      for (const event of kept ?? []) bridge.key?.(event);
      kept = bridge.key ? undefined : [];
    },
  };
}
