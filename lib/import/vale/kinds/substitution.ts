import { splitWords } from '../../../engine/text/words.ts';
import { addEntry, createDraft, type Kind } from '../draft.ts';
import { type Entry, type Reading, toEntry } from '../entry.ts';
import { meets } from '../phrase.ts';
import type { ValeRule } from '../rule.ts';

const MOST_INSTEAD = 20;
/** Letters and spaces alone: a word whose spelling can be told letter by letter. */
const LETTERS = /^[\p{L}\p{N} ]+$/u;

/** Words with what to say in their place. */
export const readSubstitution: Kind = (rule) => {
  const swaps = Object.entries(rule.swap);
  const draft = createDraft(swaps.length);
  for (const [key, value] of swaps) {
    const instead = value
      .split('|')
      .map((words) => words.trim())
      .filter(Boolean)
      .slice(0, MOST_INSTEAD);
    addEntry(draft, key, readSwap(key, instead, rule), instead);
  }
  draft.exceptions = rule.exceptions;
  return draft;
};

function readSwap(key: string, instead: readonly string[], rule: ValeRule): Entry {
  if (instead.length === 0) return { reason: 'it says nothing to put in its place' };
  if (instead.some((words) => /[{}]/.test(words) || words.length > 200))
    return { reason: 'what it says instead is no plain text' };
  if (instead.some((words) => /\$\d|\$\{/.test(words)))
    return { reason: 'what it says instead takes over a part of what was met ($1)' };
  const reading: Reading = {
    ignoreCase: rule.ignorecase,
    isWord: !rule.nonword,
    ofSentence: rule.scope.includes('sentence'),
  };
  const same = instead.find((words) => words.toLowerCase() === key.toLowerCase());
  if (same !== undefined && rule.ignorecase && LETTERS.test(same))
    return toEntry(meetOtherSpellings(same), { ...reading, ignoreCase: false, isExact: true });
  const entry = toEntry(key, reading);
  // A phrase sees neither hyphens nor contractions: where these are all that changes, it would meet its own rewrite.
  const meetsItself = 'phrase' in entry && instead.some((words) => isLike(entry.phrase, words));
  return meetsItself ? toEntry(key, { ...reading, isExact: true }) : entry;
}

function isLike(phrase: string, words: string): boolean {
  return splitWords(words).length > 0 && meets(phrase, words);
}

/** An expression for each spelling of a word but its own: one letter, the first that differs, is of the other case. */
function meetOtherSpellings(word: string): string {
  const branches = [...word].flatMap((char, at) => {
    const other = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
    if (other === char || other.length !== char.length) return [];
    return [`${word.slice(0, at)}${other}(?i:${word.slice(at + 1)})`];
  });
  return `(?:${branches.join('|')})`;
}
