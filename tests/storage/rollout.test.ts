import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isChosen, loadDice } from '../../lib/storage/rollout.ts';

beforeEach(() => fakeBrowser.reset());

/** Machines whose numbers lie evenly. */
const machines = Array.from({ length: 1_000 }, (_, at) => at / 1_000);
const choose = (percent: number | undefined, id = 'acme') => machines.filter((dice) => isChosen(percent, dice, id));

describe('A staged rollout', () => {
  it('reaches as many machines as it says', () => {
    expect([0, 1, 10, 50, 100, undefined].map((percent) => choose(percent).length)).toEqual([
      0, 10, 100, 500, 1000, 1000,
    ]);
  });

  it('leaves nobody without it again when it grows', () => {
    const more = new Set(choose(25));
    expect(choose(10).every((dice) => more.has(dice))).toBe(true);
  });

  it('is tried by other people for another pack', () => {
    const both = new Set(choose(10, 'acme'));
    expect(choose(10, 'shipping-words').filter((dice) => both.has(dice)).length).toBeLessThan(100);
  });

  it('is decided by a number that is made once', async () => {
    const [one, other] = await Promise.all([loadDice(), loadDice()]);
    expect(one).toBe(other);
    expect(await loadDice()).toBe(one);
    expect(one >= 0 && one < 1).toBe(true);
    await fakeBrowser.storage.local.set({ dice: 'six' });
    expect(await loadDice()).not.toBe('six');
  });
});
