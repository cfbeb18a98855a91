/** Whether `npm run test:long` runs; otherwise it is the share of it that `npm test` holds. */
export const isLong = process.env.CANDO_LONG === '1';

/** So many in the long run, and so many of them, the first, in its share. */
export function take(long: number, share: number): number {
  return isLong ? long : share;
}
