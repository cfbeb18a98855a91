// `npm run test:firefox`: installs what is missing, then runs the main job in a real Firefox.
import { getFirefox } from './firefox.mjs';
import { prepare, run, stop, tool } from './setup.mjs';

await prepare();
try {
  process.env.CANDO_FIREFOX = getFirefox();
} catch (error) {
  stop(`The tests in Firefox did not run. ${/** @type {Error} */ (error).message}`);
}
const results = '--outputFile.json=.output/firefox-tests.json';
process.exit(await run([tool('vitest/vitest.mjs'), 'run', '--project', 'firefox', results, ...process.argv.slice(2)]));
