import type { StatsSource } from './source.ts';

/**
 * A source that is loaded with the first question, and anew after `forget`. A load that fails is tried again with the next
 * question.
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
  return {
    describe: async () => (await get()).describe(),
    sumTotals: async (question) => (await get()).sumTotals(question),
    sumRules: async (question) => (await get()).sumRules(question),
    sumReplaced: async (filter) => (await get()).sumReplaced(filter),
    forget: () => {
      loaded = undefined;
    },
  };
}
