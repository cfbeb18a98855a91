import { isAsked } from './asked.ts';
import { isConditional } from './conditional.ts';
import { isQuestion } from './question.ts';
import { isQuoted } from './quoted.ts';
import { isReported } from './reported.ts';
import { isSafety } from './safety.ts';
import { isStep } from './step.ts';
import { isTitle } from './title.ts';
import type { Predicate } from './types.ts';

/** The predicates by the names that rules use. */
export const predicates: Readonly<Record<string, Predicate>> = {
  asked: isAsked,
  conditional: isConditional,
  question: isQuestion,
  quoted: isQuoted,
  reported: isReported,
  safety: isSafety,
  step: isStep,
  title: isTitle,
};
