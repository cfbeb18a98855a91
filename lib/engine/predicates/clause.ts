import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import type { Situation } from './types.ts';

/** Word indices, the end exclusive. */
export interface Range {
  from: number;
  to: number;
}

const TURNS = wordSet('but however although though yet whereas');
const JOINTS = wordSet('because since so that which who if when whenever once unless whether while and or as');
const SUBJECTS = wordSet('i we you he she it they this that these those there someone somebody anyone nobody everyone');
const DETERMINERS = wordSet('the a an our my your their his her its any each every');
const WE = wordSet('i we our my ours mine');
const OTHER = wordSet(
  'he she it they this that these those there someone somebody anyone nobody everyone the a an their his her its your ' +
    'any each every',
);
const AUXILIARIES = wordSet(
  'is are was were am be been can could will would shall should may might must has have had does do did',
);

/** A guard reaches as far as this: to the next "but", "however" or semicolon. */
export function findSegment({ text, words, hit }: Situation): Range {
  let { from, to } = hit;
  while (from > 0 && !turns(text, words, from)) from--;
  while (to < words.length && !turns(text, words, to)) to++;
  return { from, to };
}

/** The thought turns at this word, or between it and the one before. */
function turns(text: string, words: readonly Word[], at: number): boolean {
  if (has(words[at], TURNS)) return true;
  return words[at]?.limit === true && text.slice(words[at - 1]?.end ?? 0, words[at]?.start).includes(';');
}

/** The words of the segment. */
export function getSegment(situation: Situation): readonly Word[] {
  const { from, to } = findSegment(situation);
  return situation.words.slice(from, to);
}

/** The index of the first word of the hit's own clause. */
export function findClauseStart(words: readonly Word[], at: number): number {
  for (let index = at; index > 0; index--) {
    const [before, word] = [words[index - 1], words[index]];
    if (word?.limit || has(before, TURNS)) return index;
    const opens = has(word, SUBJECTS) || has(word, DETERMINERS);
    if (opens && (word?.comma || has(before, JOINTS))) return index;
  }
  return 0;
}

export type Subject = 'we' | 'you' | 'other';

/**
 * Who does what the hit says: our side ("we", "our driver"), the customer ("you"), somebody or something else ("they", "your
 * bank", "refunds"). Undefined for an order, which names nobody.
 */
export function findSubject({ words, hit }: Situation): Subject | undefined {
  const start = findClauseStart(words, hit.from);
  for (let index = start; index < hit.to; index++) {
    const word = words[index];
    if (has(word, WE)) return 'we';
    if (is(word, 'you')) return 'you';
    if (has(word, OTHER)) return 'other';
    if (has(word, AUXILIARIES) && index > start) return 'other';
  }
  return undefined;
}
