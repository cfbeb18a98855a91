import type { Predicate } from './types.ts';

const PRAISE =
  /\b(?:thanks?|thank you|love[ds]?|great|awesome|amazing|excellent|brilliant|fantastic|wonderful|perfect|superb|happy|pleased|impressed|kudos|appreciate|shout ?out|best|delicious|enjoyed|good job|well done)\b/i;
const TROUBLE =
  /\?|\b(?:not|no|never|but|problem|issue|wrong|broken|why|help|refund|error|late|missing|worst|terrible|still|waiting|cancel|fix|stuck|unable|fail\w*|complain\w*|disappoint\w*|sorry|delay\w*|poor|bad)\b|n['’]t\b/i;

/** The customer wrote to praise, and asks for nothing. */
export const isPraised: Predicate = ({ context: { customer } }) =>
  customer !== undefined && PRAISE.test(customer) && !TROUBLE.test(customer);
