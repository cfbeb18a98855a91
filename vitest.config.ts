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
        test: { name: 'page', include: PAGE, environment: 'happy-dom', testTimeout: 30_000 },
      },
      {
        plugins: [candoPacks()],
        test: {
          name: 'browser',
          include: BROWSER,
          environment: 'node',
          globalSetup: 'tests/e2e/build.ts',
          // One browser at a time: key events need a window of their own, and two cores are little.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000, interval: 30 } },
        },
      },
      {
        plugins: [candoPacks()],
        test: {
          name: 'long',
          include: LONG,
          environment: 'node',
          globalSetup: 'tests/long/build.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000, interval: 30 } },
        },
      },
      {
        plugins: [candoPacks()],
        test: {
          name: 'firefox',
          include: FIREFOX,
          environment: 'node',
          globalSetup: 'tests/firefox/build.ts',
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000, interval: 30 } },
        },
      },
      {
        plugins: [candoPacks()],
        test: {
          name: 'editors',
          include: EDITORS,
          environment: 'node',
          globalSetup: 'tests/matrix/build.ts',
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000, interval: 30 } },
        },
      },
    ],
  },
});
