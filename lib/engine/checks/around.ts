import { type Sentence, splitSentences } from '../text/sentences.ts';
import { splitWords } from '../text/words.ts';
import type { Context, Passage, Span } from '../types.ts';
import type { Neighbours, SentenceSituation } from './exceptions.ts';
import type { PhraseHit } from './phrase.ts';

/**
 * The sentences around a hit. Neighbours are those of the same line, which on a page is the same paragraph: so a
 * change in one paragraph leaves the others as they are, and a draft reads the same in one piece and in blocks.
 */

/** A sentence cut out of its text, with its words. */
export function toSituation(text: string, sentence: Sentence, context: Context): SentenceSituation {
  const own = text.slice(sentence.start, sentence.end);
  return { text: own, sentence: { ...sentence, start: 0, end: own.length }, words: splitWords(own), context };
}

/** The neighbours of the sentence at `index` of a line. */
export function findNeighbours(
  line: string,
  sentences: readonly Sentence[],
  index: number,
  context: Context,
): Neighbours {
  const [previous, next] = [sentences[index - 1], sentences[index + 1]];
  return {
    previous: previous && toSituation(line, previous, context),
    next: next && toSituation(line, next, context),
  };
}

/** A sentence as it is sent to the grammar host, with its neighbours where a rule looks at them. */
export function toPassage(
  line: string,
  sentences: readonly Sentence[],
  index: number,
  withNeighbours: boolean,
): Passage {
  const { start, end, item } = sentences[index] as Sentence;
  const passage: Passage = { text: line.slice(start, end), ...(item && { item }) };
  if (!withNeighbours) return passage;
  const [previous, next] = [sentences[index - 1], sentences[index + 1]];
  if (previous) passage.previous = line.slice(previous.start, previous.end);
  if (next) passage.next = line.slice(next.start, next.end);
  return passage;
}

/** What a passage holds, taken apart again. Undefined where its text is no sentence. */
export function readPassage(
  { text, item, previous, next }: Passage,
  context: Context,
): { own: SentenceSituation; neighbours: Neighbours } | undefined {
  const read = (written: string | undefined) => {
    const sentence = written === undefined ? undefined : splitSentences(written)[0];
    return sentence && { text: written as string, sentence, words: splitWords(written as string), context };
  };
  const own = read(text);
  if (!own) return undefined;
  const sentence = { ...own.sentence, item: own.sentence.item || item === true };
  return { own: { ...own, sentence }, neighbours: { previous: read(previous), next: read(next) } };
}

/** The hits that stand beside these neighbours; those that the next sentence may still clear are tentative. */
export function judgeAround(hits: readonly PhraseHit[], neighbours: Neighbours): PhraseHit[] {
  return hits.flatMap((hit) => {
    const verdict = hit.judgeAround?.(neighbours);
    if (verdict === 'silenced') return [];
    return verdict === 'tentative' ? [{ ...hit, tentative: true, mayClearNext: true }] : [hit];
  });
}

/** From the start of a sentence to the end of the one after it. */
export function spanToNext(sentence: Span, next: Span | undefined): Span {
  return { start: sentence.start, end: next?.end ?? sentence.end };
}
