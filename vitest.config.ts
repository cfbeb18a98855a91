import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { candoPacks } from './lib/packs/vite.ts';

/** Folders whose tests need a document. */
const PAGE = ['tests/{components,composer,editors,entrypoints,keys,sites,storage,stores}/**/*.test.{ts,tsx}'];
const BROWSER = ['tests/e2e/**/*.test.ts'];
/** These drive what a machine has but once, or wait for a window that the browser itself opens: nothing runs beside them. */
const ALONE = ['tests/e2e/{popup-site,sites}.test.ts'];
/** Short in `npm test`, in full length in `npm run test:long`. */
const LONG = ['tests/long/**/*.test.ts'];
const FIREFOX = ['tests/firefox/**/*.test.ts'];
/** Every editor, by `npm run test:editors`. */
const EDITORS = ['tests/matrix/**/*.test.ts'];
/** With a server of their own, by `npm run test:clickhouse`. */
const CLICKHOUSE = ['tests/clickhouse/server/**/*.test.ts'];

/** Tests that drive a browser, a file with a browser and a profile of its own: `maxWorkers` files at a time. */
function inBrowser(
  name: string,
  files: { include: string[]; exclude?: string[] },
  setup: string,
  { groupOrder, maxWorkers }: { groupOrder: number; maxWorkers: number },
  testTimeout = 60_000,
) {
  return {
    plugins: [candoPacks()],
    test: {
      name,
      ...files,
      environment: 'node' as const,
      globalSetup: setup,
      maxWorkers,
      sequence: { groupOrder },
      // A browser on a machine that others share misses a deadline now and then: `.ci/run` names what it had to try again.
      retry: process.env.CI ? 1 : 0,
      testTimeout,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 10_000, interval: 30 } },
    },
  };
}

/** More would fight over the two cores that CI has, and be late with their keys. */
const PAIRS = { groupOrder: 1, maxWorkers: 2 };
const ONE_BY_ONE = { groupOrder: 2, maxWorkers: 1 };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: '.output/tests.json' },
    projects: [
      {
        plugins: [candoPacks()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...PAGE, ...BROWSER, ...LONG, ...FIREFOX, ...EDITORS, ...CLICKHOUSE],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        plugins: [WxtVitest(), candoPacks()],
        test: {
          name: 'page',
          include: PAGE,
          environment: 'happy-dom',
          setupFiles: 'tests/locks.ts',
          testTimeout: 30_000,
        },
      },
      inBrowser('browser', { include: BROWSER, exclude: ALONE }, 'tests/e2e/build.ts', PAIRS),
      inBrowser('alone', { include: ALONE }, 'tests/e2e/build.ts', ONE_BY_ONE),
      inBrowser('long', { include: LONG }, 'tests/long/build.ts', PAIRS),
      inBrowser('firefox', { include: FIREFOX }, 'tests/firefox/build.ts', ONE_BY_ONE),
      inBrowser('editors', { include: EDITORS }, 'tests/matrix/build.ts', ONE_BY_ONE, 120_000),
      inBrowser('clickhouse', { include: CLICKHOUSE }, 'tests/clickhouse/server/build.ts', ONE_BY_ONE, 300_000),
    ],
  },
});
