import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import type { Variety } from '../../lib/engine/types.ts';
import { answer } from '../../lib/messages.ts';
import { getPacks } from '../../lib/shipped-packs.ts';
import { suggestVariety } from '../../lib/storage/variety.ts';

/** Answers the questions about grammar. `onQuestion` hears of each. */
export function connectHost(onQuestion?: () => void): () => void {
  let current: { checker: Checker; variety: Variety | undefined } | undefined;

  /** One at a time: the setting is the same in every tab, and seldom changed. */
  function getChecker(variety?: Variety): Checker {
    if (!current || current.variety !== variety)
      current = { checker: createChecker(getPacks(), variety ? { variety } : {}), variety };
    return current.checker;
  }

  // The most likely one is there before the first question.
  getChecker(suggestVariety(navigator.languages));
  return answer({
    'grammar.flags': ({ passages, context, variety }) => {
      onQuestion?.();
      const checker = getChecker(variety);
      return passages.map((passage) => checker.patterns(passage, context));
    },
    'grammar.rewrites': ({ text, context, variety, ...finding }) => {
      onQuestion?.();
      return getChecker(variety).rewrites(text, finding, context);
    },
  });
}
