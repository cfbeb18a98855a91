import { findSubject } from './clause.ts';
import type { Predicate } from './types.ts';

/** Our side does it: "we", "I", "our driver". */
export const isSubjectWe: Predicate = (situation) => findSubject(situation) === 'we';

/** The customer does it: "you". */
export const isSubjectYou: Predicate = (situation) => findSubject(situation) === 'you';

/** Somebody or something else does it: "they", "your bank", "the system". */
export const isSubjectOther: Predicate = (situation) => findSubject(situation) === 'other';
