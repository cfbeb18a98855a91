/** The reply to try a rewrite on. English in every language, as the rules are. */
export const DRAFT = "Unfortunately we can't refund you until the warehouse has the parcel.";

/** Whether it has become one of its rewrites. */
export function isRewritten(text: string): boolean {
  return /\bwe can refund you\b|\binstead of refunding you\b/i.test(text);
}
