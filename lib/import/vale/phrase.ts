import { compilePhrase } from '../../engine/phrase/automaton.ts';
import { createLists } from '../../engine/phrase/lists.ts';
import { canStart, runFrom } from '../../engine/phrase/run.ts';
import { parsePhrase } from '../../engine/phrase/syntax.ts';
import { splitWords } from '../../engine/text/words.ts';

const MAX_LENGTH = 1500;
/** Letters, digits, hyphens and apostrophes: other signs mean something that a phrase does not see. */
const PLAIN = /^[\p{L}\p{N}]+(?:[ '’-][\p{L}\p{N}]+)*$/u;
const NO_LISTS = createLists({});

/** One phrase that meets each of these texts, or undefined where signs stand in them or they are too long. */
export function toPhrase(texts: readonly string[]): string | undefined {
  if (!texts.every((text) => PLAIN.test(text))) return undefined;
  const phrase = factor(texts) ?? `(${texts.join('|')})`;
  return phrase.length <= MAX_LENGTH ? phrase : undefined;
}

/** "a b", "a c", "d b", "d c" as "(a|d) (b|c)". */
function factor(texts: readonly string[]): string | undefined {
  const rows = texts.map((text) => text.split(' '));
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) return undefined;
  const columns = Array.from({ length: width }, (_, at) => [...new Set(rows.map((row) => row[at] as string))]);
  if (columns.reduce((product, column) => product * column.length, 1) !== rows.length) return undefined;
  return columns.map((column) => (column.length === 1 ? column[0] : `(${column.join('|')})`)).join(' ');
}

/** Whether a phrase meets something in a text. */
export function meets(phrase: string, text: string): boolean {
  const automaton = compilePhrase(parsePhrase(phrase, NO_LISTS), NO_LISTS);
  const words = splitWords(text);
  return words.some((_, at) => canStart(automaton, words, at) && runFrom(automaton, words, at).match !== undefined);
}
