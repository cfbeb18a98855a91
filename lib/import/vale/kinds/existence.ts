import { addEntry, createDraft, type Kind } from '../draft.ts';
import { toEntry } from '../entry.ts';
import { listTokens } from '../rule.ts';

/** Words and expressions that should not stand there. */
export const readExistence: Kind = (rule) => {
  const tokens = listTokens(rule);
  const raw = rule.raw.join('');
  const isWord = !rule.nonword && tokens.length > 0;
  const sources = tokens.length > 0 ? tokens : [''];
  const draft = createDraft(sources.length);
  for (const token of sources) {
    const reading = { ignoreCase: rule.ignorecase, isWord, raw, ofSentence: rule.scope.includes('sentence') };
    addEntry(draft, token || raw, toEntry(token, reading));
  }
  draft.phrases = [...new Set(draft.phrases)];
  draft.exceptions = rule.exceptions;
  return draft;
};
