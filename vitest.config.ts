import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { candoPacks } from './lib/packs/vite.ts';

/** Folders whose tests need a document. */
const PAGE = ['tests/{components,composer,editors,entrypoints,keys,sites,storage,stores}/**/*.test.{ts,tsx}'];
const BROWSER = ['tests/e2e/**/*.test.ts'];
/** Short in `npm test`, in full length in `npm run test:long`. */
const LONG = ['tests/long/**/*.test.ts'];
const FIREFOX = ['tests/firefox/**/*.test.ts'];
/** Every editor, by `npm run test:editors`. */
const EDITORS = ['tests/matrix/**/*.test.ts'];

/** Tests that drive a browser: one at a time, for key events need a window of their own, and two cores are little. */
function inBrowser(name: string, include: string[], setup: string, groupOrder: number, testTimeout = 60_000) {
  return {
    plugins: [candoPacks()],
    test: {
      name,
      include,
      environment: 'node' as const,
      globalSetup: setup,
      fileParallelism: false,
      sequence: { groupOrder },
      // A browser on a machine that others share misses a deadline now and then: `.ci/run` names what it had to try again.
      retry: process.env.CI ? 1 : 0,
      testTimeout,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 10_000, interval: 30 } },
    },
  };
}

export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: '.output/tests.json' },
    projects: [
      {
        plugins: [candoPacks()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...PAGE, ...BROWSER, ...LONG, ...FIREFOX, ...EDITORS],
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
      inBrowser('browser', BROWSER, 'tests/e2e/build.ts', 1),
      inBrowser('long', LONG, 'tests/long/build.ts', 2),
      inBrowser('firefox', FIREFOX, 'tests/firefox/build.ts', 3),
      inBrowser('editors', EDITORS, 'tests/matrix/build.ts', 3, 120_000),
    ],
  },
});
