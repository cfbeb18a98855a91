import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTally } from '../../lib/composer/tally.ts';
import type { Messages } from '../../lib/messages.ts';

type Batch = Messages['stats.count']['ask'];

const ask = vi.hoisted(() => vi.fn<(name: string, batch: Batch) => Promise<boolean>>());
vi.mock('../../lib/messages.ts', () => ({ ask }));

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset().mockResolvedValue(true);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);
const listBatches = () => ask.mock.calls.map(([, batch]) => batch);
const one = { desk: 'zendesk', totals: { discarded: 1 } };

describe('What a page counts', () => {
  it('goes to the worker together when it comes together, with its day', async () => {
    const tally = createTally(life.signal);
    tally.add(one);
    tally.add({ desk: 'zendesk', totals: { left: 1 } });
    expect(ask).not.toHaveBeenCalled();
    await pass(1_000);
    expect(listBatches()).toHaveLength(1);
    expect(listBatches()[0]).toMatchObject({ sequence: 1, deltas: [one, { totals: { left: 1 } }] });
    expect(listBatches()[0]?.deltas[0]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    await pass(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is sent again under the same number until the worker has it, and what comes after it waits', async () => {
    ask.mockRejectedValueOnce(new Error('The worker was killed.')).mockResolvedValueOnce(false);
    const tally = createTally(life.signal);
    tally.add(one);
    await pass(1_000);
    tally.add({ ...one, desk: 'gmail' });
    await pass(2_000);
    await pass(3_000);
    const [first, again, third, next, ...more] = listBatches();
    expect([again, third]).toEqual([first, first]);
    expect(next).toMatchObject({ source: first?.source, sequence: 2, deltas: [{ desk: 'gmail' }] });
    expect(more).toEqual([]);
  });

  it('waits longer from time to time, a minute at the most', async () => {
    ask.mockResolvedValue(false);
    createTally(life.signal).add(one);
    await pass(1_000);
    for (const wait of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      const before = ask.mock.calls.length;
      await pass(wait - 1);
      expect(ask).toHaveBeenCalledTimes(before);
      await pass(1);
      expect(ask).toHaveBeenCalledTimes(before + 1);
    }
  });

  it('does not wait when the page goes: then it is a line of its own', async () => {
    ask.mockResolvedValue(false);
    const tally = createTally(life.signal);
    tally.add(one);
    await pass(1_000);
    tally.add(one);
    tally.flush(true);
    const [first, last] = listBatches();
    expect(last).toMatchObject({ sequence: 1, deltas: [one] });
    expect(last?.source).not.toBe(first?.source);
  });

  it('is forgotten when counting is switched off, on its way or not', async () => {
    ask.mockResolvedValue(false);
    const tally = createTally(life.signal);
    tally.add(one);
    await pass(1_000);
    tally.add(one);
    tally.forget();
    await pass(120_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('does not fill the page while nobody takes it', async () => {
    ask.mockResolvedValue(false);
    const tally = createTally(life.signal);
    tally.add(one);
    await pass(1_000);
    for (let at = 0; at < 6_000; at++) tally.add(one);
    ask.mockResolvedValue(true);
    await pass(10_000);
    expect(listBatches().at(-1)?.deltas).toHaveLength(5_000);
  });
});
