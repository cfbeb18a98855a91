import { cleanLine } from './clean-line.ts';
import { type Day, RULE_MEASURES, TOTAL_MEASURES, WORDING } from './counts.ts';
import { addDays, isDay } from './days.ts';
import { FORMAT, type TeamFault, type TeamFaultKind, type TeamFile, VERSION } from './team-file.ts';
import { createSheetWriter, EPOCH, MOST, toDayNumber } from './team-sheet.ts';

/** Bytes, or signs, that are read at most: three years of somebody who meets a hundred rules a day. */
export const LARGEST = 20_000_000;

export type TeamReading = { file: TeamFile } | { fault: TeamFault };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EXPORTED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DESK = /^[a-z][a-z0-9-]{0,59}$/;
const VERSIONED = '@[0-9A-Za-z][0-9A-Za-z.+-]{0,60}$';
const PACK_KEY = new RegExp(`^[a-z][a-z0-9-]{0,59}${VERSIONED}`);
const RULE_KEY = new RegExp(`^[a-z][a-z0-9-]{0,59}/[a-z0-9][a-z0-9-]{0,119}${VERSIONED}`);

type Raw = Record<string, unknown>;
type Writer = ReturnType<typeof createSheetWriter>;

/** Ends the reading: one fault is enough to leave a file out, for half a year is no year. */
class Refusal extends Error {
  readonly fault: TeamFault;
  constructor(kind: TeamFaultKind, place: string, found: unknown) {
    super(kind);
    const told = found === undefined ? '' : (JSON.stringify(found) ?? '');
    this.fault = { kind, place: cleanLine(place, 200), found: cleanLine(told, 60) };
  }
}

/**
 * Reads a file of whom nobody knows anything: all of it holds, or the first fault is told. Keys that this version does not know
 * are left out. What it costs is bounded by the text's length.
 *
 * @param today days and exports after tomorrow, for the machines' clocks differ, are refused
 */
export function readTeamFile(text: string, today: Day): TeamReading {
  try {
    return { file: read(text, today) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

function read(text: string, today: Day): TeamFile {
  if (text.length > LARGEST) throw new Refusal('tooLarge', '', undefined);
  const raw = parse(text);
  if (!isRecord(raw) || raw.format !== FORMAT) throw new Refusal('notOurs', '', undefined);
  const { version, agent, exported, days } = raw;
  if (typeof version === 'number' && version > VERSION) throw new Refusal('newer', 'version', version);
  if (version !== VERSION) throw new Refusal('notOurs', 'version', version);
  if (typeof agent !== 'string' || !UUID.test(agent)) throw new Refusal('agent', 'agent', shorten(agent));
  const latest = addDays(today, 1);
  if (typeof exported !== 'string' || !EXPORTED.test(exported) || !isDay(exported.slice(0, 10)))
    throw new Refusal('exported', 'exported', shorten(exported));
  if (exported.slice(0, 10) > latest) throw new Refusal('future', 'exported', exported);
  if (!Array.isArray(days)) throw new Refusal('shape', 'days', shorten(days));
  if (days.length === 0) throw new Refusal('empty', 'days', undefined);
  if (days.length > MOST.rows) throw new Refusal('tooMany', 'days', days.length);
  const writer = createSheetWriter();
  const seen = new Set<string>();
  for (const [at, day] of days.entries()) readDay(day, `days[${at}]`, latest, seen, writer);
  const name = cleanLine(raw.name);
  const group = cleanLine(raw.group);
  return { agent, ...(name && { name }), ...(group && { group }), exported, sheet: writer.make() };
}

function readDay(raw: unknown, at: string, latest: Day, seen: Set<string>, writer: Writer): void {
  if (!isRecord(raw)) throw new Refusal('shape', at, shorten(raw));
  const { day, desk } = raw;
  const number = typeof day === 'string' ? numberDay(day) : undefined;
  if (typeof day !== 'string' || number === undefined) throw new Refusal('day', `${at}.day`, shorten(day));
  if (day > latest) throw new Refusal('future', `${at}.day`, day);
  if (typeof desk !== 'string') throw new Refusal('desk', `${at}.desk`, shorten(desk));
  const place = `${day}, ${desk}`;
  const known = writer.desks.find(desk);
  if (known === undefined && !DESK.test(desk)) throw new Refusal('desk', `${at}.desk`, shorten(desk));
  if (known === undefined && writer.desks.list.length >= MOST.desks) throw new Refusal('tooMany', `${at}.desk`, desk);
  if (seen.has(place)) throw new Refusal('twice', place, undefined);
  seen.add(place);
  const { numbers } = writer;
  writer.begin();
  numbers.day.push(number);
  numbers.desk.push(known ?? writer.desks.add(desk));
  numbers.revision.push(readCount(raw.revision, MOST.revision, place, 'revision'));
  const totals = readRecord(raw.totals, place, 'totals');
  for (const measure of TOTAL_MEASURES) numbers.totals.push(readCount(totals[measure], MOST.total, place, measure));
  const packs = readRecord(raw.packs, place, 'packs');
  for (const key of Object.keys(packs)) {
    numbers.pack.push(readKey(key, PACK_KEY, MOST.versions, writer.versions, place));
    const counts = readRecord(packs[key], place, key);
    for (const measure of TOTAL_MEASURES)
      numbers.packTotals.push(readCount(counts[measure], MOST.total, place, key, measure));
  }
  const rules = readRecord(raw.rules, place, 'rules');
  for (const key of Object.keys(rules)) {
    numbers.rule.push(readKey(key, RULE_KEY, MOST.rules, writer.rules, place));
    const counts = readRecord(rules[key], place, key);
    for (const measure of RULE_MEASURES)
      numbers.ruleCounts.push(readCount(counts[measure], MOST.count, place, key, measure));
  }
  const replaced = readRecord(raw.replaced, place, 'replaced');
  for (const key of Object.keys(replaced)) {
    const rule = readKey(key, RULE_KEY, MOST.rules, writer.rules, place);
    const times = readRecord(replaced[key], place, key);
    for (const words of Object.keys(times)) {
      numbers.replacedRule.push(rule);
      numbers.replacedWording.push(readKey(words, WORDING, MOST.wordings, writer.wordings, place));
      numbers.times.push(readCount(times[words], MOST.count, place, key, words));
    }
  }
}

const knownDays = new Map<string, number>();

/** Undefined for what is no day since 2020. A year's days come in every file. */
function numberDay(raw: string): number | undefined {
  const known = knownDays.get(raw);
  if (known !== undefined || !isDay(raw) || raw < EPOCH) return known;
  const number = toDayNumber(raw);
  knownDays.set(raw, number);
  return number;
}

/** Looked at once a file, however often it comes. */
function readKey(key: string, pattern: RegExp, most: number, index: Writer['rules'], place: string): number {
  const known = index.find(key);
  if (known !== undefined) return known;
  if (!pattern.test(key)) throw new Refusal('key', place, shorten(key));
  if (index.list.length >= most) throw new Refusal('tooMany', place, shorten(key));
  return index.add(key);
}

/** What is left out is zero. */
function readCount(raw: unknown, most: number, ...place: string[]): number {
  if (raw === undefined) return 0;
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= most) return raw;
  throw new Refusal('number', place.join(', '), shorten(raw));
}

function readRecord(raw: unknown, ...place: string[]): Raw {
  if (raw === undefined) return {};
  if (isRecord(raw)) return raw;
  throw new Refusal('shape', place.join(', '), shorten(raw));
}

/** What a fault shows of a value: never the whole of a long list. */
function shorten(raw: unknown): unknown {
  if (typeof raw === 'string') return raw.slice(0, 80);
  if (Array.isArray(raw)) return [];
  return isRecord(raw) ? {} : raw;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal('notJson', '', undefined);
  }
}

function isRecord(raw: unknown): raw is Raw {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
