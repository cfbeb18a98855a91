import { createRenames } from '../engine/layers.ts';
import type { TeamPack } from '../engine/pack.ts';
import { loadItem, removeItems, watchItem, writeItems } from './area.ts';
import { changeSettings } from './index.ts';
import { isRecord } from './migrations.ts';
import type { Policy } from './policy.ts';
import { renameIds } from './renames.ts';
import { DICE_KEY } from './rollout.ts';
import { inTurn } from './turns.ts';

/** A team's pack as it is installed here, compiled. Those that stand later in the list lie above the earlier. */
export interface InstalledPack {
  pack: TeamPack;
  isOn: boolean;
  source: PackSource;
  /** Of the text that it was compiled from, in hex. `loadPackText` gives the text. */
  sha256: string;
}

/** Where a pack came from: made in the workshop here, read from a file, fetched from an address, or brought by the team's policy. */
export type PackSource =
  | { kind: 'own' }
  | { kind: 'file'; name: string }
  | { kind: 'url'; url: string }
  | { kind: 'policy' /** Its place in the policy's list. */; entry: number; url?: string };

/** What was read, and the ids of packs that made no sense and are left out; `#3` for the third where it has none. */
export interface ReadPacks {
  packs: InstalledPack[];
  broken: string[];
}

/** Why packs are refused: too many of them, or too much to be carried by each page. */
export class PacksTooLarge extends Error {
  readonly why: 'many' | 'large';
  constructor(why: 'many' | 'large') {
    super(`packs refused: too ${why}`);
    this.why = why;
  }
}

const KEY = 'packs';
const TEXT = 'packText:';
export const MOST_PACKS = 40;
/** Characters of all compiled packs as JSON: each coached page reads them. */
export const MOST_CHARACTERS = 2_000_000;

/**
 * The packs as installed now.
 *
 * @throws {StorageFailure} when storage cannot be read
 */
export async function loadPacks(): Promise<ReadPacks> {
  return readPacks(await loadItem(KEY));
}

/** Calls back with every change, made here or elsewhere. */
export function watchPacks(onChange: (read: ReadPacks) => void, signal: AbortSignal): void {
  watchItem(KEY, (stored) => onChange(readPacks(stored)), signal);
}

/**
 * Calls back with the packs as installed now, and with every change. Resolves when they are known. A change that comes while
 * they are read is the later one: what was read is not told then.
 *
 * @throws {StorageFailure} when storage cannot be read
 */
export async function followPacks(onPacks: (read: ReadPacks) => void, signal: AbortSignal): Promise<void> {
  let hasChanged = false;
  watchPacks((read) => {
    hasChanged = true;
    onPacks(read);
  }, signal);
  const read = await loadPacks();
  if (!hasChanged) onPacks(read);
}

/** Reads what storage holds, whatever it is: what makes no sense is left out by itself and named. */
export function readPacks(stored: unknown): ReadPacks {
  if (stored === undefined) return { packs: [], broken: [] };
  if (!Array.isArray(stored)) return { packs: [], broken: ['#1'] };
  const broken = stored.flatMap((one, at) => (isInstalled(one) ? [] : [nameOf(one) ?? `#${at + 1}`]));
  return { packs: stored.filter(isInstalled), broken };
}

/** The packs that speak here, the lowest first. No pack but the policy's own changes a rule that the team has locked. */
export function listTeam(installed: readonly InstalledPack[], { locked }: Policy): TeamPack[] {
  const touches = (id: string) =>
    locked.some((one) => one === id || one.startsWith(`${id}/`) || id.startsWith(`${one}/`));
  return installed.flatMap(({ pack, isOn, source }) => {
    if (source.kind === 'policy') return [pack];
    if (!isOn) return [];
    const changes = Object.fromEntries(Object.entries(pack.changes).filter(([id]) => !touches(id)));
    return [{ ...pack, changes }];
  });
}

/**
 * Changes the packs from what is stored now; whoever else changes them meanwhile waits. Settings follow rules whose ids were
 * renamed. Packs of the policy come to stand above all others.
 *
 * @param texts what new packs were compiled from, by their hash; texts that no pack has any more are forgotten
 * @throws {PacksTooLarge}
 * @throws {StorageFailure} when storage cannot be read or written; nothing is changed then
 */
export function changePacks(
  change: (packs: readonly InstalledPack[]) => readonly InstalledPack[],
  texts: Readonly<Record<string, string>> = {},
): Promise<void> {
  return inTurn(KEY, async () => {
    const before = (await loadPacks()).packs;
    const packs = change(before).toSorted((a, b) => getHeight(a) - getHeight(b));
    if (packs.length > MOST_PACKS) throw new PacksTooLarge('many');
    if (JSON.stringify(packs).length > MOST_CHARACTERS) throw new PacksTooLarge('large');
    const written = Object.fromEntries(Object.entries(texts).map(([sha256, text]) => [TEXT + sha256, text]));
    const items = { ...written, [KEY]: packs };
    const teams = packs.map(({ pack }) => pack);
    if (teams.some(({ renamed }) => Object.keys(renamed).length > 0)) {
      const rename = createRenames(teams);
      await changeSettings((settings) => renameIds(settings, rename), items);
    } else await writeItems(items);
    const kept = new Set(packs.map(({ sha256 }) => sha256));
    const gone = [...before.map(({ sha256 }) => sha256), ...Object.keys(texts)].filter((one) => !kept.has(one));
    if (gone.length > 0) await removeItems(gone.map((one) => TEXT + one));
  });
}

/**
 * Installs a pack above the others, or in the place of the one that has its id. A policy's pack of that id stays beside it.
 *
 * @param text what it was compiled from
 * @throws {PacksTooLarge}
 * @throws {StorageFailure} nothing is changed then
 */
export async function installPack(pack: TeamPack, text: string, source: PackSource, isOn = true): Promise<void> {
  const sha256 = await getSha256(text);
  const installed: InstalledPack = { pack, isOn, source, sha256 };
  await changePacks((packs) => withPack(packs, installed), { [sha256]: text });
}

/** The list with this pack in the place of the one that has its id, or at the end. */
export function withPack(packs: readonly InstalledPack[], installed: InstalledPack): InstalledPack[] {
  const isSame = ({ pack, source }: InstalledPack) =>
    pack.id === installed.pack.id && (source.kind === 'policy') === (installed.source.kind === 'policy');
  const at = packs.findIndex(isSame);
  return at < 0 ? [...packs, installed] : packs.with(at, installed);
}

/**
 * Takes all packs away but the policy's, and the machine's number for rollouts.
 *
 * @throws {StorageFailure}
 */
export async function erasePacks(): Promise<void> {
  await changePacks((packs) => packs.filter(({ source }) => source.kind === 'policy'));
  await removeItems([DICE_KEY]);
}

/**
 * The text that a pack was compiled from; undefined where there is none.
 *
 * @throws {StorageFailure}
 */
export async function loadPackText(sha256: string): Promise<string | undefined> {
  const text = await loadItem(TEXT + sha256);
  return typeof text === 'string' ? text : undefined;
}

/** The hash of a pack's text as UTF-8, in hex. */
export async function getSha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function getHeight({ source }: InstalledPack): number {
  return source.kind === 'policy' ? source.entry + 1 : 0;
}

/** What the engine would stumble over if it were missing. Phrases were read when the pack was compiled. */
function isInstalled(raw: unknown): raw is InstalledPack {
  if (!isRecord(raw) || !isRecord(raw.source) || !isRecord(raw.pack)) return false;
  const { id, name, version, lists, rules, index, changes, renamed } = raw.pack;
  return (
    [id, name, version, raw.sha256, raw.source.kind].every(isText) &&
    [lists, changes, renamed].every(isRecord) &&
    isRecord(index) &&
    isTexts(index.needs) &&
    isTexts(index.sets) &&
    Array.isArray(rules) &&
    rules.every((rule) => isRule(rule, id as string))
  );
}

function isRule(raw: unknown, pack: string): boolean {
  return (
    isRecord(raw) &&
    isText(raw.id) &&
    raw.id.startsWith(`${pack}/`) &&
    raw.category === pack &&
    [raw.severity, raw.message, raw.why].every(isText) &&
    isTexts(raw.phrases) &&
    isTexts(raw.rewrites) &&
    [raw.patterns, raw.unless].every((list) => Array.isArray(list) && list.every(isRecord)) &&
    (raw.patterns as Record<string, unknown>[]).every(({ words, signs = [] }) => isTexts(words) && isTexts(signs)) &&
    (raw.instead === undefined || (Array.isArray(raw.instead) && raw.instead.every(isTexts))) &&
    (raw.sentence === undefined || isRecord(raw.sentence))
  );
}

function nameOf(raw: unknown): string | undefined {
  return isRecord(raw) && isRecord(raw.pack) && isText(raw.pack.id) ? raw.pack.id : undefined;
}

function isTexts(raw: unknown): boolean {
  return Array.isArray(raw) && raw.every(isText);
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string';
}
