import { is } from '../text/forms.ts';
import type { Word } from '../text/words.ts';
import { getSegment } from './clause.ts';
import type { Predicate } from './types.ts';

const TIME =
  /^(?:the|end|now|then|\d.*|tomorrow|today|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mistake|accident|error|phone|email|post|default|hand)$/;
const ENDINGS = /ing$/;

/** Somebody is named who did it: "signed for by a neighbour", "cancelled by you". "By mistake" and "by Friday" name nobody. */
export const hasAgent: Predicate = (situation) => {
  const words = getSegment(situation);
  const from = words.findIndex((word) => word.start === situation.words[situation.hit.to - 1]?.start);
  return words.some(
    (word, index) => index > from && is(word, 'by') && namesSomebody(words[index + 1], words[index + 2]),
  );
};

function namesSomebody(next: Word | undefined, second: Word | undefined): boolean {
  const form = next?.forms[0] ?? '';
  if (form === '' || ENDINGS.test(form)) return false;
  if (form === 'the') return !/^(?:end|time|way|date|start)$/.test(second?.forms[0] ?? '');
  return !TIME.test(form);
}
