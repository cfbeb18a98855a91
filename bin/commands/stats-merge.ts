import { RULE_MEASURES, TOTAL_MEASURES, zeros } from '../../lib/stats/counts.ts';
import { getDay, isDay } from '../../lib/stats/days.ts';
import type { Dimension, Filter } from '../../lib/stats/source.ts';
import type { Team } from '../../lib/stats/team.ts';
import { checkOutput } from '../audit/output.ts';
import { createProgress, getTerminal } from '../progress.ts';
import { InputError, readArgs, writeReport } from '../streams.ts';
import { listTeamFiles, mergeTeamFiles } from '../team-files.ts';
import { type Row, toTable } from '../team-table.ts';
import { tell, tellNumber } from '../words.ts';

const FIRST = '2020-01-01';
const LAST = '9999-12-31';
/** Names that a message lists. */
const MOST_NAMED = 12;
/** As the page names everybody who is in no group of five and more. */
const REST = '(smaller groups together)';
const DIMENSIONS: readonly Dimension[] = ['day', 'week', 'desk', 'pack', 'version', 'rule', 'group', 'agent'];

const OPTIONS = {
  by: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  desk: { type: 'string' },
  pack: { type: 'string' },
  version: { type: 'string' },
  rule: { type: 'string' },
  group: { type: 'string' },
  replaced: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

/**
 * `cando stats merge [--by week,rule] [--format csv|json] FILE...`: the sums of a team's files, with the privacy of the page: groups
 * under five people together, agents only by their leave. 1 where a file was left out.
 */
export async function statsMerge(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  const { format = 'csv' } = values;
  if (format !== 'csv' && format !== 'json') throw new InputError(`--format takes csv or json, not "${format}"`);
  if (positionals.length === 0) throw new InputError('say which files: cando stats merge FOLDER');
  const by = readBy(values.by);
  const filter = readFilter(values);
  const paths = listTeamFiles(positionals);
  if (values.output !== undefined) for (const path of paths) checkOutput(values.output, path);
  const progress = createProgress(getTerminal(), 'file');
  const showRead = (count: number) => progress.show(count / paths.length, count);
  const { team, repeated, faults } = mergeTeamFiles(paths, getDay(Date.now()), showRead);
  progress.clear();
  for (const { file, fault } of faults) process.stderr.write(`${file}: ${fault}\n`);
  const { people, files, heldBack } = team.summarise();
  if (people === 0) throw new InputError('no file of a team was found');
  const rows = values.replaced ? await listReplaced(team, filter) : await sum(team, filter, by);
  const { groups, agents } = await team.describe();
  const named = groups.map(({ name, people: count }) => ({ name: name || REST, people: count }));
  const note = (said: string) => process.stderr.write(`cando stats merge: ${said}\n`);
  if (by.includes('agent') && heldBack > 0)
    note(`${tell(heldBack, 'person')} agreed to be named and cannot be, for others could be reckoned from it`);
  else if (by.includes('agent') && agents.length === 0) note('nobody agreed to be named');
  else if (isNothing(rows)) note(`nothing is counted there${await explainNothing(team, filter)}`);
  const text =
    format === 'csv'
      ? toTable(rows)
      : `${JSON.stringify({ people, files, repeated, left: faults.length, groups: named, heldBack, rows }, null, 2)}\n`;
  await writeReport(text, values.output);
  process.stderr.write(
    `${tell(files, 'file')} of ${tell(people, 'person')}${repeated > 0 ? `, ${tellNumber(repeated)} said nothing new` : ''}${faults.length > 0 ? `, ${tellNumber(faults.length)} left out` : ''}\n`,
  );
  return faults.length > 0 ? 1 : 0;
}

function isNothing(rows: readonly Row[]): boolean {
  return rows.every((row) => Object.values(row).every((value) => typeof value === 'string' || value === 0));
}

/** Which part of the filter no file has, with what there is instead. */
async function explainNothing(team: Team, filter: Filter): Promise<string> {
  const { first, last, desks, versions, groups } = await team.describe();
  const rules = await team.sumRules({ from: FIRST, to: LAST, by: ['rule'] });
  const packs = [...new Set(versions.map((version) => version.slice(0, version.lastIndexOf('@'))))];
  const there = {
    desk: desks,
    pack: packs,
    version: versions,
    rule: rules.map(({ rule = '' }) => rule),
    group: groups.map(({ name }) => name || REST),
  };
  for (const [name, known] of Object.entries(there)) {
    const asked = filter[name as keyof typeof there] || (name === 'group' && filter.group === '' ? REST : undefined);
    if (asked === undefined || known.includes(asked)) continue;
    const among = `there ${known.length === 1 ? 'is' : 'are'} ${known.slice(0, MOST_NAMED).join(', ')}${known.length > MOST_NAMED ? ' and more' : ''}`;
    const why = name === 'group' ? '; groups of fewer than five people stand together' : '';
    return `: no ${name} "${asked}"${known.length > 0 ? `, ${among}` : ''}${why}`;
  }
  return first === undefined ? '' : `: the files hold ${first} to ${last}`;
}

/** Totals stand beside what became of phrases, but for single rules, which have no drafts of their own. */
async function sum(team: Team, filter: Filter, by: readonly Dimension[]): Promise<Row[]> {
  const rules = await team.sumRules({ ...filter, by });
  if (by.includes('rule') || filter.rule !== undefined) return nameParts(team, rules);
  const totals = await team.sumTotals({ ...filter, by });
  const zero = { ...zeros(TOTAL_MEASURES), ...zeros(RULE_MEASURES) };
  const nameRow = (row: Row) => by.map((one) => row[one]).join('\n');
  const rows = new Map<string, Row>();
  // A phrase that was flagged before midnight may have its reply on the next day: neither list has all.
  for (const row of [...totals, ...rules] as Row[]) {
    const name = nameRow(row);
    const known = rows.get(name) ?? { ...Object.fromEntries(by.map((one) => [one, row[one] ?? ''])), ...zero };
    rows.set(name, { ...known, ...row });
  }
  const named = await nameParts(team, [...rows.values()]);
  return named.sort((a, b) => collator.compare(nameRow(a), nameRow(b)));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Names instead of the numbers of those who agreed to it, and for the rest of the groups. */
async function nameParts(team: Team, rows: readonly object[]): Promise<Row[]> {
  const names = new Map((await team.describe()).agents.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const { agent, group } = row as Row;
    return {
      ...row,
      ...(agent !== undefined && { agent: names.get(String(agent)) ?? '' }),
      ...(group === '' && { group: REST }),
    } as Row;
  });
}

async function listReplaced(team: Team, filter: Filter): Promise<Row[]> {
  return (await team.sumReplaced(filter)).map(({ rule, phrase, template, times }) => ({
    rule,
    phrase,
    template,
    times,
  }));
}

function readBy(written: string | undefined): Dimension[] {
  const names = written === undefined ? [] : written.split(',').map((name) => name.trim());
  return names.map((name) => {
    const dimension = DIMENSIONS.find((one) => one === name);
    if (!dimension) throw new InputError(`--by takes ${DIMENSIONS.join(', ')}, not "${name}"`);
    return dimension;
  });
}

function readFilter(values: Partial<Record<keyof Filter, string>>): Filter {
  const { from = FIRST, to = LAST, desk, pack, version, rule, group } = values;
  for (const [name, day] of Object.entries({ from, to }))
    if (!isDay(day)) throw new InputError(`--${name} takes a day such as 2026-11-22, not "${day}"`);
  if (from > to) throw new InputError(`--from ${from} is after --to ${to}`);
  return {
    ...{ from, to },
    ...(desk !== undefined && { desk }),
    ...(pack !== undefined && { pack }),
    ...(version !== undefined && { version }),
    ...(rule !== undefined && { rule }),
    ...(group !== undefined && { group: group === REST ? '' : group }),
  };
}
