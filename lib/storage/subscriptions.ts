import { forgetFindings, isSame, type Subscription } from '../subscriptions/subscription.ts';
import { loadItem, removeItems, StorageFailure, watchItem, writeItems } from './area.ts';
import { isRecord } from './migrations.ts';
import { changePacks, type InstalledPack, PacksTooLarge } from './packs.ts';
import type { PolicyPack } from './policy.ts';
import { inTurn } from './turns.ts';

const KEY = 'subscriptions';

/**
 * The packs that are followed at an address.
 *
 * @throws {StorageFailure} when storage cannot be read
 */
export async function loadSubscriptions(): Promise<Subscription[]> {
  return readSubscriptions(await loadItem(KEY));
}

/** Calls back with every change, made here or elsewhere. */
export function watchSubscriptions(onChange: (list: Subscription[]) => void, signal: AbortSignal): void {
  watchItem(KEY, (stored) => onChange(readSubscriptions(stored)), signal);
}

/**
 * Changes them from what is stored now; whoever else changes them meanwhile waits.
 *
 * @throws {StorageFailure} nothing is changed then
 */
export function changeSubscriptions(change: (list: readonly Subscription[]) => readonly Subscription[]): Promise<void> {
  return inTurn(KEY, async () => {
    const before = await loadItem(KEY);
    const list = change(readSubscriptions(before));
    if (JSON.stringify(list) === JSON.stringify(before ?? [])) return;
    await (list.length > 0 ? writeItems({ [KEY]: list }) : removeItems([KEY]));
  });
}

/** Puts a subscription in the place of its older self. One that was given up or asked otherwise meanwhile stays so. */
export function replaceSubscription(next: Subscription): Promise<void> {
  const isIt = (one: Subscription) => isSame(one, next) && one.pin === next.pin && one.rollout === next.rollout;
  return changeSubscriptions((list) =>
    list.map((one) => (isIt(one) ? { ...next, ...(one.entry !== undefined && { entry: one.entry }) } : one)),
  );
}

/** The pack that is in use from this address. */
export function findInUse(packs: readonly InstalledPack[], { url, by }: Pick<Subscription, 'url' | 'by'>) {
  const kind = by === 'policy' ? 'policy' : 'url';
  return packs.find(({ source }) => source.kind === kind && source.url === url);
}

/**
 * Puts a version into use, in the place of the one before it. Whether the pack is on stays.
 *
 * @throws {PacksTooLarge}
 * @throws {StorageFailure} nothing is changed then
 */
export function usePack(
  subscription: Subscription,
  { pack, text, sha256 }: Pick<InstalledPack, 'pack' | 'sha256'> & { text: string },
): Promise<void> {
  const { url, by, entry = 0 } = subscription;
  const source: InstalledPack['source'] = by === 'policy' ? { kind: 'policy', entry, url } : { kind: 'url', url };
  return changePacks(
    (packs) => {
      const before = findInUse(packs, subscription);
      const next: InstalledPack = { pack, isOn: before?.isOn ?? true, source, sha256 };
      return before ? packs.with(packs.indexOf(before), next) : [...packs, next];
    },
    { [sha256]: text },
  );
}

/** Takes what is in use from this address out of use. */
export function dropPack(subscription: Pick<Subscription, 'url' | 'by'>): Promise<void> {
  return changePacks((packs) => packs.filter((one) => one !== findInUse(packs, subscription)));
}

/** The list with the packs that the policy names by their address, and no others of its own. */
export function withPolicy(list: readonly Subscription[], packs: readonly PolicyPack[]): Subscription[] {
  const named = new Map<string, Subscription>();
  for (const [entry, { url, sha256: pin, rollout }] of packs.entries()) {
    if (url === undefined) continue;
    const next: Subscription = {
      url,
      by: 'policy',
      entry,
      ...(pin && { pin }),
      ...(rollout !== undefined && { rollout }),
    };
    const before = list.find((one) => isSame(one, next));
    const isOld = before && before.pin === next.pin && before.rollout === next.rollout;
    named.set(url, isOld ? { ...before, entry } : { ...next, ...(before?.packId && { packId: before.packId }) });
  }
  return [...list.filter(({ by }) => by === 'user'), ...named.values()];
}

/** The same subscription with another pin, or none. What was found by the old one is forgotten. */
export function withPin({ pin: _, ...subscription }: Subscription, pin: string | undefined): Subscription {
  return forgetFindings({ ...subscription, ...(pin && { pin }) });
}

/** Why a pack could not be put into use; undefined for what is no matter of room. */
export function findRoomTrouble(error: unknown) {
  if (error instanceof PacksTooLarge) return { kind: 'room' as const, why: error.why };
  if (error instanceof StorageFailure) return { kind: 'room' as const, why: 'storage' as const };
  return undefined;
}

function readSubscriptions(stored: unknown): Subscription[] {
  return Array.isArray(stored) ? stored.filter(isSubscription) : [];
}

function isSubscription(raw: unknown): raw is Subscription {
  if (!isRecord(raw) || typeof raw.url !== 'string' || !URL.canParse(raw.url)) return false;
  if (raw.by !== 'user' && raw.by !== 'policy') return false;
  const isPending = (pending: unknown) =>
    isRecord(pending) && isRecord(pending.pack) && typeof pending.text === 'string' && Array.isArray(pending.faults);
  return raw.pending === undefined || isPending(raw.pending);
}
