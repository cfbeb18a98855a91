import type { StatsSource } from './source.ts';

/**
 * A source that is loaded with the first question, and anew after `forget`. A load that fails is tried again with the next
 * question. Each answer is added up in a task of its own, so that a page with many questions keeps following keys.
 */
export function createLazySource(load: () => Promise<StatsSource>): StatsSource & { forget(): void } {
  let loaded: Promise<StatsSource> | undefined;
  const get = () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  const getInTurn = async () => {
    const source = await get();
    await new Promise<void>((resolve) => setTimeout(resolve));
    return source;
  };
  return {
    describe: async () => (await getInTurn()).describe(),
    sumTotals: async (question) => (await getInTurn()).sumTotals(question),
    sumRules: async (question) => (await getInTurn()).sumRules(question),
    sumReplaced: async (filter) => (await getInTurn()).sumReplaced(filter),
    forget: () => {
      loaded = undefined;
    },
  };
}
