// `npm run test:editors`: installs what is missing, then goes through every editor in Chromium, or with `--firefox` in Firefox.
import { getBrowser } from './browser.mjs';
import { getFirefox } from './firefox.mjs';
import { install, run, stop, tool } from './setup.mjs';

install();
if ((await run([tool('wxt/bin/wxt.mjs'), 'prepare'], { quiet: true })) !== 0) stop('The build could not be prepared.');
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
