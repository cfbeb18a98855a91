import { browser } from 'wxt/browser';
import { now } from '../clock.ts';
import { changePacks, loadPacks } from '../storage/packs.ts';
import { loadPolicy, watchPolicy } from '../storage/policy.ts';
import { isChosen, loadDice } from '../storage/rollout.ts';
import {
  changeSubscriptions,
  dropPack,
  findInUse,
  findRoomTrouble,
  loadSubscriptions,
  replaceSubscription,
  usePack,
  watchSubscriptions,
  withPolicy,
} from '../storage/subscriptions.ts';
import { inTurn } from '../storage/turns.ts';
import { getPattern } from '../subscriptions/address.ts';
import { type Checked, check } from '../subscriptions/check.ts';
import { fetchPack } from '../subscriptions/fetch.ts';
import { isDue, isSame, type Subscription } from '../subscriptions/subscription.ts';
import type { Host } from './host.ts';

const ALARM = 'subscriptions';
/** One look after the other. Not the name by which storage takes its turns: a look changes what is stored. */
const LOOK = 'subscription-looks';
/** Minutes from one look at what is due to the next. */
const HOUR = 60;

/**
 * Looks once a day for new versions of the packs that are followed, by the agent or by the policy. Where nothing is followed there
 * is no alarm, and nothing is ever asked.
 *
 * @returns looks for one at once, whether it is due or not
 */
export function followSubscriptions(host: Host): (which: Pick<Subscription, 'url' | 'by'>) => Promise<void> {
  const life = new AbortController().signal;
  const run = (act: () => Promise<void>) => void act().catch(() => undefined);
  const checkDue = () =>
    inTurn(LOOK, async () => {
      for (const one of await loadSubscriptions()) if (isDue(one, now())) await checkOne(one, host);
    });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) run(checkDue);
  });
  browser.runtime.onStartup.addListener(() => run(checkDue));
  watchSubscriptions((list) => run(() => setAlarm(list.length > 0)), life);
  watchPolicy(() => run(() => inTurn(LOOK, takePolicy).then(checkDue)), life);
  run(async () => {
    await inTurn(LOOK, takePolicy);
    await setAlarm((await loadSubscriptions()).length > 0);
  });
  return (which) =>
    inTurn(LOOK, async () => {
      const one = (await loadSubscriptions()).find((each) => isSame(each, which));
      if (one) await checkOne(one, host);
    });
}

async function setAlarm(isNeeded: boolean): Promise<void> {
  const isSet = (await browser.alarms.get(ALARM)) !== undefined;
  if (isNeeded && !isSet) await browser.alarms.create(ALARM, { periodInMinutes: HOUR });
  if (!isNeeded && isSet) await browser.alarms.clear(ALARM);
}

/** Follows what the policy names by its address, in its order. */
async function takePolicy(): Promise<void> {
  const { packs } = await loadPolicy();
  await changeSubscriptions((list) => withPolicy(list, packs));
  const getEntry = (url: string) => packs.findIndex((pack) => pack.url === url);
  const { packs: installed } = await loadPacks();
  const isElsewhere = installed.some(
    ({ source }) => source.kind === 'policy' && source.url !== undefined && getEntry(source.url) !== source.entry,
  );
  if (!isElsewhere) return;
  await changePacks((all) =>
    all.flatMap((one) => {
      const { source } = one;
      if (source.kind !== 'policy' || source.url === undefined) return [one];
      const entry = getEntry(source.url);
      return entry < 0 ? [] : [{ ...one, source: { ...source, entry } }];
    }),
  );
}

async function checkOne(one: Subscription, host: Host): Promise<void> {
  const [{ packs }, policy] = await Promise.all([loadPacks(), loadPolicy()]);
  const inUse = findInUse(packs, one);
  const dice = one.rollout === undefined ? 0 : await loadDice();
  const checked = await check(one, {
    read: ({ url, by }, etag) =>
      fetchPack({ url, needsLeave: by === 'user', mayRead, ...(etag !== undefined && { etag }) }),
    async compile(name, text) {
      const [compiled] = await host.compile({ texts: [{ name, text }] });
      return compiled ?? { faults: [] };
    },
    inUse: inUse?.sha256,
    isTaken: (id) =>
      one.by === 'user' && packs.some((pack) => pack !== inUse && pack.source.kind !== 'policy' && pack.pack.id === id),
    // A policy that names the file's hash has chosen the version itself.
    isAutomatic: policy.automaticUpdates === true || (one.by === 'policy' && one.pin !== undefined),
    isChosen: (id) => isChosen(one.rollout, dice, id),
    now,
  });
  await apply(one, checked);
}

/** Does what a check says, unless the subscription was given up meanwhile. */
async function apply(one: Subscription, { subscription, take, drop }: Checked): Promise<void> {
  if (!(await loadSubscriptions()).some((each) => isSame(each, one))) return;
  try {
    if (take) await usePack(subscription, take);
    if (drop) await dropPack(subscription);
    await replaceSubscription(subscription);
  } catch (error) {
    const trouble = findRoomTrouble(error);
    if (!trouble) throw error;
    await replaceSubscription({ ...one, triedAt: now(), trouble });
  }
}

function mayRead(url: URL): Promise<boolean> {
  return browser.permissions.contains({ origins: [getPattern(url)] });
}
