import packs from 'virtual:cando-packs';
import { createChecker } from '../../lib/engine/checker.ts';
import { answer } from '../../lib/messages.ts';

/** Answers the questions about grammar. `onQuestion` hears of each. */
export function connectHost(onQuestion?: () => void): () => void {
  const checker = createChecker(packs);
  return answer({
    'grammar.flags': ({ passages, context }) => {
      onQuestion?.();
      return passages.map((passage) => checker.patterns(passage, context));
    },
    'grammar.rewrites': ({ text, ruleId, span, context }) => {
      onQuestion?.();
      return checker.rewrites(text, { ruleId, span }, context);
    },
  });
}
