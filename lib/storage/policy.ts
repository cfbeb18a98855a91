import type { Severity } from '../engine/types.ts';
import { loadItem, watchItem } from './area.ts';
import type { PolicyFault } from './managed.ts';
import { isRecord } from './migrations.ts';
import { isBeneath, type Settings } from './settings.ts';

/**
 * What a team has set for its agents. The worker reads it from the browser's managed storage, checks it (`managed.ts`) and leaves it
 * here for the pages.
 */
export interface Policy {
  /** What an agent reads beside what is locked, such as whom to ask; `''` for nothing. */
  notice: string;
  /** Ids that no agent can switch off or change: rules as `pack/rule`, whole packs as `pack`. */
  locked: readonly string[];
  /** How loud rules are, whatever the agent has set; by rule id. */
  severities: Readonly<Record<string, Severity>>;
  /** The only hosts where CanDo coaches, as in `sitesOff`; undefined for all. */
  sites?: readonly string[];
  /** What may be counted, and whether counts may leave the machine. */
  statistics?: 'off' | 'machine' | 'server';
  /** Whether new versions of packs take effect by themselves; undefined: the agent is asked. */
  automaticUpdates?: boolean;
  packs: readonly PolicyPack[];
}

/** A pack that the policy brings: by its address, or as it stands in the policy itself. */
export interface PolicyPack {
  url?: string;
  /** Of the file, in hex; another one is refused. */
  sha256?: string;
  yaml?: string;
  /** Percent of machines that get it; undefined: all. */
  rollout?: number;
}

/** The settings with the team's policy laid over them. */
export interface SettingsInForce extends Settings {
  policy: Policy;
}

export const noPolicy: Policy = { notice: '', locked: [], severities: {}, packs: [] };

/** What the worker has left: the policy, and what of it could not be used. */
export interface PolicyReading {
  policy: Policy;
  faults: PolicyFault[];
  /** The hash of what it was read from. */
  from: string;
}

export const POLICY_KEY = 'policy';

/** What the team has set, as the worker has left it. */
export async function loadPolicy(): Promise<Policy> {
  return toPolicy(await loadItem(POLICY_KEY));
}

/** The same, with what of it could not be used. */
export async function loadPolicyReading(): Promise<PolicyReading> {
  return toReading(await loadItem(POLICY_KEY));
}

/** Calls back when it changes. */
export function watchPolicy(onChange: (policy: Policy) => void, signal: AbortSignal): void {
  watchItem(POLICY_KEY, (stored) => onChange(toPolicy(stored)), signal);
}

/** The same, with what of it could not be used. */
export function watchPolicyReading(onChange: (reading: PolicyReading) => void, signal: AbortSignal): void {
  watchItem(POLICY_KEY, (stored) => onChange(toReading(stored)), signal);
}

/** Lays the policy over what an agent has set: the one place where it is decided what of it still holds. */
export function layPolicy(settings: Settings, policy: Policy): SettingsInForce {
  const isFree = (id: string) => !isLocked(policy, id);
  const keep = <Value>(all: Readonly<Record<string, Value>>, isKept: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => isKept(id)));
  return {
    ...settings,
    off: settings.off.filter(isFree),
    ignored: settings.ignored.filter(({ ruleId }) => isFree(ruleId)),
    severities: { ...keep(settings.severities, isFree), ...policy.severities },
    steppedDown: keep(settings.steppedDown, (id) => isFree(id) && !Object.hasOwn(policy.severities, id)),
    counting: settings.counting && policy.statistics !== 'off',
    policy,
  };
}

/** Whether the team has locked this rule, by itself or with its pack, or this whole pack. */
export function isLocked({ locked }: Policy, id: string): boolean {
  return locked.some((one) => one === id || id.startsWith(`${one}/`));
}

/** Whether a rule is off, by itself or with its pack. One that is locked stays on in a pack that is off. */
export function isRuleOff({ off, policy }: SettingsInForce, ruleId: string): boolean {
  return off.some((one) => one === ruleId || ruleId.startsWith(`${one}/`)) && !isLocked(policy, ruleId);
}

/** Whether the team lets CanDo coach at this host; `''` for CanDo's own pages. */
export function isAllowed({ sites }: Policy, host: string): boolean {
  return !sites || host === '' || sites.some((site) => isBeneath(site, host));
}

/** Whether the team lets CanDo coach at this host, or at one beneath it where it is a domain, `*.acme.example`. */
export function mayHold({ sites }: Policy, host: string): boolean {
  return !sites || sites.some((site) => isBeneath(site, host) || isBeneath(host, site));
}

function toPolicy(stored: unknown): Policy {
  return toReading(stored).policy;
}

function toReading(stored: unknown): PolicyReading {
  if (!isRecord(stored) || !isRecord(stored.policy)) return { policy: noPolicy, faults: [], from: '' };
  const { policy, faults = [], from = '' } = stored as unknown as PolicyReading;
  return { policy: { ...noPolicy, ...policy }, faults, from };
}
