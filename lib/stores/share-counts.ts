import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Day, DayCounts } from '../stats/counts.ts';
import { getDay } from '../stats/days.ts';
import type { Range } from '../stats/range.ts';
import { selectDays, toExported, writeTeamFile } from '../stats/team-file.ts';
import { EPOCH } from '../stats/team-sheet.ts';
import type { Identity } from '../storage/identity.ts';

export interface ShareState {
  identity: Identity | undefined;
  range: Range | undefined;
  /** Exactly what would be saved; undefined while there is nothing in these days. */
  text: string | undefined;
  /** Days that are in it. */
  days: number;
  /** The first day with a count. */
  first: Day | undefined;
  hasFailed: boolean;
}

/** What an agent gives to the team. */
export interface ShareStore extends StoreApi<ShareState> {
  open(): Promise<void>;
  setRange(range: Range): void;
  identify(change: Partial<Omit<Identity, 'agent'>>): Promise<void>;
  getToday(): Day;
  /** The file as it was shown. */
  getFile(): { name: string; text: string } | undefined;
}

export interface ShareParts {
  loadDays(): Promise<DayCounts[]>;
  loadIdentity(): Promise<Identity>;
  changeIdentity(change: Partial<Omit<Identity, 'agent'>>): Promise<Identity>;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createShareStore({ loadDays, loadIdentity, changeIdentity, now }: ShareParts): ShareStore {
  const store = createStore<ShareState>(() => ({
    identity: undefined,
    range: undefined,
    text: undefined,
    days: 0,
    first: undefined,
    hasFailed: false,
  }));
  let all: readonly DayCounts[] = [];

  async function run(act: () => Promise<Partial<ShareState>>): Promise<void> {
    try {
      store.setState({ ...(await act()), hasFailed: false });
      write();
    } catch {
      store.setState({ hasFailed: true });
    }
  }

  function write(): void {
    const { identity, range } = store.getState();
    if (!identity || !range) return;
    const days = selectDays(all, range.from, range.to);
    const { agent, name, group, isNamed } = identity;
    const head = { agent, ...(isNamed && name && { name }), ...(group && { group }), exported: toExported(now()) };
    store.setState({
      text: days.length > 0 ? writeTeamFile(head, days) : undefined,
      days: new Set(days.map(({ day }) => day)).size,
    });
  }

  return {
    ...store,
    open: () =>
      run(async () => {
        const [days, identity] = await Promise.all([loadDays(), loadIdentity()]);
        all = days;
        const sorted: Day[] = days.map(({ day }) => day).sort();
        // A clock that once was wrong has left days that no file may hold.
        const within = sorted.filter((day) => day >= EPOCH && day <= getDay(now()));
        const [from, to] = [within[0], within.at(-1)];
        return { identity, first: from, range: store.getState().range ?? (from && to ? { from, to } : undefined) };
      }),
    setRange(range) {
      store.setState({ range });
      write();
    },
    identify: (change) => run(async () => ({ identity: await changeIdentity(change) })),
    getToday: () => getDay(now()),
    getFile() {
      const { text, identity } = store.getState();
      if (text === undefined || !identity) return undefined;
      return { name: `cando-counts-${identity.agent.slice(0, 8)}-${getDay(now())}.json`, text };
    },
  };
}
