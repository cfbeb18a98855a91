import type { CompiledRule } from '../pack.ts';
import { type Automaton, compileLater, type Lists } from '../phrase/automaton.ts';
import { canStart, runFrom } from '../phrase/run.ts';
import { predicates } from '../predicates/index.ts';
import type { Situation } from '../predicates/types.ts';
import type { Word } from '../text/words.ts';

export type SentenceSituation = Omit<Situation, 'hit'>;

/** `silenced` by an exception, `tentative` while words still to be typed could silence it, or `certain`. */
export type Verdict = 'silenced' | 'tentative' | 'certain';

/** Words that must follow a hit at the end of an unfinished sentence before it is certain. */
const WORDS_TO_BE_SURE = 2;

/**
 * What a rule's `unless` says of one hit, be it met by a phrase or by a pattern.
 *
 * @throws {RangeError} when an exception grows too large
 */
export function createExceptions(rule: CompiledRule, lists: Lists): (situation: Situation) => Verdict {
  const asked = rule.unless.flatMap((exception) =>
    'predicate' in exception ? (predicates[exception.predicate] ?? []) : [],
  );
  const phrases = rule.unless.flatMap((exception) =>
    'phrase' in exception ? [compileLater(exception.phrase, lists)] : [],
  );
  return (situation) => {
    if (asked.some((predicate) => predicate(situation))) return 'silenced';
    const met = meetPhrases(phrases, situation);
    if (met === 'overlap') return 'silenced';
    return !situation.sentence.closed && (met === 'open' || isUnsure(situation)) ? 'tentative' : 'certain';
  };
}

/** Whether an exception overlaps the hit, or could still do so when the sentence goes on. */
function meetPhrases(exceptions: readonly (() => Automaton)[], situation: Situation): 'overlap' | 'open' | 'none' {
  const { words, hit } = situation;
  const { closed } = situation.sentence;
  const complete = countComplete(situation);
  let open = false;
  for (const compile of exceptions) {
    const exception = compile();
    for (let start = 0; start < hit.to; start++) {
      if (!canStart(exception, words, start)) continue;
      const { match } = runFrom(exception, words, start);
      if (match && match.to > hit.from && match.from < hit.to) return 'overlap';
      if (!open && !closed && runFrom(exception, words, start, complete).open >= hit.to) open = true;
    }
  }
  return open ? 'open' : 'none';
}

/** How many words are certainly whole: the one being typed at the very end is not. */
function countComplete({ text, words, sentence }: SentenceSituation): number {
  const last = words.at(-1);
  return last && last.end >= text.length && !sentence.spaced
    ? words.findIndex((word) => word.start === last.start)
    : words.length;
}

/** Too little follows the hit, in a sentence still being written, to be sure of it. */
function isUnsure(situation: Situation): boolean {
  const { text, words, hit } = situation;
  const after = text.slice((words[hit.to - 1] as Word).end).trimStart();
  if (after !== '' && ',;:—–'.includes(after[0] as string)) return false;
  return countComplete(situation) - hit.to < WORDS_TO_BE_SURE;
}
