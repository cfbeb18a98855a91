import { isAsAsked } from './as-asked.ts';
import { isAside } from './aside.ts';
import { isAsked } from './asked.ts';
import { isBecause } from './because.ts';
import { isCommitment } from './commitment.ts';
import { isConditional } from './conditional.ts';
import { isDone } from './done.ts';
import { isExpectation } from './expectation.ts';
import { isGoodNews } from './good-news.ts';
import { isGreeting } from './greeting.ts';
import { isHandedOver } from './handed-over.ts';
import { hasAgent } from './has-agent.ts';
import { isHowTo } from './how-to.ts';
import { hasNamedOwner } from './named-owner.ts';
import { isNegated } from './negated.ts';
import { offers } from './offer.ts';
import { isOwned } from './owned.ts';
import { isPast } from './past.ts';
import { isPraised } from './praised.ts';
import { isQuestion } from './question.ts';
import { isQuoted } from './quoted.ts';
import { givesReason } from './reason.ts';
import { isReported } from './reported.ts';
import { isSafety } from './safety.ts';
import { isStep } from './step.ts';
import { isSubjectOther, isSubjectWe, isSubjectYou } from './subject.ts';
import { isSupposition } from './supposition.ts';
import { namesTime } from './time.ts';
import { isTitle } from './title.ts';
import type { Predicate } from './types.ts';

/** The predicates by the names that rules use. */
export const predicates: Readonly<Record<string, Predicate>> = {
  'as-asked': isAsAsked,
  aside: isAside,
  asked: isAsked,
  because: isBecause,
  commitment: isCommitment,
  conditional: isConditional,
  done: isDone,
  expectation: isExpectation,
  'good-news': isGoodNews,
  greeting: isGreeting,
  'handed-over': isHandedOver,
  'has-agent': hasAgent,
  'how-to': isHowTo,
  'named-owner': hasNamedOwner,
  negated: isNegated,
  offer: offers,
  owned: isOwned,
  past: isPast,
  praised: isPraised,
  question: isQuestion,
  quoted: isQuoted,
  reason: givesReason,
  reported: isReported,
  safety: isSafety,
  step: isStep,
  'subject-other': isSubjectOther,
  'subject-we': isSubjectWe,
  'subject-you': isSubjectYou,
  supposition: isSupposition,
  time: namesTime,
  title: isTitle,
};
