import { loadItem, removeItems, watchItem, writeItems } from './area.ts';
import { isRecord } from './migrations.ts';
import { loadPolicy } from './policy.ts';
import { inTurn } from './turns.ts';

/** How a team's server is reached. The password lies in the browser's storage as it is; pages of the extension and its worker alone read it. */
export interface ServerAccess {
  /** With a path where it stands behind one of a proxy. */
  url: string;
  database: string;
  user: string;
  password: string;
}

/** What a server is asked for: to take this browser's counts, or to give the team's. */
export type ServerUse = 'sending' | 'reading';

/** What is set, by hand or by the team's policy, which goes first. */
export interface Servers {
  sending?: ServerAccess;
  reading?: ServerAccess;
  byPolicy: readonly ServerUse[];
  /** Whether the user has seen what goes to this very server, and agreed. Nothing is sent before. */
  isAgreed: boolean;
  /** The team's policy keeps counts on the machine. */
  isForbidden: boolean;
}

/** What came of sending. */
export interface SendState {
  /** The server of which this is told; see `getPlace`. */
  to?: string;
  /** Milliseconds since 1970: the last time when all was sent, and when the next try is due. */
  sentAt?: number;
  nextAt?: number;
  /** Tries since then that failed, and why the last one did. */
  failures: number;
  trouble?: unknown;
}

const KEY = 'server';
const POLICY_KEY = 'serverPolicy';
const STATE_KEY = 'serverState';
const USES = ['sending', 'reading'] as const;

/** @throws {StorageFailure} when storage cannot be read */
export async function loadServers(): Promise<Servers> {
  const [own, team, { statistics }] = await Promise.all([loadItem(KEY), loadItem(POLICY_KEY), loadPolicy()]);
  const stored = isRecord(own) ? own : {};
  const policy = isRecord(team) ? team : {};
  const servers: Servers = {
    byPolicy: USES.filter((use) => readAccess(policy[use])),
    isAgreed: false,
    isForbidden: statistics === 'off' || statistics === 'machine',
  };
  for (const use of USES) {
    const access = readAccess(policy[use]) ?? readAccess(stored[use]);
    if (access) servers[use] = access;
  }
  servers.isAgreed = servers.sending !== undefined && stored.agreed === getPlace(servers.sending);
  return servers;
}

/** Calls back when what is set has changed, here or elsewhere. */
export function watchServers(onChange: () => void, signal: AbortSignal): void {
  for (const key of [KEY, POLICY_KEY]) watchItem(key, onChange, signal);
}

/**
 * Sets how a server is reached; undefined takes it away.
 *
 * @throws {StorageFailure}
 */
export function setServer(use: ServerUse, access: ServerAccess | undefined): Promise<void> {
  return change((stored) => {
    const { [use]: _, ...rest } = stored;
    return access ? { ...rest, [use]: access } : rest;
  });
}

/**
 * Notes that the user agreed to send to this server, or no longer does. What it was sent before is forgotten: whoever agrees has been
 * shown everything, and everything goes there.
 *
 * @throws {StorageFailure}
 */
export async function setAgreed(access: ServerAccess | undefined): Promise<void> {
  await removeItems([STATE_KEY]);
  await change(({ agreed: _, ...rest }) => (access ? { ...rest, agreed: getPlace(access) } : rest));
}

/** @throws {StorageFailure} */
export function eraseServers(): Promise<void> {
  return inTurn(KEY, () => removeItems([KEY, STATE_KEY]));
}

/** What the policy says of servers, for the worker that has read it. Apart from the policy itself, which coached pages read. */
export function toPolicyItem(accesses: Partial<Record<ServerUse, ServerAccess>>): Record<string, unknown> {
  return { [POLICY_KEY]: accesses };
}

export async function loadSendState(): Promise<SendState> {
  const stored = await loadItem(STATE_KEY);
  return isRecord(stored) && typeof stored.failures === 'number' ? (stored as unknown as SendState) : { failures: 0 };
}

/** @throws {StorageFailure} */
export function saveSendState(state: SendState): Promise<void> {
  return writeItems({ [STATE_KEY]: state });
}

export function watchSendState(onChange: () => void, signal: AbortSignal): void {
  watchItem(STATE_KEY, onChange, signal);
}

/** The same for every user and password of one database. */
export function getPlace({ url, database }: ServerAccess): string {
  return `${url} ${database}`;
}

function change(by: (stored: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  return inTurn(KEY, async () => {
    const stored = await loadItem(KEY);
    const next = by(isRecord(stored) ? stored : {});
    await (Object.keys(next).length > 0 ? writeItems({ [KEY]: next }) : removeItems([KEY]));
  });
}

function readAccess(raw: unknown): ServerAccess | undefined {
  if (!isRecord(raw)) return undefined;
  const { url, database, user, password } = raw;
  const isText = (one: unknown): one is string => typeof one === 'string';
  if (!isText(url) || !isText(database) || !isText(user) || !isText(password) || !URL.canParse(url)) return undefined;
  return { url, database, user, password };
}
