import { loadItem, writeItems } from './area.ts';
import { inTurn } from './turns.ts';

export const DICE_KEY = 'dice';

/**
 * The number by which this machine is in or out of staged rollouts: at least 0, less than 1, made once by chance and never sent.
 *
 * @throws {StorageFailure}
 */
export function loadDice(): Promise<number> {
  return inTurn(DICE_KEY, async () => {
    const stored = await loadItem(DICE_KEY);
    if (typeof stored === 'number' && stored >= 0 && stored < 1) return stored;
    const dice = Math.random();
    await writeItems({ [DICE_KEY]: dice });
    return dice;
  });
}

/**
 * Whether a machine gets a pack that only so many percent get. With a higher percentage those who have it keep it, and for each
 * pack it is another part of the machines.
 *
 * @param percent undefined for all
 * @param dice the machine's number
 * @param packId the pack's
 */
export function isChosen(percent: number | undefined, dice: number, packId: string): boolean {
  return percent === undefined || (dice + toFraction(packId)) % 1 < percent / 100;
}

/** FNV-1a, as a number from 0 to less than 1. */
function toFraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
