import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Day } from '../stats/counts.ts';
import { getWeek } from '../stats/days.ts';
import { askHabits, type Habit, listHabits } from '../stats/habits.ts';
import {
  type Comparison,
  getBefore,
  getPreset,
  getYearBefore,
  isApart,
  type Preset,
  putInOrder,
  type Range,
} from '../stats/range.ts';
import { askReport, type Report } from '../stats/report.ts';
import type { Silences } from '../stats/silences.ts';
import type { Extent, Filter, StatsSource } from '../stats/source.ts';
import { leaveOut, listOff } from '../stats/steady.ts';

export const PLACES = ['browser', 'team', 'server'] as const;
export type PlaceName = (typeof PLACES)[number];

/** A place where numbers come from, as the page offers it. */
export interface Place {
  name: PlaceName;
  /** May reject: the page says so with `explain`, offers to try again, and stays. */
  source: StatsSource;
  /** When which rules were switched off; where it is not known, no rule ever was. */
  loadSilences?(): Promise<Silences>;
  /** Calls back when its numbers may have changed: files were added, the worker counted. */
  watch?(onChange: () => void, signal: AbortSignal): void;
  /** In the user's words what has gone wrong; undefined for the page's own sentence. */
  explain?(error: unknown): string | undefined;
}

/** What is asked, as the page's controls have it. */
export interface Asked {
  preset: Preset;
  /** Of the preset `own`. */
  own: Range;
  comparison: Comparison;
  /** Of the comparison `own`. */
  comparedOwn: Range;
  desk?: string;
  group?: string;
  agent?: string;
}

/** What was asked last, and its answer. */
export interface StatsView {
  extent: Extent;
  report: Report;
  /** The period that it is compared with. */
  compared?: Report;
  /** With which it was to be compared, and is not: the two share days. */
  shared?: Range;
  /** Whose numbers these are together. */
  people: number;
  /** From the first day on, up to the last of the period: whether one is gone or back is told from all that came before. */
  habits: readonly Habit[];
  /** The day for which habits and the week's focus are told. */
  today: Day;
  /** That day lies in an earlier week. */
  isPast: boolean;
}

export interface StatsState {
  places: readonly PlaceName[];
  place: PlaceName;
  asked: Asked;
  /** Stands until the next answer is there. */
  view: StatsView | undefined;
  status: 'loading' | 'ready' | 'failed';
  /** What went wrong, in the user's words where the place has some. */
  trouble: string | undefined;
}

export interface StatsStore extends StoreApi<StatsState> {
  choose(place: PlaceName): void;
  ask(change: Partial<Asked>): void;
  /** Asks the same again. */
  retry(): void;
  getToday(): Day;
}

export interface StatsParts {
  /** At least one; the first is shown first. */
  places: readonly Place[];
  getToday(): Day;
  /** The place that the address names. */
  start?: PlaceName;
}

/** Asks the chosen place whenever something of the question changes; of answers that overtake each other the last question's counts. */
export function createStatsStore(signal: AbortSignal, { places, getToday, start }: StatsParts): StatsStore {
  const [first] = places as readonly [Place, ...Place[]];
  const own = getPreset('month', getToday());
  const store = createStore<StatsState>(() => ({
    places: places.map(({ name }) => name),
    place: places.find(({ name }) => name === start)?.name ?? first.name,
    asked: { preset: 'quarter', own, comparison: 'none', comparedOwn: getBefore(own) },
    view: undefined,
    status: 'loading',
    trouble: undefined,
  }));
  let turn = 0;

  async function look(): Promise<void> {
    const mine = ++turn;
    const place = places.find(({ name }) => name === store.getState().place) ?? first;
    store.setState({ status: 'loading', trouble: undefined });
    const isLate = () => mine !== turn || signal.aborted;
    try {
      const view = await askView(place, store.getState().asked, getToday());
      if (!isLate()) store.setState({ view, status: 'ready' });
    } catch (error) {
      if (!isLate()) store.setState({ status: 'failed', trouble: place.explain?.(error) });
    }
  }

  for (const { name, watch } of places)
    watch?.(() => {
      if (store.getState().place === name) void look();
    }, signal);
  void look();

  return {
    ...store,
    choose(place) {
      const { asked } = store.getState();
      // What one place knows of desks and groups, another does not.
      const { desk: _, group: __, agent: ___, ...rest } = asked;
      store.setState({ place, asked: rest, view: undefined });
      void look();
    },
    ask(change) {
      store.setState(({ asked }) => ({ asked: { ...asked, ...change } }));
      void look();
    },
    retry: () => void look(),
    getToday,
  };
}

async function askView({ source, loadSilences }: Place, asked: Asked, today: Day): Promise<StatsView> {
  const extent = await source.describe();
  const filter = getFilter(asked, extent, today);
  const wanted = getCompared(asked, filter);
  const other = wanted && isApart(wanted, filter) ? wanted : undefined;
  const last = filter.to < today ? filter.to : today;
  const [report, compared, sums, silences] = await Promise.all([
    askReport(source, filter, extent),
    other && askReport(source, { ...filter, ...other }, extent),
    askHabits(source, { ...filter, from: extent.first ?? filter.from, to: last }),
    loadSilences?.(),
  ]);
  const people = countPeople(filter, extent);
  const habits = listHabits(sums, last, silences, people);
  const tell = (one: Report) => leaveOut(source, one, listOff(habits, one.filter));
  return {
    extent,
    report: await tell(report),
    ...(compared && { compared: await tell(compared) }),
    ...(wanted && !other && { shared: wanted }),
    people,
    habits,
    today: last,
    isPast: getWeek(last) < getWeek(today),
  };
}

function countPeople({ group, agent }: Filter, { groups, people }: Extent): number {
  if (agent !== undefined) return 1;
  return groups.find(({ name }) => name === group)?.people ?? people;
}

/** What is asked of the source. A desk, group or agent that it does not know is not asked for. */
function getFilter(asked: Asked, extent: Extent, today: Day): Filter {
  const range = asked.preset === 'own' ? putInOrder(asked.own) : getPreset(asked.preset, today, extent.first);
  const has = (list: readonly string[], one: string | undefined) => one !== undefined && list.includes(one);
  const groups = extent.groups.map(({ name }) => name);
  const agents = extent.agents.map(({ id }) => id);
  return {
    ...range,
    ...(has(extent.desks, asked.desk) && { desk: asked.desk as string }),
    ...(has(groups, asked.group) && { group: asked.group as string }),
    ...(has(agents, asked.agent) && { agent: asked.agent as string }),
  };
}

function getCompared({ comparison, comparedOwn }: Asked, range: Range): Range | undefined {
  if (comparison === 'none') return undefined;
  if (comparison === 'own') return putInOrder(comparedOwn);
  return comparison === 'before' ? getBefore(range) : getYearBefore(range);
}
