// `npm test`: installs what is missing, then runs every test. `npm test -- tests/engine` runs some of them.
import { getBrowser } from './browser.mjs';
import { prepare, run, stop, tool } from './setup.mjs';

await prepare();
const args = process.argv.slice(2);
/** @type {string | undefined} */
let missing;
try {
  process.env.CANDO_CHROME = getBrowser().path;
} catch (error) {
  missing = /** @type {Error} */ (error).message;
}
// Firefox has a command of its own, and of the long runs this is the beginning. Without Chromium, everything that needs no browser
// still runs.
const projects = ['unit', 'page', ...(missing ? [] : ['browser', 'long', 'alone'])];
if (!args.some((arg) => arg.startsWith('--project'))) args.push(...projects.flatMap((name) => ['--project', name]));
const code = await run([tool('vitest/vitest.mjs'), 'run', ...args]);
if (missing) stop(`The end-to-end tests did not run. ${missing}`);
process.exit(code);
