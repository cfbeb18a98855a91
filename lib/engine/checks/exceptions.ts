import type { CompiledException, CompiledRule } from '../pack.ts';
import { type Automaton, compileLater } from '../phrase/automaton.ts';
import type { Lists } from '../phrase/lists.ts';
import { canStart, runFrom } from '../phrase/run.ts';
import { predicates } from '../predicates/index.ts';
import type { Predicate, Situation } from '../predicates/types.ts';
import type { Word } from '../text/words.ts';

export type SentenceSituation = Omit<Situation, 'hit'>;

/** The sentences before and after one, in its paragraph. */
export interface Neighbours {
  previous: SentenceSituation | undefined;
  next: SentenceSituation | undefined;
}

/** `silenced` by an exception, `tentative` while words still to be typed could silence it, or `certain`. */
export type Verdict = 'silenced' | 'tentative' | 'certain';

/** What a rule's exceptions say of one hit, be it met by a phrase or by a pattern. */
export interface Judge {
  /** By the hit's own sentence. */
  judge(situation: Situation): Verdict;
  /** By the sentences around it; undefined where the rule has no such exception. */
  judgeAround: ((neighbours: Neighbours) => Verdict) | undefined;
  /** The index in `rule.unless` of the first exception that silences the hit, or -1. */
  findSilencer(situation: Situation, neighbours: Neighbours): number;
}

interface Live {
  in: CompiledException['in'];
  isNeeded: boolean;
  predicate: Predicate | undefined;
  phrase: (() => Automaton) | undefined;
}

/** Words that must follow a hit at the end of an unfinished sentence before it is certain. */
const WORDS_TO_BE_SURE = 2;

/**
 * Makes the judge of a rule.
 *
 * @throws {RangeError} when an exception grows too large
 */
export function createJudge(rule: CompiledRule, lists: Lists): Judge {
  const all = rule.unless.map(
    (exception): Live => ({
      in: exception.in,
      isNeeded: exception.isNeeded === true,
      predicate: getPredicate(exception),
      phrase: 'phrase' in exception ? compileLater(exception.phrase, lists) : undefined,
    }),
  );
  const asked = all.filter((one) => one.predicate && !one.in);
  const phrases = all.flatMap((one) => (one.phrase && !one.in ? [one.phrase] : []));
  const around = all.filter((one) => one.in);
  const mayComeNext = around.some((one) => one.in === 'next');

  return {
    judge(situation) {
      if (asked.some((one) => one.predicate?.(situation) !== one.isNeeded)) return 'silenced';
      const met = meetPhrases(phrases, situation);
      if (met === 'overlap') return 'silenced';
      return !situation.sentence.closed && (met === 'open' || isUnsure(situation)) ? 'tentative' : 'certain';
    },
    judgeAround:
      around.length === 0
        ? undefined
        : (neighbours) => {
            if (around.some((one) => isMetAround(one, neighbours))) return 'silenced';
            return mayComeNext && !neighbours.next?.sentence.closed ? 'tentative' : 'certain';
          },
    findSilencer: (situation, neighbours) =>
      all.findIndex((one) => {
        if (one.in) return isMetAround(one, neighbours);
        if (one.predicate) return one.predicate(situation) !== one.isNeeded;
        return one.phrase !== undefined && meetPhrases([one.phrase], situation) === 'overlap';
      }),
  };
}

function getPredicate(exception: CompiledException): Predicate | undefined {
  if ('spelled' in exception) return ({ text, words, hit }) => isSpelled(text, words, hit, exception.spelled);
  return 'predicate' in exception ? predicates[exception.predicate] : undefined;
}

/** Written letter for letter, but for a genitive and a sentence's first letter. */
function isSpelled(text: string, words: readonly Word[], { from, to }: Situation['hit'], right: string): boolean {
  const written = text.slice(words[from]?.start, words[to - 1]?.end).replace(/['’]s?$/, '');
  return written === right || (from === 0 && written === right.charAt(0).toUpperCase() + right.slice(1));
}

/** An exception of a neighbour looks at that sentence as a whole. */
function isMetAround(exception: Live, neighbours: Neighbours): boolean {
  const sentence = neighbours[exception.in as 'next' | 'previous'];
  if (!sentence || sentence.words.length === 0) return false;
  const situation = { ...sentence, hit: { from: 0, to: sentence.words.length } };
  if (exception.predicate) return exception.predicate(situation);
  return exception.phrase !== undefined && meetPhrases([exception.phrase], situation) === 'overlap';
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
