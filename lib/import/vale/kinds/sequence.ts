import { readRegex } from '../../../packs/regex/read.ts';
import { RegexError } from '../../../packs/regex/tree.ts';
import { createDraft, type Kind, loseAll } from '../draft.ts';
import { listTexts } from '../language.ts';
import { toPhrase } from '../phrase.ts';

/** The tags of Penn Treebank, as compromise names what they mean. */
const TAGS: Record<string, string> = {
  CC: '#Conjunction',
  CD: '#Value',
  DT: '#Determiner',
  IN: '#Preposition',
  JJ: '#Adjective',
  JJR: '#Comparative',
  JJS: '#Superlative',
  MD: '#Modal',
  NN: '#Singular',
  NNS: '#Plural',
  NNP: '#ProperNoun',
  NNPS: '#ProperNoun',
  PRP: '#Pronoun',
  PRP$: '#Possessive',
  RB: '#Adverb',
  RBR: '#Adverb',
  RBS: '#Adverb',
  VB: '#Infinitive',
  VBD: '#PastTense',
  VBG: '#Gerund',
  VBN: '#PastTense',
  VBP: '#PresentTense',
  VBZ: '#PresentTense',
  WDT: '#QuestionWord',
  WP: '#QuestionWord',
  WRB: '#QuestionWord',
  UH: '#Expression',
};

/** Words of certain kinds, one behind the other. */
export const readSequence: Kind = ({ tokens }) => {
  const draft = createDraft(1);
  const words: string[] = [];
  const parts: string[] = [];
  for (const token of tokens) {
    if (typeof token === 'string') return loseAll(token, 'a sequence is made of tags and patterns');
    const { tag, pattern, negate, skip } = token;
    const named = typeof tag === 'string' && tag !== '' ? readTags(tag) : undefined;
    if (typeof tag === 'string' && tag !== '' && !named)
      return loseAll(`tag: ${tag}`, 'no such kind of word is known here');
    const listed = typeof pattern === 'string' && pattern !== '' ? readWords(pattern) : undefined;
    if (typeof pattern === 'string' && pattern !== '' && !listed)
      return loseAll(`pattern: ${pattern}`, 'in a sequence only words that can be listed are found');
    if (named && listed) return loseAll(`pattern: ${pattern}`, 'a word has either a tag or a pattern here, not both');
    const part = listed ? `(${listed.join('|')})` : named;
    if (!part) return loseAll('tokens', 'a token has neither tag nor pattern');
    if (typeof skip === 'number' && skip > 0) parts.push(`.{0,${Math.min(8, Math.floor(skip))}}`);
    parts.push(negate === true ? `!${part}` : part);
    if (listed && negate !== true && words.length === 0) words.push(...listed);
  }
  if (words.length === 0)
    return loseAll('tokens', 'no word of it must stand there, so that the grammar would be asked of every sentence');
  draft.patterns = [{ match: parts.join(' '), words }];
  draft.changed.push({ what: 'tag', why: 'the kinds of words are told by another tagger, which may differ' });
  return draft;
};

function readTags(tag: string): string | undefined {
  const named = tag.split('|').map((one) => TAGS[one.trim()]);
  if (named.some((one) => !one)) return undefined;
  const all = [...new Set(named)];
  return all.length === 1 ? all[0] : `(${all.join('|')})`;
}

function readWords(pattern: string): string[] | undefined {
  try {
    const texts = listTexts(readRegex(`\\b(?:${pattern.replace('(?i)', '')})\\b`))?.map((text) => text.toLowerCase());
    return texts && toPhrase(texts) && texts.every((text) => /^[a-z]+$/.test(text)) ? [...new Set(texts)] : undefined;
  } catch (error) {
    if (error instanceof RegexError) return undefined;
    throw error;
  }
}
