import { toGerundPhrase } from '../grammar/verbs.ts';
import { has, is, wordSet } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { EMPTY } from './act.ts';
import { findEndHere, getText, type Sentence } from './clause.ts';
import { findGroup, skipAdverbs } from './group.ts';
import { repairPolarity } from './polarity.ts';
import type { Parsed } from './refusal.ts';

/** "While we can't help here, you can ring us": what follows is the offer, so the refusal becomes "instead of helping here". */

const OPENERS = wordSet('while although though whereas');
const SIDES = wordSet('i we you');
const OFFERING = wordSet('can could do have offer');

/** The refusal before an offer, or undefined where it does not open the sentence or no offer follows. */
export function parseConcession(sentence: Sentence): Parsed | undefined {
  const { words } = sentence;
  const group = findGroup(sentence);
  const at = words.findIndex((word) => has(word, OPENERS));
  if (!group || at < 0 || at > 2 || !has(words[at + 1], SIDES)) return undefined;
  const to = skipAdverbs(words, group.to);
  const end = findEndHere(sentence, to);
  const offer = words[end];
  if (!offer?.comma || !has(offer, SIDES) || !has(words[end + 1], OFFERING)) return undefined;
  const conceded = readConceded(getText(sentence, to, end), words[to]);
  if (!conceded) return undefined;
  const span = { start: (words[at] as Word).start, end: (words[end - 1] as Word).end };
  return { clause: { from: at, to: end, span, prefix: '', opens: at === 0 }, slots: { conceded } };
}

function readConceded(tail: string, verb: Word | undefined): string | undefined {
  if (EMPTY.test(tail)) return undefined;
  if (is(verb, 'have')) return repairPolarity(tail.slice(5));
  const kept = repairPolarity(tail);
  return kept && toGerundPhrase(kept);
}
