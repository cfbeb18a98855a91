import type { DayCounts } from '../stats/counts.ts';
import { readDays } from '../stats/read.ts';
import type { Silences } from '../stats/silences.ts';
import { isRecord, VERSION } from './migrations.ts';
import { MOST_PACKS, type PackSource } from './packs.ts';
import { type ReadSettings, readSettings, type Settings } from './settings.ts';
import { readSilences } from './silences.ts';

const APP = 'CanDo settings';
/** The version of the file around the settings, which carry a version of their own. */
const FORMAT = 1;
/** Characters: more than the browser's storage holds. */
const LONGEST = 12_000_000;
const MOST_SITES = 500;
const LONGEST_NAME = 200;
const PACK_URL = /^https:\/\/\S{1,2000}$/;
const SITE = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/;

/** All that an agent has set, as it goes into a file and comes out of one. */
export interface Backup {
  settings: Settings;
  /** Match patterns of the sites that the agent has added. */
  sites: string[];
  /** Packs that the agent has installed, as text; undefined in a file from before there were any: those here stay. */
  packs?: BackupPack[];
  /** What was counted of habits; undefined in a file from before it was, or where it cannot be read. */
  counts?: DayCounts[];
  /** When which rule was switched off, without which the counts would tell of habits that are gone. */
  silences?: Silences;
  /** Settings that could not be read, as they were found. */
  broken?: unknown;
}

/** An installed pack. It goes out as its text, and comes in only through the compiler. */
export interface BackupPack {
  name: string;
  text: string;
  isOn: boolean;
  source: Exclude<PackSource, { kind: 'policy' }>;
}

/** Why a file cannot be taken. */
export type BackupFault = 'tooLarge' | 'notJson' | 'notOurs' | 'newer';

export type ReadBackup = { fault: BackupFault } | { backup: Backup; broken: ReadSettings['broken'] };

/** The text of the file. `now` is in milliseconds since 1970, `by` the extension's version. */
export function writeBackup(
  { settings, sites, packs, counts, silences, broken }: Backup,
  by: string,
  now: number,
): string {
  const head = { app: APP, format: FORMAT, by, at: new Date(now).toISOString() };
  const rest = {
    ...(packs && { packs }),
    ...(counts && { counts }),
    ...(silences && { silences }),
    ...(broken !== undefined && { broken }),
  };
  return `${JSON.stringify({ ...head, settings, sites, ...rest }, null, 2)}\n`;
}

/** Reads such a file, or says why not. Settings in it that make no sense fall back to their default and are named. */
export function readBackup(text: string): ReadBackup {
  if (text.length > LONGEST) return { fault: 'tooLarge' };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: 'notJson' };
  }
  if (!isRecord(raw) || raw.app !== APP || !isRecord(raw.settings)) return { fault: 'notOurs' };
  if (isNewer(raw.format, FORMAT) || isNewer(raw.settings.version, VERSION)) return { fault: 'newer' };
  const { settings, broken } = readSettings(raw.settings);
  const sites = Array.isArray(raw.sites) ? raw.sites.filter(isSite).slice(0, MOST_SITES) : [];
  return {
    backup: {
      settings,
      sites: [...new Set(sites)],
      ...(Array.isArray(raw.packs) && { packs: raw.packs.flatMap(readPack).slice(0, MOST_PACKS) }),
      ...(Array.isArray(raw.counts) && { counts: readDays(raw.counts) }),
      ...(isRecord(raw.silences) && { silences: readSilences(raw.silences) }),
      ...(raw.broken !== undefined && { broken: raw.broken }),
    },
    broken,
  };
}

/** Whether a file of this size, in bytes, is worth opening. */
export function isTooLarge(bytes: number): boolean {
  return bytes > LONGEST;
}

function isNewer(version: unknown, known: number): boolean {
  return typeof version === 'number' && version > known;
}

function readPack(raw: unknown): BackupPack[] {
  if (!isRecord(raw) || typeof raw.text !== 'string' || typeof raw.name !== 'string' || !isRecord(raw.source))
    return [];
  const { kind, url } = raw.source;
  const name = raw.name.slice(0, LONGEST_NAME);
  const source: BackupPack['source'] =
    kind === 'own'
      ? { kind }
      : kind === 'url' && typeof url === 'string' && PACK_URL.test(url)
        ? { kind, url }
        : { kind: 'file', name };
  return [{ name, text: raw.text, isOn: raw.isOn !== false, source }];
}

/** One site, never the whole web or a whole country: a file must not ask for that. */
function isSite(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length < 300 && SITE.test(raw);
}
