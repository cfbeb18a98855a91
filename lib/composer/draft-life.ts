import type { Severity } from '../engine/types.ts';
import { ask } from '../messages.ts';

/**
 * Counts the drafts of a reply box, and what is ignored in them.
 *
 * A draft is what one writes in a reply box from the first change that leaves words in it until the box is empty again, because
 * the reply was sent or thrown away, or is gone from the page. What a desk has put there before begins none by itself, but
 * ignoring a mark in it does. In a box that is never empty, for a signature stands in it, there is one draft as long as it lasts.
 */
export function createDraftLife(onEnd: () => void) {
  let isBegun = false;

  function begin(): void {
    if (isBegun) return;
    isBegun = true;
    // A count that is lost makes no difference that anybody would notice.
    ask('draft.begun', {}).catch(() => undefined);
  }

  return {
    /** The box was looked at. While it is empty, what is of one draft alone may go: `onEnd`. */
    look(isEmpty: boolean, hasChanged: boolean): void {
      if (!isEmpty && hasChanged) begin();
      if (!isEmpty) return;
      isBegun = false;
      onEnd();
    },
    /** A mark of this severity was ignored. True when its rule has stepped down for it. */
    async ignore(ruleId: string, severity: Severity): Promise<boolean> {
      begin();
      return ask('rule.ignored', { ruleId, severity }).catch(() => false);
    },
  };
}
