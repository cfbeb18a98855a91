import { RULE_MEASURES, type RuleCounts, splitReplaced, TOTAL_MEASURES, type Totals } from '../stats/counts.ts';
import { type Arrangement, arrangePeople, type Person } from '../stats/people.ts';
import type { Extent, Filter, Question, Replaced, StatsSource, Sum } from '../stats/source.ts';
import { isId, isUuid } from './ids.ts';
import { writeReplaced, writeSums } from './sql.ts';

/** Asks the server; see `Server.ask`. */
export type Ask = (query: string) => Promise<unknown[][]>;

/** The table of counts as a source: all sums are made by the server, and only sums come back. Rejects with a `ServerFailure`. */
export function createServerSource(ask: Ask): StatsSource {
  let people: Promise<Arrangement> | undefined;
  const getPeople = () => {
    people ??= loadPeople(ask).catch((error: unknown) => {
      people = undefined;
      throw error;
    });
    return people;
  };
  const sum = async <Counts>(question: Question, measures: readonly string[], kind: 'totals' | 'rules') => {
    const arrangement = needsPeople(question) ? await getPeople() : undefined;
    if (arrangement && isUnknown(question, arrangement)) return [];
    const answers = await ask(writeSums(question, { measures, kind, arrangement }));
    return readSums<Counts>(answers, question, measures, arrangement);
  };
  return {
    async describe() {
      people = undefined;
      return describe(ask, await getPeople());
    },
    sumTotals: (question) => sum<Totals>(question, TOTAL_MEASURES, 'totals'),
    sumRules: (question) => sum<RuleCounts>(question, RULE_MEASURES, 'rules'),
    async sumReplaced(filter) {
      const arrangement = needsPeople(filter) ? await getPeople() : undefined;
      if (arrangement && isUnknown(filter, arrangement)) return [];
      return readReplaced(await ask(writeReplaced(filter, arrangement)));
    },
  };
}

async function loadPeople(ask: Ask): Promise<Arrangement> {
  const rows = await ask('SELECT toString(agent), team, name FROM people FINAL');
  const people = rows.flatMap(([agent, team, name]): Person[] =>
    isUuid(agent)
      ? [
          {
            agent,
            ...(typeof team === 'string' && team && { group: team }),
            ...(typeof name === 'string' && name && { name }),
          },
        ]
      : [],
  );
  return arrangePeople(people);
}

async function describe(ask: Ask, { groups, groupOf, agents }: Arrangement): Promise<Extent> {
  const [[span = []], desks, versions] = await Promise.all([
    ask("SELECT count(), toString(min(day)), toString(max(day)) FROM counts PREWHERE pack = ''"),
    ask("SELECT DISTINCT desk FROM counts PREWHERE pack = ''"),
    ask("SELECT DISTINCT pack, version FROM counts PREWHERE rule = '' AND pack != ''"),
  ] as const);
  const [count, first, last] = span;
  const isEmpty = Number(count) === 0;
  return {
    first: isEmpty ? undefined : String(first),
    last: isEmpty ? undefined : String(last),
    desks: desks.flat().filter(isId).sort(),
    versions: versions
      .map((row) => row.join('@'))
      .filter(isId)
      .sort(),
    groups,
    people: groupOf.size,
    agents,
  };
}

function needsPeople({ by, group, agent }: Partial<Question>): boolean {
  return group !== undefined || agent !== undefined || by?.some((one) => one === 'group' || one === 'agent') === true;
}

/** A group that is not told apart, or somebody who has not agreed to be. */
function isUnknown({ group, agent }: Filter, { groups, agents }: Arrangement): boolean {
  if (group !== undefined && !groups.some(({ name }) => name === group)) return true;
  return agent !== undefined && !agents.some(({ id }) => id === agent);
}

function readSums<Counts>(
  answers: readonly unknown[][],
  { by }: Question,
  measures: readonly string[],
  arrangement: Arrangement | undefined,
): Sum<Counts>[] {
  const groups = arrangement?.groups ?? [];
  const group = by.indexOf('group');
  // Whoever began to send since people were asked for is in no group yet.
  const known = answers.filter((row) => groups.length === 0 || row[group] !== '');
  // Rows of which nothing is left stand in the table as zeros.
  const filled = known.filter((row) => row.slice(by.length).some((number) => Number(number) > 0));
  const sums = filled.map((row) => {
    const keys = by.map((_, at) => (at === group ? (groups[Number(row[at])]?.name ?? '') : String(row[at])));
    const numbers = measures.map((measure, at) => [measure, Number(row[by.length + at])]);
    const parts = by.map((dimension, at) => [dimension, keys[at]]);
    return { name: keys.join('\n'), sum: Object.fromEntries([...parts, ...numbers]) as Sum<Counts> };
  });
  return sums.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ sum }) => sum);
}

function readReplaced(answers: readonly unknown[][]): Replaced[] {
  return answers
    .map(([pack, rule, words, times]) => ({
      rule: `${pack}/${rule}`,
      ...splitReplaced(String(words)),
      times: Number(times),
    }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || (a.phrase < b.phrase ? -1 : 1));
}
