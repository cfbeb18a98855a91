import { describe, expect, it } from 'vitest';
import { arrangePeople, FEWEST, type Person, REST } from '../../lib/stats/people.ts';
import { createDice } from '../fixtures/team/generate.ts';

let last = 0;
const make = (count: number, group: string | undefined, named = 0): Person[] =>
  Array.from({ length: count }, (_, at) => ({
    agent: `agent-${++last}`,
    ...(group !== undefined && { group }),
    ...(at < named && { name: `${group} ${at}` }),
  }));
const show = (...people: Person[][]) => arrangePeople(people.flat()).groups.map(({ name, people: of }) => [name, of]);

describe('Who is told apart in a team', () => {
  it('is a group of five and more; smaller ones stand together', () => {
    expect(show(make(5, 'Night'), make(6, 'Day'), make(3, 'A'), make(2, 'B'))).toEqual([
      ['Day', 6],
      ['Night', 5],
      [REST, 5],
    ]);
  });

  it('is not a rest under five, which the whole less the groups would give: the smallest other group joins it', () => {
    expect(show(make(5, 'Night'), make(6, 'Day'), make(2, 'A'))).toEqual([
      ['Day', 6],
      [REST, 7],
    ]);
    expect(show(make(5, 'Night'), make(1, 'A'))).toEqual([]);
    expect(show(make(3, 'A'), make(4, 'B'))).toEqual([]);
  });

  it('is nobody without a group: they stand with the rest', () => {
    expect(show(make(5, 'Night'), make(4, undefined), make(1, 'A'))).toEqual([
      ['Night', 5],
      [REST, 5],
    ]);
  });

  it('is one group however it is spelled', () => {
    expect(show(make(3, 'night'), make(4, 'Night'), make(5, 'Day'))).toEqual([
      ['Day', 5],
      ['Night', 7],
    ]);
  });

  it('is one who agreed, unless the others of the group could be reckoned then', () => {
    const shown = (silent: number) => arrangePeople([...make(3, 'Day', 3), ...make(silent, 'Day')]);
    expect([0, 5].map((silent) => shown(silent).agents.length)).toEqual([3, 3]);
    expect([1, 4].map((silent) => shown(silent).agents.length)).toEqual([0, 0]);
    expect(shown(4).heldBack).toBe(3);
  });

  it('stands by name, and two of one name are told apart', () => {
    const names = ['Zoe', 'ana', 'Ana', 'Zoe'].map((name, at) => ({ agent: `${at}abc-d`, name, group: 'Day' }));
    expect(arrangePeople(names).agents.map(({ name }) => name)).toEqual(['ana', 'Ana', 'Zoe (0abc)', 'Zoe (3abc)']);
  });

  it('leaves no difference of two sums that is fewer than five people who have not agreed', () => {
    const dice = createDice(11);
    for (let round = 0; round < 300; round++) {
      const people = Array.from({ length: 1 + dice(8) }, (_, at) => {
        const count = 1 + dice(12);
        return make(count, dice(6) === 0 ? undefined : `Group ${at}`, dice(count + 1));
      }).flat();
      const { groups, groupOf, agents } = arrangePeople(people);
      const open = new Set(agents.map(({ id }) => id));
      const names = groups.length > 0 ? groups.map(({ name }) => name) : [REST];
      for (const name of names) {
        const members = people.filter(({ agent }) => groupOf.get(agent) === name || groups.length === 0);
        const silent = members.filter(({ agent }) => !open.has(agent)).length;
        if (groups.length > 0) expect(members.length).toBeGreaterThanOrEqual(FEWEST);
        if (silent !== people.length) expect(silent === 0 || silent >= FEWEST).toBe(true);
      }
      expect(people.every(({ agent, name }) => !open.has(agent) || name !== undefined)).toBe(true);
      expect([...groupOf.keys()].sort()).toEqual(people.map(({ agent }) => agent).sort());
    }
  });
});
