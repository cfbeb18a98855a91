import { findTrouble, type ServerTrouble } from '../clickhouse/trouble.ts';
import { ask, type ServerQuestion } from '../messages.ts';
import type { StatsSource } from '../stats/source.ts';
import { loadServers, watchServers } from '../storage/server.ts';
import type { Place } from './stats.ts';

/**
 * The team's server as a place of the page of statistics, where one is set to read from; undefined elsewhere. The worker asks it: no page
 * can.
 *
 * @param describe what went wrong, in the user's words
 */
export async function openServerPlace(describe: (trouble: ServerTrouble) => string): Promise<Place | undefined> {
  const { reading } = await loadServers();
  if (!reading) return undefined;
  return {
    name: 'server',
    source: createWorkerSource((question) => ask('server.ask', question)),
    watch: watchServers,
    explain(error) {
      const trouble = findTrouble(error);
      return trouble && describe(trouble);
    },
  };
}

/** A source whose questions somebody else asks. */
function createWorkerSource(send: (question: ServerQuestion) => Promise<unknown>): StatsSource {
  const source = {
    describe: () => send({ kind: 'describe' }),
    sumTotals: (question) => send({ kind: 'totals', question }),
    sumRules: (question) => send({ kind: 'rules', question }),
    sumReplaced: (question) => send({ kind: 'replaced', question }),
  } satisfies { [Name in keyof StatsSource]: (...asked: Parameters<StatsSource[Name]>) => Promise<unknown> };
  return source as StatsSource;
}
