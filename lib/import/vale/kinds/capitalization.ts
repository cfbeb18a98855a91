import { createDraft, type Kind, loseAll } from '../draft.ts';

/** How the words of something are written. */
export const readCapitalization: Kind = (rule) => {
  if (rule.match !== '$sentence' || !rule.scope.includes('sentence'))
    return loseAll(
      `match: ${rule.match ?? ''}`,
      'rules here know the first letter of a sentence only ($sentence, in sentences)',
    );
  const draft = createDraft(1);
  draft.sentence = { 'starts-small': true };
  draft.exceptions = rule.exceptions;
  draft.sentences.push('<they> say that.');
  draft.changed.push({
    what: 'match: $sentence',
    why: 'the first letter is looked at; capitals further on may be names',
  });
  return draft;
};
