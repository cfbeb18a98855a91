import type { TeamPack } from '../engine/pack.ts';
import type { PackFault } from '../packs/faults.ts';

/** A pack that is followed at an address. Plain JSON, as storage keeps it. */
export interface Subscription {
  url: string;
  /** Who follows it. */
  by: 'user' | 'policy';
  /** SHA-256 of the file, in hex with small letters; another file is refused. */
  pin?: string;
  /** Of the policy's: its place in the policy's list, and the percent of machines that get it; undefined: all. */
  entry?: number;
  rollout?: number;
  /** Of the pack that lies there, once it is known. */
  packId?: string;
  /** The last file that could be used, in use or waiting: its hash, the server's mark for it, and parts that are broken and left out. */
  seen?: { sha256: string; etag?: string; faults?: PackFault[] };
  /** Milliseconds since 1970: the last try, and the last one that found all in order. */
  triedAt?: number;
  checkedAt?: number;
  trouble?: Trouble;
  pending?: Pending;
}

/** A new version that waits for somebody's yes. */
export interface Pending {
  pack: TeamPack;
  text: string;
  sha256: string;
  /** Parts of it that are broken and left out. */
  faults: PackFault[];
  /** Somebody has said: not now. */
  isPutOff?: true;
}

/** Why the last check came to nothing. What was in use stays in use. */
export type Trouble =
  | { kind: 'offline' }
  /** The browser has no leave to read this origin any more. */
  | { kind: 'denied' }
  /** The server lets no extension read the file, and nobody was asked for its origin. */
  | { kind: 'cors' }
  | { kind: 'status'; status: number }
  | { kind: 'slow' /** Milliseconds that were waited. */; after: number }
  | { kind: 'large' /** Bytes that a pack may have. */; most: number }
  /** It leads to another origin that nobody has allowed; the browser does not always say which. */
  | { kind: 'moved'; to?: string }
  /** No text, or a web page such as one to sign in. */
  | { kind: 'noText' }
  | { kind: 'page' }
  | { kind: 'pin'; found: string }
  /** Nothing could be made of it. */
  | { kind: 'broken'; faults: PackFault[] }
  /** Another pack than before. */
  | { kind: 'other'; found: string }
  /** A pack of this id is here already, from elsewhere. */
  | { kind: 'taken'; id: string }
  | { kind: 'room'; why: 'many' | 'large' | 'storage' };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether it is time to look again: after a day, and sooner where the server was not to be had. */
export function isDue({ triedAt, trouble }: Subscription, now: number): boolean {
  if (triedAt === undefined || triedAt > now) return true;
  return now - triedAt >= (trouble && isPassing(trouble) ? HOUR : DAY);
}

function isPassing(trouble: Trouble): boolean {
  return trouble.kind === 'offline' || trouble.kind === 'slow' || (trouble.kind === 'status' && trouble.status >= 500);
}

/** The same one: an address may be followed by the agent and by the policy. */
export function isSame(one: Pick<Subscription, 'url' | 'by'>, other: Pick<Subscription, 'url' | 'by'>): boolean {
  return one.url === other.url && one.by === other.by;
}

/** Forgets what was found, so that the next check begins anew. What is in use stays in use. */
export function forgetFindings({ url, by, pin, entry, rollout, packId }: Subscription): Subscription {
  return {
    url,
    by,
    ...(pin !== undefined && { pin }),
    ...(entry !== undefined && { entry }),
    ...(rollout !== undefined && { rollout }),
    ...(packId !== undefined && { packId }),
  };
}
