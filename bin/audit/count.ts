import { createHash } from 'node:crypto';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { endsDraft, isQuotation } from '../../lib/engine/exclusions.ts';
import type { CompiledPack } from '../../lib/engine/pack.ts';
import type { Severity, Variety } from '../../lib/engine/types.ts';
import type { Row } from './rows.ts';
import { addFault, createTotals, SEVERITY_COUNTS, type Totals, tally } from './totals.ts';
import { addWorst, getScore, isAmongWorst, type Worst } from './worst.ts';

/** What is asked of each reply; plain data, which goes to the workers as it is. */
export interface Asked {
  packs: CompiledPack[];
  variety?: Variety;
  /** The slightest severity that counts. */
  severity: Severity;
  isMacros: boolean;
  /** Whether the worst are told with their text. */
  withText: boolean;
  mostWorst: number;
}

/** UTF-16 units: a longer reply is cut, for nobody wrote it. */
const LONGEST = 20_000;
const WORDS = /[\p{L}\p{N}]\S*/gu;
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/**
 * The checker that counters want.
 *
 * @throws {RangeError} when a pack holds a phrase that cannot be compiled
 */
export function createAuditChecker({ packs, variety }: Asked): Checker {
  return createChecker(packs, variety ? { variety } : {});
}

/**
 * Makes what counts the flags of one history: the same that `cando check` tells of its plain text. What of some rows scores less than
 * the worst of the rows before is not told: it cannot be among the worst of all.
 */
export function createCounter(asked: Asked, checker: Checker): (rows: readonly Row[]) => Totals {
  const worstSoFar: Worst[] = [];
  return (rows) => {
    const totals = createTotals();
    for (const row of rows) countRow(totals, row, worstSoFar, checker, asked);
    return totals;
  };
}

function countRow(
  totals: Totals,
  row: Row,
  worstSoFar: Worst[],
  checker: Checker,
  { severity, isMacros, withText, mostWorst }: Asked,
): void {
  const text = row.text.slice(0, LONGEST);
  const least = WEIGHTS[severity];
  let flags: ReturnType<Checker['check']>;
  try {
    flags = checker.check(text, row.customer === undefined ? {} : { customer: row.customer });
  } catch (error) {
    totals.counts.broken++;
    addFault(totals, { line: row.line, message: `could not be checked (${(error as Error).message})` });
    return;
  }
  const { counts } = totals;
  const words = countWords(text);
  counts.replies++;
  counts.words += words;
  counts.uses += row.usage ?? 0;
  if (row.isUsageUnclear) counts.unclear++;
  if (row.text.length > LONGEST) counts.cut++;
  const rules = new Map<string, number>();
  const categories = new Map<string, number>();
  let weight = 0;
  for (const flag of flags) {
    if (WEIGHTS[flag.severity] < least) continue;
    weight += WEIGHTS[flag.severity];
    counts.flags++;
    counts[SEVERITY_COUNTS[flag.severity]]++;
    rules.set(flag.ruleId, (rules.get(flag.ruleId) ?? 0) + 1);
    categories.set(flag.category, (categories.get(flag.category) ?? 0) + 1);
  }
  if (rules.size === 0) return;
  counts.flagged++;
  for (const [id, count] of rules) tally(totals.rules, id, count, 1);
  for (const [id, count] of categories) tally(totals.categories, id, count, 1);
  const { usage } = row;
  if (!isAmongWorst(worstSoFar, getScore({ weight, words, ...(usage !== undefined && { usage }) }), mostWorst)) return;
  const sorted = [...rules].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
  const key = isMacros ? `${String(row.line).padStart(12, '0')}.${row.part}` : hash(JSON.stringify([text, sorted]));
  const { line, part, id, title } = row;
  const worst: Worst = { key, line, part, id, times: 1, words, weight, flags: sorted };
  if (title !== undefined) worst.title = title;
  if (usage !== undefined) worst.usage = usage;
  if (withText) worst.text = text;
  addWorst(worstSoFar, worst, mostWorst);
  addWorst(totals.worst, worst, mostWorst);
}

/** Equal texts with the same flags are one among the worst. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** Words of the lines that are checked: quotations and what stands below a signature are not the agent's. */
export function countWords(text: string): number {
  let words = 0;
  for (const line of text.split('\n')) {
    if (endsDraft(line)) break;
    if (!isQuotation(line)) words += line.match(WORDS)?.length ?? 0;
  }
  return words;
}
