// `npm run test:clickhouse`: installs what is missing, then sends counts to a real ClickHouse, which the tests start and stop.
import { getBrowser } from './browser.mjs';
import { getClickHouse } from './clickhouse.mjs';
import { prepare, run, stop, tool } from './setup.mjs';

await prepare();
try {
  process.env.CANDO_CLICKHOUSE = getClickHouse();
  process.env.CANDO_CHROME = getBrowser().path;
} catch (error) {
  stop(`The tests with ClickHouse did not run. ${/** @type {Error} */ (error).message}`);
}
const results = '--outputFile.json=.output/clickhouse-tests.json';
process.exit(
  await run([tool('vitest/vitest.mjs'), 'run', '--project', 'clickhouse', results, ...process.argv.slice(2)]),
);
