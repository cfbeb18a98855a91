// `npm run test:long`: the long runs in full length. `npm test` holds the beginning of each, from the same seeds.
import { getBrowser } from './browser.mjs';
import { prepare, run, stop, tool } from './setup.mjs';

await prepare();
try {
  process.env.CANDO_CHROME = getBrowser().path;
} catch (error) {
  stop(`The long runs did not start. ${/** @type {Error} */ (error).message}`);
}
process.env.CANDO_LONG = '1';
const results = '--outputFile.json=.output/long-tests.json';
process.exit(await run([tool('vitest/vitest.mjs'), 'run', '--project', 'long', results, ...process.argv.slice(2)]));
