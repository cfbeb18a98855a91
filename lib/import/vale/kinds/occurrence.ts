import { addEntry, createDraft, type Kind, loseAll, writeLongSentence } from '../draft.ts';
import { toEntry } from '../entry.ts';
import { isAnyWord } from './any-word.ts';

/** What may stand a few times only. */
export const readOccurrence: Kind = (rule) => {
  const { token = '', max, min } = rule;
  if (max === undefined)
    return loseAll(`min: ${min ?? ''}`, 'it asks for something in each text; rules here speak of what stands there');
  const draft = createDraft(1);
  const isOfSentence = rule.scope.includes('sentence');
  if (isAnyWord(token)) {
    if (max < 5 || max > 200) return loseAll(`max: ${max}`, 'a sentence can be held to 5 words or more, 200 at most');
    draft.sentence = { 'longer-than': max };
    draft.sentences.push(writeLongSentence(max));
  } else {
    if (max > 100) return loseAll(`max: ${max}`, 'no sentence holds anything more often than that');
    const entry = toEntry(token, {
      ignoreCase: rule.ignorecase,
      isWord: false,
      isExact: true,
      ofSentence: isOfSentence,
    });
    if ('pattern' in entry) {
      draft.patterns = [{ ...entry.pattern, ...(max > 0 && { 'more-than': max }) }];
      for (const sample of entry.samples) {
        draft.sentences.push(`They say ${`${sample} or `.repeat(max)}<${sample}>.`);
        draft.sentences.push(`They say so${sample.repeat(max)}<${sample}>`);
      }
    } else addEntry(draft, token, entry);
  }
  if (!isOfSentence) draft.changed.push({ what: 'scope', why: 'it counts in each sentence, not in each paragraph' });
  return draft;
};
