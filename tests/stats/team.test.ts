import { describe, expect, it } from 'vitest';
import type { DayCounts, RuleCounts } from '../../lib/stats/counts.ts';
import { readTeamFile } from '../../lib/stats/read-team-file.ts';
import type { Dimension, Question } from '../../lib/stats/source.ts';
import { createSource } from '../../lib/stats/sum.ts';
import { createTeam, type Team } from '../../lib/stats/team.ts';
import { type TeamHead, writeTeamFile } from '../../lib/stats/team-file.ts';
import { createDice, type DrawnFile, drawDays, drawTeam, makeAgent } from '../fixtures/team/generate.ts';

const always = { from: '2020-01-01', to: '2030-01-01' };
const dice = createDice(5);
const agents = Array.from({ length: 12 }, () => makeAgent(dice));

function take(team: Team, id: string, text: string) {
  const reading = readTeamFile(text, '2026-11-22');
  if ('fault' in reading) throw new Error(JSON.stringify(reading.fault));
  return team.add(id, reading.file);
}

function write(agent: number, days: DayCounts[], more: Partial<TeamHead> = {}): string {
  return writeTeamFile({ agent: agents[agent] as string, exported: '2026-11-21T10:00:00Z', ...more }, days);
}

const flagged = (day: string, count: number, revision = 1, desk = 'zendesk'): DayCounts => ({
  ...{ day, desk, revision, totals: { replies: 1, words: 10, left: 0, discarded: 0 } },
  ...{ packs: { 'tone@1.0.0': { replies: 1, words: 10 } }, rules: { 'tone/hard@1.0.0': { flagged: count } } },
  replaced: {},
});
const sum = async (team: Team, by: Question['by'] = []) => (await team.sumRules({ ...always, by })) as RuleCounts[];
const total = async (team: Team) => (await sum(team))[0]?.flagged ?? 0;

describe('Files of one agent', () => {
  it('count once when a file comes twice', async () => {
    const team = createTeam();
    expect(take(team, 'a', write(0, [flagged('2026-11-02', 3)]))).toBe('new');
    expect(take(team, 'a', write(0, [flagged('2026-11-02', 3)]))).toBe('twice');
    expect(await total(team)).toBe(3);
  });

  it('are updated by a later one: its days take the place of earlier ones, and the others stay', async () => {
    const team = createTeam();
    take(team, 'a', write(0, [flagged('2026-11-02', 3), flagged('2026-11-03', 4)]));
    expect(take(team, 'b', write(0, [flagged('2026-11-03', 9, 2), flagged('2026-11-04', 1)]))).toBe('update');
    expect(await total(team)).toBe(13);
    expect(team.listOvertaken()).toEqual([]);
    expect(take(team, 'c', write(0, [flagged('2026-11-03', 5, 1)]))).toBe('known');
    expect(await total(team)).toBe(13);
    team.forget('b');
    expect(await total(team)).toBe(8);
    for (const id of ['a', 'c']) team.forget(id);
    expect(await total(team)).toBe(0);
  });

  it('differ at an equal revision: the one exported later counts', async () => {
    const later = write(0, [flagged('2026-11-02', 7)], { exported: '2026-11-21T10:00:01Z' });
    for (const isFirst of [true, false]) {
      const team = createTeam();
      if (isFirst) take(team, 'a', later);
      take(team, 'b', write(0, [flagged('2026-11-02', 3)]));
      if (!isFirst) take(team, 'a', later);
      expect(await total(team)).toBe(7);
      expect(team.listOvertaken()).toEqual(['b']);
    }
  });

  it('say by the last one what group their owner is in, and whether the name is shown', async () => {
    const team = createTeam();
    take(team, 'b', write(0, [flagged('2026-11-03', 1)], { exported: '2026-11-22T10:00:00Z' }));
    take(team, 'a', write(0, [flagged('2026-11-02', 3)], { name: 'Ana' }));
    expect((await team.describe()).agents).toEqual([]);
    take(team, 'c', write(0, [flagged('2026-11-04', 1)], { name: 'Ana', exported: '2026-11-22T11:00:00Z' }));
    expect((await team.describe()).agents).toEqual([{ id: agents[0], name: 'Ana' }]);
    // All its days are overtaken; that its owner is no longer to be named is not.
    take(team, 'd', write(0, [flagged('2026-11-04', 1, 0)], { exported: '2026-11-22T12:00:00Z' }));
    expect((await team.describe()).agents).toEqual([]);
    expect(team.listOvertaken()).toEqual([]);
  });
});

describe('A team', () => {
  it('answers as one browser does whose counts are the same', async () => {
    const days = drawDays({ seed: 9, workdays: 30, rules: 8 }).map(({ counts }) => counts);
    const team = createTeam();
    take(team, 'a', write(0, days, { name: 'Ana' }));
    const one = createSource(days);
    const range = { from: '2025-12-02', to: '2025-12-19' };
    const asked: Partial<Question>[] = [
      ...([[], ['day'], ['week', 'rule'], ['desk', 'version'], ['pack'], ['rule', 'desk']] as Dimension[][]).map(
        (by) => ({ by }),
      ),
      ...[
        { desk: 'gmail' },
        { pack: 'pack-2' },
        { version: 'pack-1@4.0.0' },
        { rule: 'pack-3/habit-3' },
        { desk: 'none' },
      ],
    ];
    for (const part of asked) {
      const question = { ...range, by: ['week'] as Dimension[], ...part };
      expect(await team.sumRules(question), JSON.stringify(part)).toEqual(await one.sumRules(question));
      if (!question.by.includes('rule'))
        expect(await team.sumTotals(question), JSON.stringify(part)).toEqual(await one.sumTotals(question));
      const replaced = await one.sumReplaced(question);
      expect(await team.sumReplaced(question)).toEqual(
        replaced.toSorted((a, b) => b.times - a.times || (a.phrase + a.rule < b.phrase + b.rule ? -1 : 1)),
      );
    }
    expect(await team.describe()).toEqual({ ...(await one.describe()), agents: [{ id: agents[0], name: 'Ana' }] });
  });

  it('comes to the sums that were added up while its files were drawn', async () => {
    const { drawn, tally } = drawTeam({ seed: 2, files: 23, workdays: 15, rules: 6 });
    const team = createTeam();
    for (const { name, text } of drawn) take(team, name, text);
    const [all] = await team.sumRules({ ...always, by: [] });
    expect(all).toMatchObject(tally.rules as object);
    for (const { week, ...counts } of await team.sumRules({ ...always, by: ['week'] }))
      expect(counts).toMatchObject(tally[`rules of week ${week}`] as object);
    for (const { version, ...counts } of await team.sumTotals({ ...always, by: ['version'] }))
      expect(counts).toMatchObject(tally[`totals of ${version}`] as object);
  });

  it('is the same in whichever order its files come', async () => {
    const some = createDice(8);
    const files: DrawnFile[] = [];
    for (let at = 0; at < 40; at++) {
      const agent = some(9);
      const days = drawDays({ seed: some(4), workdays: 1 + some(4), rules: 2, desks: 1 + some(2) }).map(
        ({ counts }) => ({ ...counts, revision: 1 + some(2) }),
      );
      const head: TeamHead = {
        agent: agents[agent] as string,
        exported: `2026-11-2${some(2)}T10:00:00Z`,
        ...(some(3) > 0 && { group: ['Day', 'night', 'Night'][some(3)] as string }),
        ...(some(3) > 0 && { name: `Agent ${agent}` }),
      };
      files.push({ name: `f${at}`, head, days, text: writeTeamFile(head, days) });
    }
    const questions: Dimension[][] = [[], ['day', 'rule'], ['group', 'version'], ['agent'], ['desk', 'week']];
    const ask = async (order: readonly DrawnFile[]) => {
      const team = createTeam();
      for (const { name, text } of order) take(team, name, text);
      for (const id of team.listOvertaken()) team.forget(id);
      return [
        ...[await team.describe(), team.summarise().groups, await team.sumReplaced(always)],
        ...(await Promise.all(questions.map((by) => team.sumRules({ ...always, by })))),
        ...(await Promise.all(
          questions.map((by) => team.sumTotals({ ...always, by: by.filter((one) => one !== 'rule') })),
        )),
      ];
    };
    const first = await ask(files);
    for (let round = 0; round < 25; round++) {
      const order = files.map((file) => ({ file, at: some(1e9) })).sort((a, b) => a.at - b.at);
      expect(await ask(order.map(({ file }) => file))).toEqual(first);
    }
  });

  it('tells small groups only together, agents only by their leave, and never in the order of their numbers', async () => {
    const team = createTeam();
    const names = ['Zoe', 'Mia', 'Ana'];
    for (let at = 0; at < 12; at++)
      take(
        team,
        `f${at}`,
        write(at, [flagged('2026-11-02', 10 ** (at % 4), 1, at === 0 ? 'gmail' : 'zendesk')], {
          group: at < 8 ? 'Day' : at < 10 ? 'A' : 'B',
          ...(names[at] && { name: names[at] }),
        }),
      );
    // Four in A and B: the only other group joins them, so all stand together.
    expect(await sum(team, ['group'])).toEqual([expect.objectContaining({ group: '', flagged: await total(team) })]);
    const shown = (await sum(team, ['agent'])) as (RuleCounts & { agent: string })[];
    expect(shown.map(({ agent }) => agent)).toEqual([agents[2], agents[1], agents[0]]);
    expect(await team.sumRules({ ...always, by: [], agent: agents[5] as string })).toEqual([]);
    expect(await team.sumRules({ ...always, by: [], group: 'A' })).toEqual([]);
    const byDesk = (await sum(team, ['desk', 'agent'])) as (RuleCounts & { agent: string; desk: string })[];
    expect(byDesk.map(({ desk, agent }) => [desk, agent])).toEqual([
      ['gmail', agents[0]],
      ['zendesk', agents[2]],
      ['zendesk', agents[1]],
    ]);
  });
});
