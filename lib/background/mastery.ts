import { browser } from 'wxt/browser';
import { connectClock, now } from '../clock.ts';
import { createRenames } from '../engine/layers.ts';
import { type DayCounts, type Delta, splitVersion } from '../stats/counts.ts';
import { getDay } from '../stats/days.ts';
import { askHabits, isMastered, listHabits } from '../stats/habits.ts';
import { followRenames } from '../stats/renamed.ts';
import { createSource } from '../stats/sum.ts';
import { writeItems } from '../storage/area.ts';
import { loadMastered, MASTERED_KEY } from '../storage/mastered.ts';
import { loadPacks } from '../storage/packs.ts';
import { watchPolicy } from '../storage/policy.ts';
import { inTurn } from '../storage/turns.ts';

const ALARM = 'mastery';
/** Minutes. */
const DAY = 24 * 60;

export interface Mastery {
  /** Reckons anew. To be called when counts were taken over from a file, or erased. */
  look(): Promise<void>;
  /** These were just counted: where they speak of a mastered rule, it may be back. */
  hear(deltas: readonly Delta[]): Promise<void>;
}

/**
 * Finds out which rules the agent does without, once a day and when the browser starts, and leaves it for the pages.
 *
 * @param load all that was counted; nothing where nothing is counted any more, for no relapse would be seen
 */
export function followMastery(load: () => Promise<readonly DayCounts[]>): Mastery {
  const look = () => inTurn(MASTERED_KEY, () => reckon(load));
  const run = () => void look().catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => name === ALARM && run());
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
  const { signal } = new AbortController();
  // The team may forbid to count.
  watchPolicy(run, signal);
  connectClock(run, signal).catch(() => undefined);
  // Made anew at each start of the worker, it would never ring.
  void browser.alarms
    .get(ALARM)
    .then(async (alarm) => {
      if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: DAY });
    })
    .catch(() => undefined);
  return {
    look,
    async hear(deltas) {
      const mastered = await loadMastered();
      const isKnown = (key: string) => {
        const { pack, rule } = splitVersion(key);
        return Object.hasOwn(mastered, `${pack}/${rule}`);
      };
      if (deltas.some(({ rules = {} }) => Object.keys(rules).some(isKnown))) await look();
    },
  };
}

async function reckon(load: () => Promise<readonly DayCounts[]>): Promise<void> {
  const days = await load();
  const today = getDay(now());
  // Packs that cannot be read rename nothing.
  const { packs } = await loadPacks().catch(() => ({ packs: [] }));
  const rename = createRenames(packs.map(({ pack }) => pack));
  const source = followRenames(createSource(days), () => rename);
  const habits = listHabits(await askHabits(source, { from: days[0]?.day ?? today, to: today }), today);
  const mastered = Object.fromEntries(habits.filter(isMastered).map(({ rule, since }) => [rule, { since }]));
  // The pages hear of every write.
  if (JSON.stringify(mastered) !== JSON.stringify(await loadMastered())) await writeItems({ [MASTERED_KEY]: mastered });
}
