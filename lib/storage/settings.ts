import type { Severity } from '../engine/types.ts';
import { type Command, commands, defaultKeys, findObstacle, type Keys } from '../keys/index.ts';
import { isRecord, migrate, VERSION } from './migrations.ts';
import { readStep, type SteppedDown } from './steps.ts';
import { type VarietyChoice, varietyChoices } from './variety.ts';

/** What an agent has set. Everything is checked on reading: what is broken falls back to its default alone. */
export interface Settings {
  version: typeof VERSION;
  /** Ids that are switched off: rules as `pack/rule`, whole packs as `pack`. */
  off: string[];
  /** Wordings that are never flagged again by their rule. */
  ignored: IgnoredPhrase[];
  /** A rule's severity where it differs from the pack's. */
  severities: Record<string, Severity>;
  /** Rules that have stepped down, for they were ignored again and again. */
  steppedDown: Record<string, SteppedDown>;
  /** Rules whose marks never shrink to a dot, though the agent does without them. */
  inFull: string[];
  /** Whose reading is coached: customers' all, colleagues' unkind remarks only. */
  readers: { public: boolean; notes: boolean };
  /** The English that the agent writes. */
  variety: VarietyChoice;
  /** Hosts where CanDo is silent; `*.acme.example` for acme.example and all beneath it. */
  sitesOff: string[];
  /** Silent everywhere until then, in milliseconds since 1970; 0 for not at all. */
  snoozedUntil: number;
  keys: Keys;
  appearance: Appearance;
  /** What becomes of flags and drafts is counted in this browser. */
  counting: boolean;
}

export interface IgnoredPhrase {
  ruleId: string;
  /** As `getPhrase` writes it. */
  phrase: string;
}

export interface Appearance {
  theme: 'system' | 'light' | 'dark';
  /** The count at the corner of the reply box. */
  chip: boolean;
  /** The card opens under a resting pointer, not only on a click or a key. */
  hover: boolean;
  /** Marks of what the agent has not needed for a month shrink to a dot. */
  fade: boolean;
}

export const defaults: Readonly<Settings> = {
  version: VERSION,
  off: [],
  ignored: [],
  severities: {},
  steppedDown: {},
  inFull: [],
  readers: { public: true, notes: true },
  variety: 'browser',
  sitesOff: [],
  snoozedUntil: 0,
  keys: defaultKeys,
  appearance: { theme: 'system', chip: true, hover: true, fade: true },
  counting: true,
};

/** Names of the settings, as in `Settings`. */
export type SettingName = Exclude<keyof Settings, 'version'>;

/** What was read, and which settings fell back to their default because what was stored made no sense. */
export interface ReadSettings {
  settings: Settings;
  broken: ('all' | SettingName)[];
}

/** Enough for years of one agent's clicks, and a bound on what a page must hold. */
const MOST = 2_000;
const LONGEST = 400;
/** Years to come; a snooze beyond it is a broken number. */
const LONGEST_SNOOZE = 8.64e15;

const THEMES: readonly string[] = ['system', 'light', 'dark'] satisfies Appearance['theme'][];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Each setting's reader: what could be read, and whether all of it made sense. */
const READERS: { [Name in SettingName]: (raw: unknown) => Read<Settings[Name]> } = {
  off: readStrings,
  ignored: (raw) => readList(raw, readIgnored, ({ ruleId, phrase }) => `${ruleId} ${phrase}`),
  severities: (raw) => readRecord(raw, readSeverity),
  steppedDown: (raw) => readRecord(raw, readStep),
  inFull: readStrings,
  readers: (raw) => readFields(raw, defaults.readers, { public: isBoolean, notes: isBoolean }),
  variety: (raw) => {
    const value = varietyChoices.find((choice) => choice === raw);
    return { value: value ?? defaults.variety, isRight: value !== undefined };
  },
  sitesOff: readStrings,
  snoozedUntil: (raw) => {
    const isRight = typeof raw === 'number' && Number.isFinite(raw) && raw >= 0 && raw <= LONGEST_SNOOZE;
    return { value: isRight ? raw : 0, isRight };
  },
  keys: (raw) => readFields(raw, defaultKeys, Object.fromEntries(commands.map((command) => [command, isKey]))),
  appearance: (raw) =>
    readFields(raw, defaults.appearance, { theme: isTheme, chip: isBoolean, hover: isBoolean, fade: isBoolean }),
  counting: (raw) => ({ value: raw !== false, isRight: isBoolean(raw) }),
};

interface Read<Value> {
  value: Value;
  isRight: boolean;
}

/** Reads what storage or a file holds, whatever it is and whichever version wrote it. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: { ...defaults }, broken: [] };
  const raw = migrate(stored);
  if (!raw) return { settings: { ...defaults }, broken: ['all'] };
  const broken: SettingName[] = [];
  const read = (Object.keys(READERS) as SettingName[]).map((name) => {
    if (raw[name] === undefined) return [name, defaults[name]] as const;
    const { value, isRight } = READERS[name](raw[name]);
    if (!isRight) broken.push(name);
    return [name, value] as const;
  });
  return { settings: { ...Object.fromEntries(read), version: VERSION } as Settings, broken };
}

/** The wording by which a phrase is known again; case, quotes and spacing do not matter. */
export function getPhrase(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** The list with `value`, once; the oldest goes when it is full. */
export function withValue<Value>(list: readonly Value[], value: Value): Value[] {
  return [...withoutValue(list, value), value].slice(-MOST);
}

/** The list without `value`. */
export function withoutValue<Value>(list: readonly Value[], value: Value): Value[] {
  const key = JSON.stringify(value);
  return list.filter((one) => JSON.stringify(one) !== key);
}

/** Whether CanDo says nothing at this host now (milliseconds since 1970). */
export function isSilent({ sitesOff, snoozedUntil }: Settings, host: string, now: number): boolean {
  return now < snoozedUntil || isSiteOff(sitesOff, host);
}

/** Whether CanDo is switched off at this host, by its name or with all of its domain. */
export function isSiteOff(sitesOff: readonly string[], host: string): boolean {
  return sitesOff.some((site) => isBeneath(site, host));
}

/** The list after a host, or a whole domain as `*.acme.example`, was switched on or off. On, it is off by no other entry. */
export function withSite(sitesOff: readonly string[], host: string, isOn: boolean): string[] {
  return isOn ? sitesOff.filter((site) => !isBeneath(site, host)) : withValue(sitesOff, host);
}

/** Whether a host is this one, or lies beneath this domain, `*.acme.example`. */
export function isBeneath(site: string, host: string): boolean {
  return site === host || (site.startsWith('*.') && (host === site.slice(2) || host.endsWith(site.slice(1))));
}

/** The commands whose key is also another command's. */
export function findClashes(keys: Keys): Command[] {
  return commands.filter((one) => keys[one] && commands.some((other) => other !== one && keys[other] === keys[one]));
}

function readStrings(raw: unknown): Read<string[]> {
  return readList(
    raw,
    (one) => (isText(one) ? one : undefined),
    (one) => one,
  );
}

function readList<Value>(
  raw: unknown,
  read: (one: unknown) => Value | undefined,
  getKey: (value: Value) => string,
): Read<Value[]> {
  if (!Array.isArray(raw)) return { value: [], isRight: false };
  const known = raw.map(read);
  const right = known.filter((one): one is NonNullable<typeof one> => one !== undefined);
  const value = [...new Map(right.map((one) => [getKey(one), one])).values()].slice(-MOST);
  return { value, isRight: right.length === known.length };
}

function readIgnored(raw: unknown): IgnoredPhrase | undefined {
  if (!isRecord(raw) || !isText(raw.ruleId) || !isText(raw.phrase)) return undefined;
  return { ruleId: raw.ruleId, phrase: raw.phrase };
}

function readSeverity(raw: unknown): Severity | undefined {
  return SEVERITIES.find((severity) => severity === raw);
}

/** What is known of each rule, by its id. */
function readRecord<Value>(
  raw: unknown,
  read: (one: unknown) => Value | undefined,
): Read<Record<string, NonNullable<Value>>> {
  if (!isRecord(raw)) return { value: {}, isRight: false };
  const all = Object.entries(raw);
  const known = all.flatMap(([id, one]) => {
    const value = isText(id) ? read(one) : undefined;
    return value ? [[id, value] as const] : [];
  });
  return { value: Object.fromEntries(known.slice(0, MOST)), isRight: known.length === all.length };
}

/** A record of fields, each by itself: a broken one falls back alone. */
function readFields<Value extends object>(
  raw: unknown,
  fallback: Value,
  checks: Partial<Record<keyof Value, (value: unknown) => boolean>>,
): Read<Value> {
  if (!isRecord(raw)) return { value: { ...fallback }, isRight: false };
  const value = { ...fallback };
  let isRight = true;
  for (const name of Object.keys(fallback) as (keyof Value & string)[]) {
    if (raw[name] === undefined) continue;
    if (checks[name]?.(raw[name])) value[name] = raw[name] as Value[typeof name];
    else isRight = false;
  }
  return { value, isRight };
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length > 0 && raw.length <= LONGEST;
}

function isBoolean(raw: unknown): boolean {
  return typeof raw === 'boolean';
}

function isTheme(raw: unknown): boolean {
  return typeof raw === 'string' && THEMES.includes(raw);
}

/** A key that a command can have, or none: a file must not take the Enter key from an agent. */
function isKey(raw: unknown): boolean {
  return raw === '' || (typeof raw === 'string' && raw.length <= 40 && !findObstacle(raw));
}
