import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Day } from '../stats/counts.ts';
import type { StatsSource } from '../stats/source.ts';
import type { Progress, Taken, TeamState } from '../team/intake.ts';
import type { IntakeLink } from '../team/link.ts';

export interface TeamFilesState {
  /** Undefined until what is kept was brought back. */
  state: TeamState | undefined;
  /** Of what is going on now. */
  progress: Progress | undefined;
  /** What became of the files that came in last; `stopped` when they were taken back. */
  last: readonly Taken[] | 'stopped' | undefined;
  /** What runs beside the page has stopped. */
  isLost: boolean;
}

/** The files of a team, as the page sees them. */
export interface TeamFilesStore extends StoreApi<TeamFilesState> {
  source: StatsSource;
  /** Brings back what is kept, the first time and after something was lost. */
  open(): Promise<void>;
  take(files: readonly File[]): Promise<void>;
  stop(): void;
  forget(ids: readonly string[]): Promise<void>;
  forgetAll(): Promise<void>;
  /** Calls back when other files are there. */
  watch(onChange: () => void, signal: AbortSignal): void;
}

export function createTeamFilesStore(intake: IntakeLink, getToday: () => Day): TeamFilesStore {
  const store = createStore<TeamFilesState>(() => ({
    state: undefined,
    progress: undefined,
    last: undefined,
    isLost: false,
  }));
  const listeners = new Set<() => void>();
  let opened: Promise<void> | undefined;
  let stopping = new AbortController();
  /** How many loads of files are on their way in. */
  let taking = 0;
  const onProgress = (progress: Progress) => store.setState({ progress });

  /** What a worker that has died held is brought back by the next one. */
  async function run(act: () => Promise<Partial<TeamFilesState>>): Promise<void> {
    try {
      store.setState({ ...(await act()), isLost: false });
    } catch {
      opened = undefined;
      store.setState({ isLost: true });
    } finally {
      // Files that wait for what is kept are still on their way: the button that stops them stays under the finger.
      if (taking === 0) store.setState({ progress: undefined });
    }
  }

  function open(): Promise<void> {
    opened ??= run(async () => ({ state: await intake.open(onProgress) }));
    return opened;
  }

  async function change(act: () => Promise<Partial<TeamFilesState>>): Promise<void> {
    await open();
    await run(act);
    for (const tell of listeners) tell();
  }

  /** Only after what is kept is there. */
  const after = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    await open();
    return ask();
  };

  return {
    ...store,
    open,
    take(files) {
      stopping = new AbortController();
      const { signal } = stopping;
      taking++;
      store.setState({ progress: { done: 0, total: files.length }, last: undefined });
      return change(async () => {
        try {
          const { taken, state } = await intake.take(files, getToday(), onProgress, signal);
          // Each file that was not taken back is told of. A stop that came too late has stopped nothing.
          return { state, last: taken.length < files.length ? 'stopped' : taken };
        } finally {
          taking--;
        }
      });
    },
    stop: () => stopping.abort(),
    forget: (ids) => change(async () => ({ state: await intake.forget(ids), last: undefined })),
    forgetAll: () => change(async () => ({ state: await intake.forgetAll(), last: undefined })),
    watch(onChange, signal) {
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
    },
    source: {
      describe: () => after(intake.describe),
      sumTotals: (question) => after(() => intake.sumTotals(question)),
      sumRules: (question) => after(() => intake.sumRules(question)),
      sumReplaced: (filter) => after(() => intake.sumReplaced(filter)),
    },
  };
}
