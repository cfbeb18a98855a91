import { splitVersion } from '../stats/counts.ts';
import { addDays, countDays } from '../stats/days.ts';
import type { Arrangement } from '../stats/people.ts';
import type { Dimension, Filter, Question } from '../stats/source.ts';
import { quoteAgent, quoteDay, quoteId } from './ids.ts';

/**
 * The questions, in words that servers since 18.16 know: without query parameters, so that each value is checked by its pattern
 * before it goes in. Sums are taken with FINAL, which leaves of each row the latest revision.
 */

interface Sums {
  measures: readonly string[];
  kind: 'totals' | 'rules';
  /** Needed for groups and agents. */
  arrangement: Arrangement | undefined;
}

/** Days of one part, and the most parts. A server of old reads with FINAL on one core a part, so that a long time is asked in parts of one question. */
const PART = 92;
const MOST_PARTS = 12;

const COLUMNS: Readonly<Record<Exclude<Dimension, 'group'>, string>> = {
  day: 'toString(day)',
  week: 'toString(toMonday(day))',
  desk: 'desk',
  pack: 'pack',
  version: "concat(pack, '@', version)",
  rule: "concat(pack, '/', rule)",
  agent: 'agent',
};

/** Answers the dimensions in their order, then the measures; a group as its place in the arrangement. */
export function writeSums(question: Question, { measures, kind, arrangement }: Sums): string {
  const { by } = question;
  // Groups and agents are told apart at the end, once, for their lists may be long.
  const needsAgent = by.includes('group') || by.includes('agent') || isOfPeople(question);
  const inner = by.map((dimension, at) => `${dimension === 'group' ? "''" : COLUMNS[dimension]} AS k${at}`);
  const sums = measures.map((measure, at) => `sum(\`${measure}\`) AS m${at}`);
  const columns = [...inner, ...(needsAgent ? ['agent'] : []), ...sums].join(', ');
  const keys = [...by.map((_, at) => `k${at}`), ...(needsAgent ? ['agent'] : [])];
  const parts = cutTime(question).map(
    (days) => `SELECT ${columns} FROM counts FINAL ${writeWhere(question, kind, days)}${groupBy(keys)}`,
  );
  const outer = by.map((dimension, at) => `${writeKey(dimension, at, arrangement)} AS d${at}`);
  const totals = measures.map((_, at) => `sum(m${at})`);
  return [
    `SELECT ${[...outer, ...totals].join(', ')} FROM (${parts.join(' UNION ALL ')})`,
    writePeople(question, arrangement),
    groupBy(by.map((_, at) => `d${at}`)),
  ].join('');
}

/** Answers pack, rule, words and times. */
export function writeReplaced(filter: Filter, arrangement: Arrangement | undefined): string {
  const people = isOfPeople(filter) ? ', agent' : '';
  const parts = cutTime(filter).map(
    (days) =>
      `SELECT pack, rule, words${people}, sum(time) AS m FROM ` +
      `(SELECT pack, rule, replaced, times${people} FROM counts FINAL ${writeWhere(filter, 'rules', days)} AND notEmpty(replaced)) ` +
      `ARRAY JOIN replaced AS words, times AS time${groupBy(['pack', 'rule', 'words', ...(people ? ['agent'] : [])])}`,
  );
  return `SELECT pack, rule, words, sum(m) FROM (${parts.join(' UNION ALL ')})${writePeople(filter, arrangement)} GROUP BY pack, rule, words`;
}

/** Rows by their key, before FINAL: rows of one key stay or go together. */
function writeWhere(question: Filter & { by?: readonly Dimension[] }, kind: 'totals' | 'rules', days: Range): string {
  const { desk, version, rule, by = [] } = question;
  const pack = question.pack ?? (rule === undefined ? undefined : splitVersion(`${rule}@`).pack);
  const isOfPacks = [pack, version].some((one) => one !== undefined) || by.includes('pack') || by.includes('version');
  const terms = kind === 'rules' ? ["rule != ''"] : ["rule = ''", isOfPacks ? "pack != ''" : "pack = ''"];
  if (pack !== undefined) terms.push(`pack = ${quoteId(pack)}`);
  if (version !== undefined) {
    const parts = splitVersion(version);
    terms.push(`pack = ${quoteId(parts.pack)}`, `version = ${quoteId(parts.version)}`);
  }
  if (rule !== undefined && kind === 'rules') terms.push(`rule = ${quoteId(splitVersion(`${rule}@`).rule)}`);
  if (desk !== undefined) terms.push(`desk = ${quoteId(desk)}`);
  return `PREWHERE ${terms.join(' AND ')} WHERE day >= ${quoteDay(days.from)} AND day <= ${quoteDay(days.to)}`;
}

function writeKey(dimension: Dimension, at: number, arrangement: Arrangement | undefined): string {
  if (dimension === 'agent') {
    const named = arrangement?.agents.map(({ id }) => id) ?? [];
    return named.length > 0 ? `if(agent IN (${list(named)}), toString(agent), '')` : "''";
  }
  if (dimension !== 'group') return `k${at}`;
  const { groups, groupOf } = arrangement ?? { groups: [], groupOf: new Map<string, string>() };
  const terms = groups.flatMap(({ name }, index) => {
    const members = [...groupOf].filter(([, group]) => group === name).map(([agent]) => agent);
    return [`agent IN (${list(members)})`, `'${index}'`];
  });
  return terms.length > 0 ? `multiIf(${terms.join(', ')}, '')` : "''";
}

function writePeople({ group, agent }: Filter, arrangement: Arrangement | undefined): string {
  const terms: string[] = [];
  if (agent !== undefined) terms.push(`agent = ${quoteAgent(agent)}`);
  if (group !== undefined) {
    const members = [...(arrangement?.groupOf ?? [])].filter(([, name]) => name === group).map(([id]) => id);
    terms.push(`agent IN (${list(members)})`);
  }
  return terms.length > 0 ? ` WHERE ${terms.join(' AND ')}` : '';
}

function isOfPeople({ group, agent }: Filter): boolean {
  return group !== undefined || agent !== undefined;
}

function list(agents: readonly string[]): string {
  return agents.map(quoteAgent).join(', ');
}

function groupBy(keys: readonly string[]): string {
  return keys.length > 0 ? ` GROUP BY ${keys.join(', ')}` : '';
}

type Range = Pick<Filter, 'from' | 'to'>;

function cutTime({ from, to }: Range): Range[] {
  quoteDay(from);
  quoteDay(to);
  const days = Math.max(1, countDays(from, to) + 1);
  const length = Math.max(PART, Math.ceil(days / MOST_PARTS));
  return Array.from({ length: Math.ceil(days / length) }, (_, at) => {
    const start = addDays(from, at * length);
    const end = addDays(start, length - 1);
    return { from: start, to: end < to ? end : to };
  });
}
