import { describe, expect, it, vi } from 'vitest';
import { makeDays } from '../../demo/counted-days.ts';
import { createLazySource } from '../../lib/stats/lazy.ts';
import type { StatsSource } from '../../lib/stats/source.ts';
import { createSource } from '../../lib/stats/sum.ts';
import { createStatsStore, type Place } from '../../lib/stores/stats.ts';

const TODAY = '2026-11-20';
const source = createSource(makeDays({ from: '2025-11-20', to: '2026-11-20' }));
const { signal } = new AbortController();
const open = (...places: Place[]) => createStatsStore(signal, { places, getToday: () => TODAY });
const mine: Place = { name: 'browser', source };

describe('the store of the page of statistics', () => {
  it('asks the first place for the last 13 weeks', async () => {
    const store = open(mine);
    await vi.waitFor(() => expect(store.getState().status).toBe('ready'));
    expect(store.getState().view?.report.filter).toEqual({ from: '2026-08-22', to: TODAY });
    expect(store.getState().view?.habits.length).toBeGreaterThan(3);
  });

  it('asks for the same weeks a year ago when it is told to compare with them', async () => {
    const store = open(mine);
    store.ask({ preset: 'month', comparison: 'year' });
    await vi.waitFor(() => expect(store.getState().view?.compared?.filter.to).toBe('2025-11-21'));
    expect(store.getState().view?.report.filter.from).toBe('2026-10-24');
  });

  it('shows the answer to the last question, however late the one before comes', async () => {
    let answer = () => {};
    const slow: StatsSource = {
      ...source,
      describe: () => new Promise((resolve) => (answer = () => resolve(source.describe()))),
    };
    const store = open({ name: 'team', source: slow }, mine);
    store.choose('browser');
    await vi.waitFor(() => expect(store.getState().status).toBe('ready'));
    const { view } = store.getState();
    answer();
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState().view).toBe(view);
  });

  it('keeps what it showed when a place does not answer, says so in its words, and asks again', async () => {
    let isDown = false;
    const place: Place = {
      name: 'server',
      source: {
        ...source,
        describe: async () => {
          if (isDown) throw new Error('no route');
          return source.describe();
        },
      },
      explain: (error) => `The server says: ${(error as Error).message}`,
    };
    const store = open(place);
    await vi.waitFor(() => expect(store.getState().status).toBe('ready'));
    isDown = true;
    store.retry();
    await vi.waitFor(() => expect(store.getState().status).toBe('failed'));
    expect(store.getState()).toMatchObject({ trouble: 'The server says: no route', view: expect.anything() });
    isDown = false;
    store.retry();
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ status: 'ready', trouble: undefined }));
  });

  it('looks again when the place that is shown has new numbers, and only then', async () => {
    let tell = () => {};
    const describe = vi.fn(source.describe);
    const team: Place = { name: 'team', source: { ...source, describe }, watch: (onChange) => (tell = onChange) };
    const shown = vi.fn(source.describe);
    const store = open({ ...mine, source: { ...source, describe: shown } }, team);
    tell();
    expect([shown.mock.calls.length, describe.mock.calls.length]).toEqual([1, 0]);
    store.choose('team');
    tell();
    await vi.waitFor(() => expect(store.getState().status).toBe('ready'));
    expect(describe).toHaveBeenCalledTimes(2);
  });

  it('forgets a desk that another place may not know', async () => {
    const store = open(mine, { name: 'team', source });
    store.ask({ desk: 'zendesk' });
    await vi.waitFor(() => expect(store.getState().view?.report.filter.desk).toBe('zendesk'));
    store.choose('team');
    await vi.waitFor(() => expect(store.getState().view?.report.filter).toEqual({ from: '2026-08-22', to: TODAY }));
  });
});

it('a database that could not be read is read again with the next question', async () => {
  const load = vi.fn<() => Promise<StatsSource>>().mockRejectedValueOnce(new Error('closed')).mockResolvedValue(source);
  const lazy = createLazySource(load);
  await expect(lazy.describe()).rejects.toThrow('closed');
  expect((await lazy.describe()).last).toBe('2026-11-20');
  await lazy.sumReplaced({ from: '2026-11-01', to: TODAY });
  expect(load).toHaveBeenCalledTimes(2);
  lazy.forget();
  await lazy.describe();
  expect(load).toHaveBeenCalledTimes(3);
});
