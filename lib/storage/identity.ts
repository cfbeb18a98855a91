import { cleanLine } from '../stats/clean-line.ts';
import { loadItem, removeItems, watchItem, writeItems } from './area.ts';
import { isRecord } from './migrations.ts';
import { inTurn } from './turns.ts';

export const IDENTITY_KEY = 'statsIdentity';

/** Under whom counts leave this browser: a number made by chance, which says nothing of anybody. */
export interface Identity {
  /** A random UUID. */
  agent: string;
  /** The group that its owner has named, for sums of a team. */
  group?: string;
  /** What its owner is called. It leaves the browser only while `isNamed`. */
  name?: string;
  /** Whether the owner has ticked that the name goes along. */
  isNamed: boolean;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The identity that is stored, made when there is none.
 *
 * @throws {StorageFailure}
 */
export function loadIdentity(): Promise<Identity> {
  return inTurn(IDENTITY_KEY, loadOwn);
}

/**
 * Sets group, name, and whether the name goes along; the number stays. An empty text takes its field away.
 *
 * @throws {StorageFailure}
 */
export function changeIdentity(change: Partial<Omit<Identity, 'agent'>>): Promise<Identity> {
  return inTurn(IDENTITY_KEY, async () => {
    const identity = clean({ ...(await loadOwn()), ...change });
    await writeItems({ [IDENTITY_KEY]: identity });
    return identity;
  });
}

/**
 * Forgets it: whoever counts next is somebody else.
 *
 * @throws {StorageFailure}
 */
export function eraseIdentity(): Promise<void> {
  return inTurn(IDENTITY_KEY, () => removeItems([IDENTITY_KEY]));
}

/** Calls back when it was forgotten, with all that was counted. */
export function watchErased(onErased: () => void, signal: AbortSignal): void {
  watchItem(IDENTITY_KEY, (stored) => !isRecord(stored) && onErased(), signal);
}

async function loadOwn(): Promise<Identity> {
  const stored = await loadItem(IDENTITY_KEY);
  if (isRecord(stored) && typeof stored.agent === 'string' && UUID.test(stored.agent))
    return clean({ ...stored, agent: stored.agent });
  const made: Identity = { agent: crypto.randomUUID(), isNamed: false };
  await writeItems({ [IDENTITY_KEY]: made });
  return made;
}

function clean(raw: { agent: string; group?: unknown; name?: unknown; isNamed?: unknown }): Identity {
  const group = cleanLine(raw.group);
  const name = cleanLine(raw.name);
  return {
    agent: raw.agent,
    ...(group && { group }),
    ...(name && { name }),
    isNamed: raw.isNamed === true && name !== '',
  };
}
