import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Messages } from '../messages.ts';
import { removePackOrigin, requestPackOrigin } from '../sites/added.ts';
import {
  eraseServers,
  loadSendState,
  loadServers,
  type SendState,
  type ServerAccess,
  type Servers,
  type ServerUse,
  setAgreed,
  setServer,
  watchSendState,
  watchServers,
} from '../storage/server.ts';
import { loadSubscriptions } from '../storage/subscriptions.ts';
import { getPattern, readAddress } from '../subscriptions/address.ts';

export type { SendState, ServerAccess, Servers, ServerUse } from '../storage/server.ts';

/** What would go out; see the message `server.rows`. */
export type Rows = Messages['server.rows']['answer'];

export interface ServerState {
  servers: Servers;
  sending: SendState;
  /** Undefined until the worker has answered. */
  rows: Rows | undefined;
  isBusy: boolean;
  status: 'loading' | 'ready' | 'unreadable';
}

/** How setting a server, or taking it away, has ended. */
export type ServerEnding = 'noAddress' | 'notSafe' | 'noName' | 'noPassword' | 'refused' | 'failed' | 'done';

export interface ServerStore extends StoreApi<ServerState> {
  /** Sets a server as it was typed. Must be called in a click: the browser asks for its origin. */
  set(use: ServerUse, typed: ServerAccess): Promise<ServerEnding>;
  /** Agrees to what is shown, and sends it. Must be called in a click. */
  agree(): Promise<ServerEnding>;
  /** Sends what waits, or everything anew: a server that replaces what it has counts nothing twice. */
  sendNow(isAnew?: boolean): Promise<void>;
  /** All that would go out, as lines of JSON. Rejects where the worker cannot tell. */
  takeRows(): Promise<string>;
  /** Forgets a server, with the origin that was asked for it. */
  remove(use: ServerUse): Promise<ServerEnding>;
  /** Takes back the yes to what the policy has set. */
  stop(): Promise<ServerEnding>;
}

export interface ServerParts {
  showRows(isWhole: boolean): Promise<Rows>;
  send(isAnew: boolean): Promise<unknown>;
  /** Whether an origin is one of the sites where the user is coached. */
  isCoached(origin: string): boolean;
}

const NAME = /^[\w.@-]{1,64}$/;
/** What a browser can send as a password. */
const PASSWORD = /^[\x20-\x7e]{0,200}$/;

/** Mirrors how the team's server is reached, and what came of sending. Storage is the truth. */
export function createServerStore(signal: AbortSignal, { showRows, send, isCoached }: ServerParts): ServerStore {
  const store = createStore<ServerState>(() => ({
    servers: { byPolicy: [], isAgreed: false, isForbidden: false },
    sending: { failures: 0 },
    rows: undefined,
    isBusy: false,
    status: 'loading',
  }));
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    const isLate = () => signal.aborted || mine !== turn;
    const [servers, sending] = await Promise.all([loadServers(), loadSendState()]);
    if (isLate()) return;
    store.setState({ servers, sending, status: 'ready' });
    if (!servers.sending) return store.setState({ rows: undefined });
    const rows = await showRows(false).catch(() => undefined);
    if (!isLate()) store.setState({ rows });
  };
  const follow = () => void look().catch(() => store.setState({ status: 'unreadable' }));
  watchServers(follow, signal);
  watchSendState(follow, signal);
  follow();

  const allow = ({ url }: ServerAccess) => {
    const origin = getPattern(new URL(url));
    return requestPackOrigin(origin, isCoached(origin)).catch(() => false);
  };

  async function sendNow(isAnew = false): Promise<void> {
    store.setState({ isBusy: true });
    await send(isAnew).catch(() => undefined);
    await look().catch(() => undefined);
    store.setState({ isBusy: false });
  }

  return {
    ...store,
    sendNow,
    async set(use, typed) {
      const read = readAddress(typed.url);
      if ('fault' in read) return read.fault;
      if (!NAME.test(typed.database) || !NAME.test(typed.user)) return 'noName';
      if (!PASSWORD.test(typed.password)) return 'noPassword';
      const access = { ...typed, url: read.url };
      // First, for after a pause it is no click any more.
      if (!(await allow(access))) return 'refused';
      return end(() => setServer(use, access));
    },
    async agree() {
      const { sending } = store.getState().servers;
      if (!sending) return 'failed';
      // A policy's server may let us reach it without the browser's leave.
      const isAllowed = await allow(sending);
      if (!isAllowed && !store.getState().servers.byPolicy.includes('sending')) return 'refused';
      const ending = await end(() => setAgreed(sending));
      if (ending === 'done') await sendNow();
      return ending;
    },
    async takeRows() {
      const { person, rows } = await showRows(true);
      return [person, ...rows, ''].join('\n');
    },
    remove: (use) =>
      end(async () => {
        const { [use]: access } = store.getState().servers;
        // First: a yes that stays behind would hold for the same server when it is set again.
        if (use === 'sending') await setAgreed(undefined);
        await setServer(use, undefined);
        if (access) await giveBack(access);
      }),
    stop: () => end(() => setAgreed(undefined)),
  };
}

function end(act: () => Promise<void>): Promise<ServerEnding> {
  return act().then(
    () => 'done',
    () => 'failed',
  );
}

/**
 * Forgets every server that was set by hand, as on the first day.
 *
 * @throws {StorageFailure}
 */
export async function forgetServers(): Promise<void> {
  const { sending, reading } = await loadServers();
  await eraseServers();
  for (const access of [sending, reading]) if (access) await giveBack(access);
}

/** Gives the origin back, unless another server or a pack that is followed lies there. */
async function giveBack({ url }: ServerAccess): Promise<void> {
  const origin = getPattern(new URL(url));
  const [{ sending, reading }, followed] = await Promise.all([loadServers(), loadSubscriptions()]);
  const others = [sending?.url, reading?.url, ...followed.map((one) => one.url)];
  const isNeeded = others.some((other) => other !== undefined && getPattern(new URL(other)) === origin);
  if (!isNeeded) await removePackOrigin(origin);
}
