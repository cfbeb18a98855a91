import { createDraft, type Kind } from '../draft.ts';
import { toEntry } from '../entry.ts';

/** Pairs of which a text should keep to one. */
export const readConsistency: Kind = (rule) => {
  const pairs = Object.entries(rule.either);
  const draft = createDraft(pairs.length);
  const bound = (source: string) => (rule.nonword ? source : `\\b(?:${source})\\b`);
  for (const [one, other] of pairs) {
    const [first, second] = [one, other].map((source) =>
      toEntry(source, { ignoreCase: rule.ignorecase, isWord: !rule.nonword, isExact: true }),
    );
    const failed = [first, second].find((entry) => entry && 'reason' in entry);
    if (!first || !second || failed) {
      draft.lost.push({ what: `${one} / ${other}`, why: failed && 'reason' in failed ? failed.reason : '' });
      continue;
    }
    const flags = rule.ignorecase ? '(?i)' : '';
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      draft.patterns.push({ regex: `${flags}${bound(before)}.*(?P<mark>${bound(after)})` });
    }
    draft.sentences.push(`They say ${one} and <${other}>.`);
  }
  if (draft.patterns.length > 0)
    draft.changed.push({
      what: 'either',
      why: 'both must stand in one sentence; for the whole reply, put the pair in the glossary',
    });
  return draft;
};
