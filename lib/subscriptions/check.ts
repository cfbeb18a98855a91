import type { TeamPack } from '../engine/pack.ts';
import type { PackFault } from '../packs/faults.ts';
import type { PackAnswer } from './fetch.ts';
import type { Subscription, Trouble } from './subscription.ts';

/** What a check knows and may ask. */
export interface CheckParts {
  /** Asks the server; `etag` is its mark for what is here. */
  read(subscription: Subscription, etag: string | undefined): Promise<PackAnswer>;
  compile(name: string, text: string): Promise<{ pack?: TeamPack | undefined; faults: PackFault[] }>;
  /** The hash of what is in use from this address. */
  inUse: string | undefined;
  /** Whether a pack of this id is here from elsewhere. */
  isTaken(packId: string): boolean;
  /** New versions take effect by themselves. */
  isAutomatic: boolean;
  /** Whether this machine is among those that get the pack. */
  isChosen(packId: string): boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What a check comes to. */
export interface Checked {
  subscription: Subscription;
  /** A version that takes effect. */
  take?: { pack: TeamPack; text: string; sha256: string };
  /** What is in use goes: this machine is not among those that get it. */
  drop?: true;
}

/** Looks for a new version, and decides what becomes of it. Where anything is wrong, what is in use stays. */
export async function check(subscription: Subscription, parts: CheckParts): Promise<Checked> {
  const { inUse, isAutomatic } = parts;
  const { packId, pin, pending, seen, trouble: _, ...rest } = subscription;
  const tried = { ...rest, ...(pin && { pin }), ...(packId && { packId }), triedAt: parts.now() };
  if (packId && !parts.isChosen(packId)) return { subscription: { ...tried, checkedAt: tried.triedAt }, drop: true };
  const kept = { ...tried, ...(seen && { seen }), ...(pending && { pending }) };
  const refuse = (trouble: Trouble): Checked => ({ subscription: { ...kept, trouble } });
  const isHere = seen && (seen.sha256 === inUse || (seen.sha256 === pending?.sha256 && !isAutomatic));

  const answer = await parts.read(subscription, isHere ? seen?.etag : undefined);
  if (answer.kind === 'trouble') return refuse(answer.trouble);
  const checkedAt = parts.now();
  if (answer.kind === 'same') return { subscription: { ...kept, checkedAt } };
  const { text, sha256, etag } = answer;
  if (pin && sha256 !== pin) return refuse({ kind: 'pin', found: sha256 });
  const isKnown = seen?.sha256 === sha256;
  const found = { ...tried, checkedAt, seen: { ...(isKnown && seen), sha256, ...(etag && { etag }) } };
  if (sha256 === inUse) return { subscription: found };
  if (sha256 === pending?.sha256 && !isAutomatic) return { subscription: { ...found, pending } };
  if (isWebPage(text)) return refuse({ kind: 'page' });

  const { pack, faults } = await parts.compile(getName(subscription.url), text);
  if (!pack) return refuse({ kind: 'broken', faults });
  if (packId && inUse && pack.id !== packId) return refuse({ kind: 'other', found: pack.id });
  if (parts.isTaken(pack.id)) return refuse({ kind: 'taken', id: pack.id });
  if (!parts.isChosen(pack.id)) return { subscription: { ...tried, packId: pack.id, checkedAt }, drop: true };
  const known = { ...found, packId: pack.id, seen: { ...found.seen, ...(faults.length > 0 && { faults }) } };
  // A version with broken parts waits for a person, so that no rule that works is lost unseen. The first one is better than none.
  if (inUse && (!isAutomatic || faults.length > 0))
    return { subscription: { ...known, pending: { pack, text, sha256, faults } } };
  return { subscription: known, take: { pack, text, sha256 } };
}

function isWebPage(text: string): boolean {
  return /^\uFEFF?\s*<(?:!doctype|html|head|\?xml)/i.test(text);
}

/** The file's name, for messages about its lines. */
function getName(url: string): string {
  const { pathname, hostname } = new URL(url);
  return pathname.split('/').findLast((part) => part !== '') ?? hostname;
}
