// `npm run test:editors`: installs what is missing, then goes through every editor in Chromium, or with `--firefox` in Firefox.
import { getBrowser } from './browser.mjs';
import { getFirefox } from './firefox.mjs';
import { prepare, run, stop, tool } from './setup.mjs';

await prepare();
const args = process.argv.slice(2).filter((arg) => arg !== '--firefox');
try {
  if (process.argv.includes('--firefox')) {
    process.env.CANDO_FIREFOX = getFirefox();
    process.env.CANDO_EDITORS_IN = 'firefox';
  } else process.env.CANDO_CHROME = getBrowser().path;
} catch (error) {
  stop(`The editors were not tested. ${/** @type {Error} */ (error).message}`);
}
const results = '--outputFile.json=.output/editors-tests.json';
process.exit(await run([tool('vitest/vitest.mjs'), 'run', '--project', 'editors', results, ...args]));
