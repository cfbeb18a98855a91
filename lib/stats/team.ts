import { type Arrangement, arrangePeople } from './people.ts';
import type { Dimension, Extent, StatsSource } from './source.ts';
import type { TeamFile } from './team-file.ts';
import { describePages, type TeamSummary } from './team-summary.ts';
import { type Page, sumReplaced, sumRules, sumTotals } from './team-sums.ts';

/** What became of a file: its days are new, or later than some that were there; all of them are there, or it is there itself. */
export type Arrival = 'new' | 'update' | 'known' | 'twice';

/** Many agents' files as one. In whichever order they come, the sums are the same. */
export interface Team extends StatsSource {
  /**
   * Takes a file in. Of the same agent, day and desk the higher revision counts; of equal ones the one exported later, then the one
   * with the greater id.
   *
   * @param id the same for the same text, as its SHA-256 is
   */
  add(id: string, file: TeamFile): Arrival;
  /** Forgets a file; what it had taken the place of counts again. */
  forget(id: string): void;
  /** Files of which no day counts any more, nor what their owner says: a later one of the same agent is there. */
  listOvertaken(): string[];
  summarise(): TeamSummary;
}

interface Held {
  id: string;
  file: TeamFile;
  isLive: Uint8Array;
}

export function createTeam(): Team {
  const held = new Map<string, Held>();
  const byAgent = new Map<string, Held[]>();
  let arranged: { pages: Page[]; people: Arrangement } | undefined;

  /** Which rows of an agent's files count. */
  function settle(agent: string): void {
    arranged = undefined;
    const best = new Map<string, { one: Held; row: number }>();
    const files = (byAgent.get(agent) ?? []).sort(byLateness);
    for (const one of files) {
      const { day, desk, desks, revision } = one.file.sheet;
      one.isLive.fill(0);
      for (let row = 0; row < day.length; row++) {
        const key = `${day[row]} ${desks[desk[row] as number]}`;
        const other = best.get(key);
        // Files come in the order of their export: the later takes the place of an equal revision.
        if (other && (other.one.file.sheet.revision[other.row] as number) > (revision[row] as number)) continue;
        if (other) other.one.isLive[other.row] = 0;
        one.isLive[row] = 1;
        best.set(key, { one, row });
      }
    }
  }

  function arrange() {
    if (arranged) return arranged;
    const latest = [...byAgent].map(([agent, files]) => {
      // `settle` has put the latest last: what its owner says now holds for all of them.
      const { name, group } = (files.at(-1) as Held).file;
      return { agent, ...(name && { name }), ...(group && { group }) };
    });
    const people = arrangePeople(latest);
    const shown = new Set(people.agents.map(({ id }) => id));
    const pages = [...held.values()].map(({ file: { agent, sheet }, isLive }) => ({
      sheet,
      isLive,
      group: people.groupOf.get(agent) ?? '',
      ...(shown.has(agent) && { agent }),
    }));
    arranged = { pages, people };
    return arranged;
  }

  return {
    add(id, file) {
      if (held.has(id)) return 'twice';
      const before = byAgent.get(file.agent) ?? [];
      const counted = countLive(before);
      const one: Held = { id, file, isLive: new Uint8Array(file.sheet.day.length) };
      held.set(id, one);
      byAgent.set(file.agent, [...before, one]);
      settle(file.agent);
      if (!one.isLive.includes(1)) return 'known';
      return countLive(before) < counted ? 'update' : 'new';
    },
    forget(id) {
      const one = held.get(id);
      if (!one) return;
      const { agent } = one.file;
      held.delete(id);
      const rest = (byAgent.get(agent) ?? []).filter((other) => other !== one);
      if (rest.length > 0) byAgent.set(agent, rest);
      else byAgent.delete(agent);
      settle(agent);
    },
    listOvertaken: () =>
      [...byAgent.values()].flatMap((files) =>
        files.slice(0, -1).flatMap(({ id, isLive }) => (isLive.includes(1) ? [] : [id])),
      ),
    summarise() {
      const { pages, people } = arrange();
      const groups = people.groups.length > 0 ? people.groups : [{ name: '', people: byAgent.size }];
      return {
        people: byAgent.size,
        files: held.size,
        heldBack: people.heldBack,
        groups: groups.map((group) => ({
          ...group,
          ...describePages(pages.filter((page) => page.group === group.name)),
        })),
      };
    },
    async describe(): Promise<Extent> {
      const { pages, people } = arrange();
      const { first, last, desks, versions } = describePages(pages);
      const { groups, agents } = people;
      return { first, last, desks, versions, groups, people: byAgent.size, agents };
    },
    async sumTotals(question) {
      const { pages, people } = arrange();
      return sortAgents(sumTotals(pages, question), question.by, people);
    },
    async sumRules(question) {
      const { pages, people } = arrange();
      return sortAgents(sumRules(pages, question), question.by, people);
    },
    sumReplaced: async (filter) => sumReplaced(arrange().pages, filter),
  };
}

function countLive(files: readonly Held[]): number {
  return files.reduce((sum, { isLive }) => sum + isLive.reduce((live, one) => live + one, 0), 0);
}

/** The earlier export first; of two at the same time, by id. */
function byLateness(a: Held, b: Held): number {
  const [from, to] = [`${a.file.exported} ${a.id}`, `${b.file.exported} ${b.id}`];
  return from < to ? -1 : from > to ? 1 : 0;
}

/** Rows that stand for people follow their names, never their numbers nor their ids. */
function sortAgents<Row extends Partial<Record<Dimension, string>>>(
  rows: Row[],
  by: readonly Dimension[],
  { agents }: Arrangement,
): Row[] {
  if (!by.includes('agent')) return rows;
  const places = new Map(agents.map(({ id }, at) => [id, String(at).padStart(6, '0')]));
  const place = (row: Row) => by.map((one) => (one === 'agent' && places.get(row[one] ?? '')) || row[one]).join('\n');
  return rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
