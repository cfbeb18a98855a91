import { readRegex } from '../../../packs/regex/read.ts';
import { RegexError } from '../../../packs/regex/tree.ts';
import { createDraft, type Kind, loseAll } from '../draft.ts';
import { listTexts } from '../language.ts';
import { toPhrase } from '../phrase.ts';
import { listTokens } from '../rule.ts';
import { isAnyWord } from './any-word.ts';

/** A word that stands several times running. */
export const readRepetition: Kind = (rule) => {
  const tokens = listTokens(rule);
  const { max = 0 } = rule;
  const draft = createDraft(tokens.length);
  for (const token of tokens) {
    if (isAnyWord(token)) {
      if (max > 0) return loseAll(token, 'any word can be told when it stands twice running, not more often');
      draft.sentence = { doubled: true };
      draft.samples.push('the the');
      continue;
    }
    const texts = read(token);
    if (typeof texts === 'string') draft.lost.push({ what: token, why: texts });
    else {
      for (const text of texts)
        draft.phrases.push(
          Array(max + 2)
            .fill(text)
            .join(' '),
        );
      draft.samples.push(...draft.phrases.slice(-1));
    }
  }
  draft.exceptions = rule.exceptions;
  return draft;
};

/** The words that a token may be, or why they cannot be told. */
function read(token: string): string[] | string {
  try {
    const texts = listTexts(readRegex(`\\b(?:${token})\\b`));
    return texts && toPhrase(texts)
      ? texts
      : 'a repetition is found of single words that can be listed, or of any word';
  } catch (error) {
    if (error instanceof RegexError) return error.message;
    throw error;
  }
}
