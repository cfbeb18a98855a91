import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followMastery } from '../../lib/background/mastery.ts';
import { loadCounts } from '../../lib/background/stats.ts';
import { addDelta, createDay, type DayCounts, type RuleCounts } from '../../lib/stats/counts.ts';
import { addDays } from '../../lib/stats/days.ts';
import { changeSettings } from '../../lib/storage/index.ts';
import { listFaded, loadMastered, watchMastered } from '../../lib/storage/mastered.ts';
import { layPolicy, noPolicy, POLICY_KEY, type Policy } from '../../lib/storage/policy.ts';
import { defaults, type Settings } from '../../lib/storage/settings.ts';
import { loadSilences } from '../../lib/storage/silences.ts';

/** A Monday. */
const FIRST = '2026-09-07';

let alarms: Map<string, { periodInMinutes?: number }>;
let wake: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T12:00') });
  alarms = new Map();
  Object.assign(fakeBrowser.alarms, {
    get: async (name: string) => alarms.get(name),
    create: async (name: string, alarm: { periodInMinutes: number }) => void alarms.set(name, alarm),
    onAlarm: { addListener: (on: (alarm: { name: string }) => void) => (wake = () => on({ name: 'mastery' })) },
  });
});
afterEach(() => vi.useRealTimers());

/** One reply day a week: flags in the first four weeks, none in the four after them. */
const learned: DayCounts[] = Array.from({ length: 8 }, (_, week) =>
  createDayOf(addDays(FIRST, 7 * week), week < 4 ? { flagged: 3, sent: 3 } : {}),
);

function createDayOf(day: string, counts: Partial<RuleCounts>): DayCounts {
  const totals = { replies: 9, words: 700 };
  const rules = { 'tone/a@1.0.0': counts };
  return addDelta(createDay(day, 'gmail'), { day, desk: 'gmail', totals, packs: { 'tone@1.0.0': totals }, rules });
}

const mastered = { 'tone/a': { since: '2026-11-02' } };

describe('The background', () => {
  it('leaves for the pages what the agent has done without for a month, once a day', async () => {
    followMastery(async () => learned);
    await vi.waitFor(() => expect([...alarms]).toEqual([['mastery', { periodInMinutes: 1_440 }]]));
    expect(await loadMastered()).toEqual({});
    wake();
    await vi.waitFor(async () => expect(await loadMastered()).toEqual(mastered));
  });

  it('leaves its alarm as it is when it starts again', async () => {
    alarms.set('mastery', {});
    followMastery(async () => learned);
    wake();
    await vi.waitFor(async () => expect(await loadMastered()).toEqual(mastered));
    expect([...alarms]).toEqual([['mastery', {}]]);
  });

  it('tells open pages at once that a rule is back, and looks no further for what no mastered rule has to do with', async () => {
    const days = [...learned];
    const load = vi.fn(async () => days);
    const mastery = followMastery(load);
    await mastery.look();
    const told = vi.fn();
    watchMastered(told, new AbortController().signal);
    load.mockClear();

    const other = { day: '2026-11-02', desk: 'gmail', rules: { 'tone/b@1.0.0': { flagged: 1 } } };
    await mastery.hear([other]);
    expect(load).not.toHaveBeenCalled();

    const sent = { ...other, rules: { 'tone/a@1.1.0': { sent: 1, flagged: 1 } } };
    days.push(addDelta(createDay('2026-11-02', 'gmail'), sent));
    await mastery.hear([other, sent]);
    expect(told.mock.calls).toEqual([[{}]]);
  });

  it('takes no rule for mastered that was switched off meanwhile, but counts the weeks before and after', async () => {
    const at = (week: number) => addDays(FIRST, 7 * week);
    const setWeek = (week: number) => vi.setSystemTime(new Date(`${at(week)}T12:00`));
    const days = Array.from({ length: 14 }, (_, week) =>
      createDayOf(at(week), week < 4 ? { flagged: 3, sent: 3 } : {}),
    );
    const countUntil = (week: number) => days.filter(({ day }) => day < at(week));
    let counted = countUntil(6);
    const mastery = followMastery(async () => counted);

    setWeek(6);
    await changeSettings(() => ({ off: ['tone/a'] }));
    await vi.waitFor(async () => expect(await loadSilences()).toEqual({ 'tone/a': [{ from: at(6) }] }));
    counted = countUntil(11);
    setWeek(11);
    await mastery.look();
    expect(await loadMastered()).toEqual({});

    await changeSettings(() => ({ off: [] }));
    await vi.waitFor(async () => expect(await loadSilences()).toEqual({ 'tone/a': [{ from: at(6), to: at(11) }] }));
    counted = countUntil(13);
    setWeek(13);
    await mastery.look();
    expect(await loadMastered()).toEqual({});
    counted = days;
    setWeek(14);
    await mastery.look();
    expect(await loadMastered()).toEqual({ 'tone/a': { since: at(14) } });
  });

  it('takes it back when everything that was counted is erased', async () => {
    let days = learned;
    const mastery = followMastery(async () => days);
    await mastery.look();
    expect(await loadMastered()).toEqual(mastered);
    days = [];
    await mastery.look();
    expect(await loadMastered()).toEqual({});
  });
});

describe('Where the team has forbidden to count', () => {
  it('no mark is small, for nobody would see a relapse', async () => {
    const silences = { 'tone/b': [{ from: '2026-10-05' }] };
    await fakeBrowser.storage.local.set({ mastered, silences });
    followMastery(loadCounts);
    const policy = { ...noPolicy, statistics: 'off' };
    await fakeBrowser.storage.local.set({ [POLICY_KEY]: { policy, faults: [], from: 'x' } });
    await vi.waitFor(async () => expect(await loadMastered()).toEqual({}));
    // Should the team allow it again, what was counted before is still told rightly.
    expect(await loadSilences()).toEqual(silences);
  });
});

describe('A rule that the agent does without', () => {
  const list = (settings: Partial<Settings> = {}, policy: Partial<Policy> = {}) =>
    listFaded(mastered, layPolicy({ ...defaults, ...settings }, { ...noPolicy, ...policy }));

  it('has a small mark', () => {
    expect(list()).toEqual(['tone/a']);
  });

  it('has it in full where the agent says so, for this rule or for all', () => {
    expect(list({ inFull: ['tone/a'] })).toEqual([]);
    expect(list({ appearance: { ...defaults.appearance, fade: false } })).toEqual([]);
  });

  it('has it in full where the team has locked it, or has said how grave it is', () => {
    expect(list({}, { locked: ['tone'] })).toEqual([]);
    expect(list({}, { severities: { 'tone/a': 'info' } })).toEqual([]);
  });

  it('is none where storage holds something else', async () => {
    await fakeBrowser.storage.local.set({ mastered: ['tone/a'] });
    expect(await loadMastered()).toEqual({});
  });
});
