import { browser } from 'wxt/browser';
import { getPause } from '../clickhouse/pace.ts';
import { openQueue, type Queue } from '../clickhouse/queue.ts';
import { preview, type SendParts, sendAll } from '../clickhouse/send.ts';
import { openServer } from '../clickhouse/server.ts';
import { createServerSource } from '../clickhouse/source.ts';
import { readTrouble, ServerFailure, type ServerTrouble } from '../clickhouse/trouble.ts';
import { now } from '../clock.ts';
import type { Messages } from '../messages.ts';
import { getDay } from '../stats/days.ts';
import type { StatsSource } from '../stats/source.ts';
import { loadIdentity, watchErased } from '../storage/identity.ts';
import { watchPolicy } from '../storage/policy.ts';
import {
  getPlace,
  loadSendState,
  loadServers,
  type SendState,
  type ServerAccess,
  saveSendState,
  watchServers,
} from '../storage/server.ts';
import { openStats, type StatsDatabase } from '../storage/stats-db.ts';
import { inTurn } from '../storage/turns.ts';
import { getPattern, isSafe } from '../subscriptions/address.ts';

const ALARM = 'server';
/** One sending after the other. */
const SENDING = 'server-sending';
/** Rows that a page is shown at first. */
const SHOWN = 200;

let stats: StatsDatabase | undefined;
let queue: Queue | undefined;
let asked: { access: string; source: StatsSource } | undefined;

/**
 * Sends counts to the team's server where one is set and the user has agreed, and asks it for the team's sums. Otherwise there is no alarm, and
 * nothing is ever asked.
 */
export function followServer() {
  const run = (act: () => Promise<unknown>) => void act().catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) run(() => sendNow());
  });
  const life = new AbortController().signal;
  watchServers(() => run(setAlarm), life);
  // With the counts goes what was noted of them.
  watchErased(() => run(() => inTurn(SENDING, () => getQueue().erase())), life);
  run(setAlarm);
  return { sendNow, showRows, askServer };
}

/** An alarm for the next try, while anything may be sent. */
async function setAlarm(): Promise<void> {
  const [access, { nextAt }] = await Promise.all([findSending(), loadSendState()]);
  if (!access) await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM))) await wake((nextAt ?? 0) - now());
}

/** The server that may be sent to. */
async function findSending(): Promise<ServerAccess | undefined> {
  const { sending, isAgreed, isForbidden } = await loadServers();
  return isAgreed && !isForbidden ? sending : undefined;
}

/**
 * Sends all that waits. What came of it is stored, and thrown by nobody.
 *
 * @param isAnew all that was ever counted, as if the server had nothing: it may have lost what it once had
 */
export function sendNow(isAnew = false): Promise<void> {
  return inTurn(SENDING, async () => {
    const access = await findSending();
    if (!access) return setAlarm();
    const before = await loadSendState();
    const to = getPlace(access);
    const known: SendState = before.to === to ? before : { failures: 0 };
    // First, as if it had failed: a worker that is stopped on the way tries again.
    const { trouble: _, ...clean } = await plan({ ...known, failures: known.failures + 1 });
    const stop = new AbortController();
    const done = new AbortController();
    const look = async () => {
      const wanted = await findSending();
      if (!wanted || getPlace(wanted) !== to) stop.abort();
    };
    const lookAgain = () => void look().catch(() => undefined);
    watchServers(lookAgain, done.signal);
    // The team may forbid it meanwhile.
    watchPolicy(lookAgain, done.signal);
    try {
      const parts = await getParts();
      if (isAnew || before.to !== to) await parts.queue.forget();
      // Not before: what another server has would be taken for what this one has.
      clean.to = to;
      await saveSendState(clean);
      await sendAll({ ...parts, server: openUntil(stop.signal, access) });
      await plan({ ...clean, failures: 0, sentAt: now() });
    } catch (error) {
      // Whoever says no has taken away what was noted, too.
      if (stop.signal.aborted) return setAlarm();
      await saveSendState({ ...clean, trouble: await explain(error, access) });
    } finally {
      done.abort();
    }
  });
}

/** A server that is sent nothing more once this is aborted: two years of counts are on their way for a while. */
function openUntil(stop: AbortSignal, access: ServerAccess): SendParts['server'] {
  const server = open(access);
  return {
    greet: server.greet,
    async insert(table, rows) {
      stop.throwIfAborted();
      await server.insert(table, rows);
    },
  };
}

/** Notes the next try, and sets the alarm for it. */
async function plan(state: SendState): Promise<SendState> {
  const pause = getPause(state.failures, Math.random());
  const next = { ...state, nextAt: now() + pause };
  await saveSendState(next);
  await wake(pause);
  return next;
}

async function wake(pause: number): Promise<void> {
  await browser.alarms.create(ALARM, { delayInMinutes: Math.max(pause, 0) / 60_000 });
}

/** What would go out, to the letter. */
export async function showRows({
  isWhole,
}: Messages['server.rows']['ask']): Promise<Messages['server.rows']['answer']> {
  const [{ sending, isAgreed }, { to }, parts] = await Promise.all([loadServers(), loadSendState(), getParts()]);
  // Whoever agrees sends everything from the first day on: see `setAgreed`.
  const { days, person, rows } = await preview(parts, !isAgreed || !sending || to !== getPlace(sending));
  const shown = isWhole ? rows : rows.slice(0, SHOWN);
  return { days, count: rows.length, person: JSON.stringify(person), rows: shown.map((row) => JSON.stringify(row)) };
}

/**
 * Asks the team's server for sums.
 *
 * @throws {ServerFailure}
 */
export async function askServer(question: Messages['server.ask']['ask']): Promise<unknown> {
  const { reading } = await loadServers();
  if (!reading) throw new ServerFailure({ kind: 'offline' });
  const access = JSON.stringify(reading);
  if (asked?.access !== access) asked = { access, source: createServerSource(open(reading).ask) };
  const { source } = asked;
  try {
    if (question.kind === 'totals') return await source.sumTotals(question.question);
    if (question.kind === 'rules') return await source.sumRules(question.question);
    if (question.kind === 'replaced') return await source.sumReplaced(question.question);
    return await source.describe();
  } catch (error) {
    throw new ServerFailure(await explain(error, reading));
  }
}

function open(access: ServerAccess) {
  if (!isSafe(new URL(access.url))) throw new ServerFailure({ kind: 'offline' });
  return openServer(access);
}

/** Without leave the browser says no more than that it did not work. */
async function explain(error: unknown, { url }: ServerAccess): Promise<ServerTrouble> {
  const trouble = readTrouble(error);
  if (trouble.kind !== 'offline') return trouble;
  const hasLeave = await browser.permissions.contains({ origins: [getPattern(new URL(url))] });
  return hasLeave ? trouble : { kind: 'noLeave' };
}

async function getParts(): Promise<Omit<SendParts, 'server'>> {
  stats ??= openStats();
  const [identity, days] = await Promise.all([loadIdentity(), stats.load()]);
  return { queue: getQueue(), identity, days, today: getDay(now()), now: now() };
}

function getQueue(): Queue {
  queue ??= openQueue();
  return queue;
}
