import { addEntry, createDraft, type Kind, loseAll } from '../draft.ts';
import { toEntry } from '../entry.ts';

/** What may stand only where something else stands. */
export const readConditional: Kind = (rule) => {
  const { first = '', second = '' } = rule;
  if (!rule.scope.includes('sentence'))
    return loseAll(
      'second',
      'it looks through the whole text for what makes the first good; rules here see one sentence',
    );
  const draft = createDraft(1);
  const reading = { ignoreCase: rule.ignorecase, isWord: false, isExact: true, ofSentence: true };
  const [entry, clearing] = [toEntry(first, reading), toEntry(second, reading)];
  addEntry(draft, first, entry);
  if ('reason' in clearing && !('reason' in entry)) return loseAll('second', clearing.reason);
  const without = 'pattern' in clearing ? clearing.pattern.regex : '';
  draft.patterns = draft.patterns.map((pattern) => ({ ...pattern, without }));
  draft.changed.push({ what: 'second', why: 'anything that it meets in the sentence counts, whatever its letters' });
  draft.exceptions = rule.exceptions;
  return draft;
};
