const MINUTE = 60_000;
/** Milliseconds between two looks at what waits, while all goes well. */
const USUAL = 15 * MINUTE;
/** The longest wait after tries that failed. */
const LONGEST = 240 * MINUTE;

/**
 * Milliseconds to the next try: a quarter of an hour, and after failures twice as long each time, from one minute to four hours. Chance
 * spreads the browsers of a team, so that a server that comes back is not asked by all at once.
 *
 * @param chance from 0 to 1
 */
export function getPause(failures: number, chance: number): number {
  if (failures === 0) return USUAL * (0.75 + chance / 2);
  return Math.min(MINUTE * 2 ** Math.min(failures - 1, 20), LONGEST) * (0.5 + chance / 2);
}
