// `npm run test:firefox`: installs what is missing, then runs the main job in a real Firefox.
import { getFirefox } from './firefox.mjs';
import { install, run, stop, tool } from './setup.mjs';

install();
if ((await run([tool('wxt/bin/wxt.mjs'), 'prepare'], { quiet: true })) !== 0) stop('The build could not be prepared.');
try {
  process.env.CANDO_FIREFOX = getFirefox();
} catch (error) {
  stop(`The tests in Firefox did not run. ${/** @type {Error} */ (error).message}`);
}
const results = '--outputFile.json=.output/firefox-tests.json';
process.exit(await run([tool('vitest/vitest.mjs'), 'run', '--project', 'firefox', results, ...process.argv.slice(2)]));
