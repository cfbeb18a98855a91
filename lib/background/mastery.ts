import { browser } from 'wxt/browser';
import { connectClock, now } from '../clock.ts';
import { createRenames, isOffIn } from '../engine/layers.ts';
import { type DayCounts, type Delta, splitVersion } from '../stats/counts.ts';
import { getDay } from '../stats/days.ts';
import { askHabits, isMastered, listHabits } from '../stats/habits.ts';
import { followRenames } from '../stats/renamed.ts';
import { noteSilences } from '../stats/silences.ts';
import { createSource } from '../stats/sum.ts';
import { writeItems } from '../storage/area.ts';
import { loadSettings, watchSettings } from '../storage/index.ts';
import { loadMastered, MASTERED_KEY } from '../storage/mastered.ts';
import { loadPacks } from '../storage/packs.ts';
import { isRuleOff, layPolicy, loadPolicy, watchPolicy } from '../storage/policy.ts';
import { loadSilences, SILENCES_KEY } from '../storage/silences.ts';
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
  watchSettings(run, signal);
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
  const [days, { settings }, policy, packs, before] = await Promise.all([
    load(),
    loadSettings(),
    loadPolicy(),
    // Packs that cannot be read rename nothing.
    loadPacks().then(
      ({ packs }) => packs.map(({ pack }) => pack),
      () => [],
    ),
    loadSilences(),
  ]);
  const today = getDay(now());
  const rename = createRenames(packs);
  const source = followRenames(createSource(days), () => rename);
  const sums = await askHabits(source, { from: days[0]?.day ?? today, to: today });
  const inForce = layPolicy(settings, policy);
  const counted = [...new Set(sums.rules.map(({ rule = '' }) => rule))].sort();
  const isOff = (id: string) => isRuleOff(inForce, id) || isOffIn(packs, id, rename);
  // While nothing is counted, nothing that was is there to be asked of; it is not gone.
  const silences = inForce.counting ? noteSilences(before, counted, isOff, today) : before;
  const mastered = listHabits(sums, today, silences).filter(isMastered);
  await write(SILENCES_KEY, before, silences);
  await write(
    MASTERED_KEY,
    await loadMastered(),
    Object.fromEntries(mastered.map(({ rule, since }) => [rule, { since }])),
  );
}

/** The pages hear of every write: only what has changed is written. */
async function write(key: string, before: unknown, after: unknown): Promise<void> {
  if (JSON.stringify(after) !== JSON.stringify(before)) await writeItems({ [key]: after });
}
