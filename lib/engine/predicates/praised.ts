import type { Predicate } from './types.ts';

const PRAISE =
  /\b(?:thanks?|thank you|love[ds]?|lovely|great|awesome|amazing|excellent|brilliant|fantastic|wonderful|perfect|superb|happy|pleased|impressed|kudos|appreciate|shout ?out|best|delicious|enjoyed|good job|well done|recommend(?:ed)?|helpful|friendly|comfortable|beautiful|fabulous|delightful)\b/gi;
const TROUBLE =
  /\b(?:not|no|never|but|however|problem|issue|wrong|broken|error|late|missing|worst|terrible|still|waiting|cancel|stuck|unable|fail\w*|complain\w*|disappoint\w*|sorry|delay\w*|poor|bad|dirty|rude|noisy|overpriced|nothing)\b|n['’]t\b/gi;
const WISH = /\?|\b(?:why|help|refund|fix)\b/i;
/** The reply itself tells that there was praise: "your kind words", "glad that you enjoyed". */
const PRAISED =
  /\b(?:kind|lovely|wonderful|great|favou?rable|positive|glowing|fantastic|excellent|generous|5 star|five star) (?:words|reviews?|comments?|feedback|compliments?)\b|\bappreciate (?:the|your) (?:shout ?out|love|kind)\b|\b(?:glad|happy|delighted|pleased|thrilled) (?:that |to (?:hear|read|see|know|learn) )?(?:that )?(?:you|your)\b.*\b(?:enjoy\w*|like[ds]?|love[ds]?|great|wonderful|happy)\b/i;
/** In a long review a few reserves do not undo the praise. */
const MUCH = 3;

/** The customer wrote to praise and asks for nothing, or the sentence itself says that they praised. */
export const isPraised: Predicate = ({ text, context: { customer } }) => {
  if (PRAISED.test(text)) return true;
  if (customer === undefined || WISH.test(customer)) return false;
  const [praise, trouble] = [customer.match(PRAISE)?.length ?? 0, customer.match(TROUBLE)?.length ?? 0];
  return trouble === 0 ? praise > 0 : praise >= MUCH && praise > 2 * trouble;
};
