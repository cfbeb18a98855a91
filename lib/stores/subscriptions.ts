import { createStore, type StoreApi } from 'zustand/vanilla';
import { removePackOrigin, requestPackOrigin } from '../sites/added.ts';
import { type InstalledPack, loadPacks, watchPacks } from '../storage/packs.ts';
import {
  changeSubscriptions,
  dropPack,
  findInUse,
  findRoomTrouble,
  loadSubscriptions,
  replaceSubscription,
  usePack,
  watchSubscriptions,
  withPin,
} from '../storage/subscriptions.ts';
import { getPattern, readAddress, readPin } from '../subscriptions/address.ts';
import { isSame, type Subscription } from '../subscriptions/subscription.ts';

export type { Pending, Subscription, Trouble } from '../subscriptions/subscription.ts';

/** A pack that is followed, and what of it is in use. */
export interface Followed {
  subscription: Subscription;
  inUse: InstalledPack | undefined;
}

export interface SubscriptionsState {
  followed: readonly Followed[];
  /** Addresses that are being asked right now. */
  busy: readonly string[];
  /** Addresses for which the background was asked last and gave no answer. */
  unanswered: readonly string[];
  status: 'loading' | 'ready' | 'unreadable';
}

/** How following an address has ended; `asked` when it is followed and was looked for. */
export type Ending = 'noAddress' | 'notSafe' | 'noPin' | 'known' | 'refused' | 'failed' | 'asked';

export interface SubscriptionsStore extends StoreApi<SubscriptionsState> {
  /** Follows an address as it was typed. Must be called in a click: the browser asks for its origin. */
  follow(address: string, pin: string): Promise<Ending>;
  /** Asks for the origin again that was taken back. Must be called in a click. */
  allow(subscription: Subscription): Promise<void>;
  checkNow(subscription: Subscription): Promise<void>;
  /** Puts the version that waits into use. False when storage did not take it; the subscription says why. */
  accept(subscription: Subscription): Promise<boolean>;
  /** Leaves the version that waits, shown or folded. */
  putOff(subscription: Subscription, isPutOff: boolean): Promise<void>;
  /** Sets or takes away the pin. False for what is none. */
  setPin(subscription: Subscription, typed: string): Promise<boolean>;
  /** Gives it up, with its pack and the origin that was asked for it. */
  remove(subscription: Subscription): Promise<boolean>;
}

export interface SubscriptionsParts {
  /** Looks for one now; ends when it was looked for. */
  check(which: Pick<Subscription, 'url' | 'by'>): Promise<unknown>;
  /** Whether an origin is one of the sites where the user is coached. */
  isCoached(origin: string): boolean;
}

/** Milliseconds for one look: a server is waited for a sixth of it. */
const PATIENCE = 60_000;

/** Mirrors the packs that are followed. Storage is the truth. */
export function createSubscriptionsStore(
  signal: AbortSignal,
  { check, isCoached }: SubscriptionsParts,
): SubscriptionsStore {
  const store = createStore<SubscriptionsState>(() => ({
    followed: [],
    busy: [],
    unanswered: [],
    status: 'loading',
  }));
  const look = async () => {
    const [list, { packs }] = await Promise.all([loadSubscriptions(), loadPacks()]);
    const followed = list.map((subscription) => ({ subscription, inUse: findInUse(packs, subscription) }));
    if (!signal.aborted) store.setState({ followed, status: 'ready' });
  };
  const follow = () => void look().catch(() => store.setState({ status: 'unreadable' }));
  watchSubscriptions(follow, signal);
  watchPacks(follow, signal);
  follow();

  const change = (one: Subscription, by: (now: Subscription) => Subscription) =>
    changeSubscriptions((list) => list.map((each) => (isSame(each, one) ? by(each) : each)));

  async function ask(which: Pick<Subscription, 'url' | 'by'>): Promise<true> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    });
    try {
      await Promise.race([check(which), late]);
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  async function checkNow({ url, by }: Subscription): Promise<void> {
    store.setState(({ busy }) => ({ busy: [...busy, url] }));
    // A worker that was stopped while it looked is woken by being asked again.
    const isAnswered = await ask({ url, by }).catch(() => ask({ url, by }).catch(() => false));
    await look().catch(() => undefined);
    store.setState(({ busy, unanswered }) => ({
      busy: busy.filter((one) => one !== url),
      unanswered: [...unanswered.filter((one) => one !== url), ...(isAnswered ? [] : [url])],
    }));
  }

  return {
    ...store,
    checkNow,
    async follow(address, typedPin) {
      const read = readAddress(address);
      if ('fault' in read) return read.fault;
      const pin = readPin(typedPin);
      if (!pin && typedPin.trim()) return 'noPin';
      const next: Subscription = { url: read.url, by: 'user', ...(pin && { pin }) };
      if (store.getState().followed.some(({ subscription }) => subscription.url === next.url)) return 'known';
      // First, for after a pause it is no click any more.
      const isAllowed = await requestPackOrigin(read.origin, isCoached(read.origin)).catch(() => false);
      if (!isAllowed) return 'refused';
      try {
        await changeSubscriptions((list) => (list.some((one) => isSame(one, next)) ? list : [...list, next]));
      } catch {
        return 'failed';
      }
      await checkNow(next);
      return 'asked';
    },
    async allow(subscription) {
      const origin = getPattern(new URL(subscription.url));
      if (await requestPackOrigin(origin, false).catch(() => false)) await checkNow(subscription);
    },
    async accept(subscription) {
      const { pending } = subscription;
      if (!pending) return false;
      try {
        await usePack(subscription, pending);
        await change(subscription, ({ pending: _, ...rest }) => rest);
        return true;
      } catch (error) {
        const trouble = findRoomTrouble(error);
        if (trouble) await replaceSubscription({ ...subscription, trouble }).catch(() => undefined);
        return false;
      }
    },
    putOff: (subscription, isPutOff) =>
      change(subscription, ({ pending, ...rest }) => {
        if (!pending) return rest;
        const { isPutOff: _, ...shown } = pending;
        return { ...rest, pending: isPutOff ? { ...shown, isPutOff } : shown };
      }).catch(() => undefined),
    async setPin(subscription, typed) {
      const pin = readPin(typed);
      if (!pin && typed.trim()) return false;
      await change(subscription, (now) => withPin(now, pin)).catch(() => undefined);
      await checkNow(subscription);
      return true;
    },
    remove: (subscription) =>
      giveUp([subscription]).then(
        () => true,
        () => false,
      ),
  };
}

/**
 * Gives up whatever the user follows, as on the first day.
 *
 * @throws {StorageFailure}
 */
export async function giveUpAll(): Promise<void> {
  await giveUp((await loadSubscriptions()).filter(({ by }) => by === 'user'));
}

async function giveUp(which: readonly Subscription[]): Promise<void> {
  await changeSubscriptions((list) => list.filter((one) => !which.some((gone) => isSame(gone, one))));
  for (const one of which) await dropPack(one);
  const left = (await loadSubscriptions()).filter(({ by }) => by === 'user').map(getOrigin);
  for (const origin of new Set(which.map(getOrigin))) if (!left.includes(origin)) await removePackOrigin(origin);
}

function getOrigin({ url }: Subscription): string {
  return getPattern(new URL(url));
}
