import type { Severity } from '../engine/types.ts';
import { isRecord } from './migrations.ts';
import { noPolicy, type Policy, type PolicyPack } from './policy.ts';
import type { ServerAccess, ServerUse } from './server.ts';

/** A value of the policy that CanDo cannot use, and leaves out alone. */
export interface PolicyFault {
  /** Where it stands: `lockedRules[2]`, `severities.cant-focus/cannot`; `''` for all of it. */
  key: string;
  /** What was found there, shortened; of a pack, what is wrong with it. */
  found: string;
  right: Right;
}

/** What would be right: `pack`, one that can be read; `room`, packs that fit into the storage; `known`, another key. */
export type Right = keyof typeof IS | 'known' | 'oneSource' | 'pack' | 'room';

const LONGEST = 80;
const LONGEST_NOTICE = 300;
const PACK_URL = import.meta.env?.MODE === 'demo' ? /^(?:https:\/\/|http:\/\/localhost[:/])\S+$/ : /^https:\/\/\S+$/;

const IS = {
  text: isText(/\S/),
  list: Array.isArray as (value: unknown) => boolean,
  record: isRecord as (value: unknown) => boolean,
  yesNo: (value: unknown) => typeof value === 'boolean',
  /** Of a pack or a rule. */
  id: isText(/^[a-z][a-z0-9-]{0,59}(?:\/[a-z][a-z0-9-]{0,59})?$/),
  rule: isText(/^[a-z][a-z0-9-]{0,59}\/[a-z][a-z0-9-]{0,59}$/),
  severity: isText(/^(?:error|warning|info)$/),
  host: isText(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/),
  statistics: isText(/^(?:off|machine|server)$/),
  url: isText(PACK_URL),
  sha256: isText(/^[0-9a-f]{64}$/i),
  /** Of a database or a user. */
  name: isText(/^[\w.@-]{1,64}$/),
  /** What a browser can send as such. */
  password: isText(/^[\x20-\x7e]{0,200}$/),
  percent: (value: unknown) => typeof value === 'number' && value >= 0 && value <= 100,
} satisfies Record<string, (value: unknown) => boolean>;

/** Servers of counts, with their passwords: kept apart from the policy, which coached pages read. */
export type PolicyServers = Partial<Record<ServerUse, ServerAccess>>;

type Take = ReturnType<typeof createTaker>;

/**
 * Reads what the browser's managed storage holds, whatever it is: what makes no sense is left out by itself and named. Chromium hands
 * over only what has the type that `public/managed-schema.json` says; Firefox hands over everything.
 */
export function readManaged(raw: unknown): { policy: Policy; servers: PolicyServers; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const take = createTaker(faults);
  const all = take.one<Record<string, unknown>>('', raw, 'record') ?? {};
  const { notice, packs, lockedRules, severities, allowedSites, statistics, automaticUpdates, ...others } = all;
  const { server, serverForTrainers, ...unknown } = others;
  take.unknown('', unknown);
  const sites = take.list('allowedSites', allowedSites, (key, one) => take.one<string>(key, one, 'host'));
  const counted = take.one<NonNullable<Policy['statistics']>>('statistics', statistics, 'statistics');
  const isAutomatic = take.one<boolean>('automaticUpdates', automaticUpdates, 'yesNo');
  const policy: Policy = {
    notice: take.one<string>('notice', notice, 'text')?.slice(0, LONGEST_NOTICE) ?? noPolicy.notice,
    locked: take.list('lockedRules', lockedRules, (key, one) => take.one<string>(key, one, 'id')) ?? [],
    severities: readSeverities(take, severities),
    packs: take.list('packs', packs, (key, one) => readPack(take, key, one)) ?? [],
    ...(sites && { sites }),
    ...(counted && { statistics: counted }),
    ...(isAutomatic !== undefined && { automaticUpdates: isAutomatic }),
  };
  const sending = readServer(take, 'server', server);
  const reading = readServer(take, 'serverForTrainers', serverForTrainers);
  return { policy, servers: { ...(sending && { sending }), ...(reading && { reading }) }, faults };
}

/** A server of which a part is wrong is left out. */
function readServer(take: Take, key: string, raw: unknown): ServerAccess | undefined {
  const written = take.one<Record<string, unknown>>(key, raw, 'record');
  if (!written) return undefined;
  const { url, database, user, password, ...unknown } = written;
  take.unknown(`${key}.`, unknown);
  const access = {
    url: take.one<string>(`${key}.url`, url ?? '', 'url'),
    database: take.one<string>(`${key}.database`, database ?? '', 'name'),
    user: take.one<string>(`${key}.user`, user ?? '', 'name'),
    password: take.one<string>(`${key}.password`, password ?? '', 'password'),
  };
  const isWhole = Object.values(access).every((part) => part !== undefined);
  return isWhole ? (access as ServerAccess) : undefined;
}

/** Takes values that are right, and notes the others. Undefined stands for nothing, which is no fault. */
function createTaker(faults: PolicyFault[]) {
  function refuse(key: string, found: unknown, right: Right): undefined {
    faults.push({ key, found: JSON.stringify(found).slice(0, LONGEST), right });
  }
  function one<Value>(key: string, value: unknown, right: keyof typeof IS): Value | undefined {
    if (value === undefined) return undefined;
    return IS[right](value) ? (value as Value) : refuse(key, value, right);
  }
  return {
    refuse,
    one,
    list<Value>(key: string, value: unknown, readOne: (key: string, one: unknown) => Value | undefined) {
      const list = one<unknown[]>(key, value, 'list');
      return list?.map((each, at) => readOne(`${key}[${at}]`, each)).filter((each) => each !== undefined);
    },
    unknown(beneath: string, values: Record<string, unknown>): void {
      for (const [key, value] of Object.entries(values)) refuse(beneath + key, value, 'known');
    },
  };
}

function readSeverities(take: Take, raw: unknown): Record<string, Severity> {
  const all = Object.entries(take.one<Record<string, unknown>>('severities', raw, 'record') ?? {});
  const known = all.flatMap(([id, value]) => {
    const key = `severities.${id}`;
    const rule = take.one<string>(key, id, 'rule');
    const severity = take.one<Severity>(key, value, 'severity');
    return rule && severity ? [[rule, severity] as const] : [];
  });
  return Object.fromEntries(known);
}

/** A pack of which a part is wrong is left out: without its hash, or for everybody, it would not be what was asked for. */
function readPack(take: Take, key: string, raw: unknown): PolicyPack | undefined {
  const written = take.one<Record<string, unknown>>(key, raw, 'record');
  if (!written) return undefined;
  const { url, sha256, yaml, rollout, ...unknown } = written;
  take.unknown(`${key}.`, unknown);
  if ((url === undefined) === (yaml === undefined)) return take.refuse(key, Object.keys(written), 'oneSource');
  const parts = {
    url: take.one<string>(`${key}.url`, url, 'url'),
    yaml: take.one<string>(`${key}.yaml`, yaml, 'text'),
    sha256: take.one<string>(`${key}.sha256`, sha256, 'sha256')?.toLowerCase(),
    rollout: take.one<number>(`${key}.rollout`, rollout, 'percent'),
  };
  const found = Object.entries(parts).filter(([, value]) => value !== undefined);
  const isWhole = found.length === Object.keys(written).length - Object.keys(unknown).length;
  return isWhole ? Object.fromEntries(found) : undefined;
}

function isText(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}
