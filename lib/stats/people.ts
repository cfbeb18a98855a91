/** Whose numbers may be told apart from whose. */

export interface Person {
  /** A random UUID. */
  agent: string;
  /** Only of one who agreed to be shown by themselves. */
  name?: string;
  group?: string;
}

export interface Arrangement {
  /** The groups that are told apart, by name, with the rest at the end as `REST`. None when all stand together. */
  groups: { name: string; people: number }[];
  /** The group under which an agent is counted, by the agent's UUID. */
  groupOf: Map<string, string>;
  /** Those who are shown by themselves, by name. */
  agents: { id: string; name: string }[];
  /** How many agreed to be shown, and are not, for the others of their group could be reckoned then. */
  heldBack: number;
}

/** Everybody who is in no group of five and more. No group of people has this name. */
export const REST = '';

/** Fewer people than this are not told apart. */
export const FEWEST = 5;

/**
 * Whatever is shown is a sum of parts that are each either somebody who agreed or at least five people, so that no difference of
 * two sums says more:
 *
 * - groups under five people, and people without a group, stand together as the rest; if that is under five people, the smallest other
 *   group joins it; if there is no other, nothing but the whole is shown;
 * - where one to four people of a group have not agreed to be shown, nobody of it is.
 *
 * A whole of under five people is shown as a whole.
 */
export function arrangePeople(people: readonly Person[]): Arrangement {
  const named = gather(people);
  const sizes = [...named].map(([name, members]) => ({ name, members })).sort(byName);
  const groups = sizes.filter(({ name, members }) => name !== REST && members.length >= FEWEST);
  const rest = sizes.filter((one) => !groups.includes(one)).flatMap(({ members }) => members);
  if (rest.length > 0 && rest.length < FEWEST) {
    const smallest = groups.toSorted((a, b) => a.members.length - b.members.length)[0];
    if (smallest) rest.push(...groups.splice(groups.indexOf(smallest), 1).flatMap(({ members }) => members));
  }
  const shown = rest.length > 0 ? [...groups, { name: REST, members: rest }] : groups;
  const safe = shown.flatMap(({ members }) => (isOpen(members) ? members : []));
  return {
    groups: groups.length > 0 ? shown.map(({ name, members }) => ({ name, people: members.length })) : [],
    groupOf: new Map(shown.flatMap(({ name, members }) => members.map(({ agent }) => [agent, name] as const))),
    agents: nameAgents(safe),
    heldBack: countNamed(people) - countNamed(safe),
  };
}

/** Groups are typed by hand: they are one whatever the case, under the spelling that most have. */
function gather(people: readonly Person[]): Map<string, Person[]> {
  const byKey = new Map<string, Person[]>();
  for (const person of people) {
    const key = (person.group ?? '').normalize('NFKC').toLowerCase();
    byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  return new Map([...byKey].map(([, members]) => [spell(members), members]));
}

function spell(members: readonly Person[]): string {
  const times = new Map<string, number>();
  for (const { group = '' } of members) times.set(group, (times.get(group) ?? 0) + 1);
  return [...times].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function isOpen(members: readonly Person[]): boolean {
  const silent = members.length - countNamed(members);
  return silent === 0 || silent >= FEWEST;
}

function countNamed(people: readonly Person[]): number {
  return people.filter(({ name }) => name).length;
}

/** By name and never by numbers. Two of one name are told apart by the beginning of their UUID. */
function nameAgents(people: readonly Person[]): { id: string; name: string }[] {
  const times = new Map<string, number>();
  for (const { name } of people) if (name) times.set(name, (times.get(name) ?? 0) + 1);
  const agents = people.flatMap(({ agent, name }) => {
    if (!name) return [];
    return [{ id: agent, name: (times.get(name) ?? 0) > 1 ? `${name} (${agent.slice(0, 4)})` : name }];
  });
  return agents.sort((a, b) => byName(a, b) || (a.id < b.id ? -1 : 1));
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
